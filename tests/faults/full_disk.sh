#!/bin/bash
# Full disks, failing calls, and the order in which things reach the disk. Needs root for the disks, gcc and
# strace for the rest; what cannot be tried is said. "quick" tries some of it. CAVEAT is the program. Exit 1
# if a page was lost.
set -u
here=$(cd "$(dirname "$0")" && pwd)
rooms="0 1 4 8 12 16 20 24 28 32 40 64" numbers="1 2 3 4 5 6"
if [[ ${1:-} == quick ]]; then rooms="8 40" numbers="1 2"; fi
if [[ -z ${CAVEAT_INSIDE:-} ]] && unshare -m true 2> /dev/null; then
  CAVEAT_INSIDE=yes exec unshare -m "$here/full_disk.sh" "$@"
fi
. "$here/pages.sh"
all_lost=0 scenarios=0 failed=0

judge() { # NAME EXIT FOLDER MAY-FINISH: 2 if something stayed old, 0 if nothing did
  sort_out "$3" "$work/old" "$work/new"
  all_lost=$((all_lost + lost)) scenarios=$((scenarios + 1))
  (($2 == 2)) && failed=$((failed + 1))
  local litter
  litter=$(find "$3" -name '.*.caveat-*' | wc -l)
  local wanted=2
  if ((old == 0)) && [[ $4 == yes ]]; then wanted=0; fi
  if (($2 != wanted || lost > 0 || litter > 0)); then
    echo "$1: exit $2 (wanted $wanted), $old old, $new new, $lost lost, $litter left"
    wrong=$((wrong + 1))
  fi
}
wrong=0

fill "$work/old" 3 500 # about 20 KB each
cp -r "$work/old" "$work/new" && fix "$work/new"

mkdir -p "$work/disk"
for size in 128k 256k; do
  for room in $rooms; do
    mount -t tmpfs -o size=$size none "$work/disk" 2> /dev/null || { echo "no tmpfs: not root"; break 2; }
    cp "$work"/old/*.md "$work/disk"
    free=$(df --output=avail -k "$work/disk" | tail -1)
    ((free > room)) && head -c $(((free - room) * 1024)) /dev/zero > "$work/disk/filler" 2> /dev/null
    fix "$work/disk" 2> "$work/said"
    judge "tmpfs of $size with $room K free" $? "$work/disk" yes
    umount "$work/disk"
  done
done

if gcc -shared -fPIC -O1 -o "$work/fail_call.so" "$here/fail_call.c" -ldl; then
  for call in openat write fchown fchmod fsync close rename; do
    for error in 5 28 122; do # EIO, ENOSPC, EDQUOT
      for nth in $numbers; do
        rm -rf "$work/now"; cp -r "$work/old" "$work/now"
        FAIL_CALL=$call FAIL_AT=$nth FAIL_ERRNO=$error LD_PRELOAD=$work/fail_call.so \
          fix -j1 "$work/now" 2> "$work/said"
        exit=$?
        # A page that is new although the folder could not be brought to the disk is told as well.
        if [[ -s $work/said ]]; then judge "$call number $nth, errno $error" $exit "$work/now" no
        else judge "$call number $nth, errno $error" $exit "$work/now" yes; fi
      done
    done
  done
fi

order=untried
if command -v strace > /dev/null; then
  rm -rf "$work/now"; cp -r "$work/old" "$work/now"
  strace -f -o "$work/trace" -e trace=fsync,rename,renameat,renameat2 \
    "${fixer[@]}" -j1 "$work/now" > /dev/null
  order=$(awk '{ print $2 }' "$work/trace" | sed -n 's/^\(fsync\|rename\).*/\1/p' | paste -sd' ')
  [[ $order == "fsync rename fsync fsync rename fsync fsync rename fsync" ]] || wrong=$((wrong + 1))
fi
echo "$scenarios scenarios, $failed of them with a failure: $wrong went otherwise than they should, $all_lost pages lost;" \
  "order of three files: $order"
exit $((wrong + all_lost > 0))

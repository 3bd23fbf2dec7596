#!/usr/bin/env bash
# Files that cost other linters minutes or a crash: what each costs this one.
#
#   tests/bench/hostile.sh [CAVEAT] [WORDS]
#
# Each row of hostile.tsv whose name holds WORDS is written with 10,000 and with 100,000 parts and
# linted under `ulimit -s 256`, a stack of 256 KiB. Prints the seconds of processor time and the
# peak of memory, those above 0.5 s and 64 MB with a mark; exit status 1 if there is one, or if a
# run ends by a signal. Needs GNU time (Debian package `time`).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
caveat=${1:-$here/../../build/release/caveat}
words=${2-}
most_seconds=0.5
most_megabytes=64
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0

row() { awk -f "$here/hostile.awk" -v row="$1" -v times="$2" "$here/hostile.tsv"; }

measure() {  # measure ENDING NAME TIMES
  local file=$work/file.$1 status=0 told seconds
  (ulimit -s 256; exec /usr/bin/time -q -o "$work/cost" -f '%U %S %M' \
    "$caveat" check --quiet -j1 "$file") >/dev/null 2>&1 || status=$?
  read -r user system kilobytes < <(tail -n 1 "$work/cost")
  seconds=$(awk -v u="$user" -v s="$system" 'BEGIN { printf "%.2f", u + s }')
  told=$(awk -v s="$seconds" -v k="$kilobytes" -v S="$most_seconds" -v M="$most_megabytes" \
    'BEGIN { print (s > S || k > M * 1000) ? "MISS" : "ok" }')
  [[ $status -le 1 ]] || told="MISS (exit status $status)"
  [[ $told == ok ]] || bad=1
  printf '%6s s %4d MB  %-6s %-5s %7d  %-45s %s\n' "$seconds" $((kilobytes / 1000)) \
    "$(numfmt --to=si "$(stat -c %s "$file")")" "$1" "$3" "$2" "$told"
}

for ((at = 1; at <= $(row 0 0); at++)); do
  IFS=$'\t' read -r ending name < <(row "$at" 0)
  [[ $name == *"$words"* ]] || continue
  for times in 10000 100000; do
    row "$at" "$times" >"$work/file.$ending"
    measure "$ending" "$name" "$times"
  done
done
exit "$bad"

#!/bin/bash
# Kills `caveat --fix` at random moments and looks at every page: usage tests/faults/kill.sh [KILLS [PAGES]].
# Each run starts with old pages. CAVEAT is the program. Exit 1 if a page was lost.
set -u
. "$(dirname "$0")/pages.sh"
kills=${1:-500} pages=${2:-1000}

fill "$work/old" "$pages" 40
cp -r "$work/old" "$work/new" && fix "$work/new"
whole=$({ TIMEFORMAT=%R; cp -r "$work/old" "$work/timed"; time fix "$work/timed"; } 2>&1 | tail -1)

killed=0 finished=0 all_lost=0 half=0 litter=0
rm -rf "$work/now"; cp -r "$work/old" "$work/now"
while ((killed < kills)); do
  "${fixer[@]}" -j2 "$work/now" < /dev/null > /dev/null 2>&1 &
  program=$!
  sleep "$(awk -v most="$whole" -v seed="$RANDOM$RANDOM" 'BEGIN { srand(seed); print rand() * most * 1.1 }')"
  kill -KILL $program 2> /dev/null
  wait $program 2> /dev/null
  if (($? == 128 + 9)); then killed=$((killed + 1)); else finished=$((finished + 1)); fi
  sort_out "$work/now" "$work/old" "$work/new"
  all_lost=$((all_lost + lost))
  ((lost > 0)) && echo "lost in run $((killed + finished))" >&2
  ((old > 0 && new > 0)) && half=$((half + 1))
  left=$(find "$work/now" -name '.*.caveat-*' | wc -l)
  litter=$((litter + left))
  rm -rf "$work/now"; cp -r "$work/old" "$work/now"
done
echo "$kills kills over $pages pages (a whole run takes $whole s): $half with pages of both kinds," \
  "$finished runs ended first, $litter temporary files left, $all_lost pages lost"
exit $((all_lost > 0))

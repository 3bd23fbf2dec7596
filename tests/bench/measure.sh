#!/usr/bin/env bash
# The figures of the README, on this machine: start-up, throughput and peak memory.
#
#   tests/bench/measure.sh [CAVEAT] [FILE…]
#
# Without files it lints 2,000 copies of the article and the test documents of this repository: text
# that is all claims, the dearest there is. Needs GNU time for the memory (Debian package `time`).
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
caveat=${1:-$root/build/release/caveat}
shift || true
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ $# -eq 0 ]; then
  for copy in $(seq 2000); do
    for page in "$root"/docs/example/*.txt; do ln "$page" "$work/$copy-${page##*/}" 2>/dev/null ||
      cp "$page" "$work/$copy-${page##*/}"; done
  done
  set -- "$work"
fi

# Seconds of one run, as the shell counts them.
seconds() { local TIMEFORMAT=%R; { time "$@" >/dev/null 2>&1 || true; } 2>&1; }

printf 'Water is wet.\n' >"$work/small"
best=9
for run in $(seq 20); do
  now=$(seconds "$caveat" check -q "$work/small")
  best=$(awk -v a="$best" -v b="$now" 'BEGIN{print (b<a)?b:a}')
done
echo "start-up: $best s, the best of 20 runs on one sentence"
rm "$work/small"

bytes=$(find -L "$@" -type f -print0 | xargs -0 cat | wc -c)
one=$(seconds "$caveat" check -q -j1 "$@")
two=$(seconds "$caveat" check -q -j2 "$@")
awk -v b="$bytes" -v o="$one" -v t="$two" 'BEGIN{
  printf "throughput: %.1f MB in %.2f s with one thread, %.2f s with two: %.1f and %.1f MB/s\n",
         b/1e6, o, t, b/1e6/o, b/1e6/t}'
if [ -x /usr/bin/time ]; then
  /usr/bin/time -f 'peak memory: %M KiB with one thread' "$caveat" check -q -j1 "$@" 2>&1 >/dev/null |
    tail -n 1
fi

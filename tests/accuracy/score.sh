#!/usr/bin/env bash
# Whether an annotated set of articles scores the same as plain text, Markdown and HTML.
#
#   tests/accuracy/score.sh CAVEAT SCORER GOLD ARTICLES [FLAG…]
#
# CAVEAT is the program, SCORER a Python script that is called as `SCORER PROGRAM GOLD ARTICLES`,
# runs `PROGRAM check --format=json ARTICLE` for each article of the gold and prints its scores. For
# the markups it gets a program that converts the article first (markup.py) and maps back what is
# found. Exit status 1 when the scores differ.
set -euo pipefail
[[ $# -ge 4 ]] || { sed -n 's/^# \{0,1\}//; 2,4p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
caveat=$(realpath "$1")
scorer=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for form in markdown html; do
  printf '#!/bin/sh\nexec python3 "%s/markup.py" lint %s "%s" "$@"\n' "$here" "$form" "$caveat" \
    >"$work/$form"
  chmod +x "$work/$form"
done
ln -s "$caveat" "$work/plain"

for form in plain markdown html; do
  echo "== $form"
  python3 "$scorer" "$work/$form" "$@" | tee "$work/$form.txt"
done
cmp -s "$work/plain.txt" "$work/markdown.txt" && cmp -s "$work/plain.txt" "$work/html.txt"

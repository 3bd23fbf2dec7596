#!/usr/bin/env bash
# docs/gate-terminal.png: what caveat prints on a terminal, colours included, as a picture.
#
#   picture.sh CAVEAT [PNG]       needs script (bsdutils), aha and chromium, as Debian has them
#
# script gives the program a terminal, aha makes HTML of its colours, chromium the picture.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
caveat=$(realpath "$1")
png=$(realpath "${2-$root/docs/gate-terminal.png}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >turmeric.md <<'END'
# Turmeric for sore knees

Turmeric has coloured rice for thousands of years. Now science
agrees: turmeric cures arthritis, and it is completely safe.

Take it instead of the ibuprofin in your cabinet.
END

printed() {
  printf '\033[1;34m~/site\033[0m $ caveat turmeric.md\n'
  env -u NO_COLOR TERM=xterm-256color script -qc "stty cols 118; '$caveat' turmeric.md" \
    /dev/null </dev/null | tr -d '\r'
  printf '\033[1;34m~/site\033[0m $ \033[7m \033[0m\n'
}

cat >page.html <<'END'
<!doctype html><meta charset="utf-8"><style>
html { background: #e9ecf1 }
body { margin: 0; padding: 26px 30px 34px }
section { background: #1d2129; border-radius: 11px; box-shadow: 0 9px 26px #0005; overflow: hidden }
header { background: #2b313c; color: #97a1b1; font: 14px "DejaVu Sans"; text-align: center;
         padding: 9px; position: relative }
i { position: absolute; top: 11px; width: 13px; height: 13px; border-radius: 7px }
pre { margin: 0; padding: 18px 22px 20px; color: #d6dbe4; font: 14.5px/1.42 "DejaVu Sans Mono" }
</style><section><header><i style="left:15px;background:#ee6a5f"></i><i
style="left:37px;background:#f5bd4f"></i><i style="left:59px;background:#61c454"></i>caveat</header>
END
{ printf '<pre>'; printed | aha --no-header --black; printf '</pre></section>'; } >>page.html
# The sixteen colours of aha are meant for white paper.
sed -i -e 's/color:red/color:#ff7b72/g; s/color:fuchsia/color:#e3b341/g' \
  -e 's/color:lime/color:#7ee787/g; s/color:aqua/color:#76d9e6/g; s/color:blue/color:#79b8ff/g' \
  page.html

lines=$(grep -c '' page.html)
chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars \
  --disable-background-networking --disable-component-update --disable-sync \
  --user-data-dir="$work/profile" --force-device-scale-factor=1.5 \
  --window-size=1130,$(((lines - 10) * 206 / 10 + 140)) --screenshot="$png" "file://$work/page.html" \
  >/dev/null 2>&1
[[ -z ${KEEP-} ]] || cp page.html "$KEEP"

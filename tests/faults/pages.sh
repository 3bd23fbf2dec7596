# Sourced: a pack with one misspelt name, and folders of pages that hold it. A page is old or new, nothing
# else; `sort_out FOLDER` counts.
caveat=$(realpath "${CAVEAT:-$(dirname "${BASH_SOURCE[0]}")/../../build/release/caveat}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/names.toml" <<'TOML'
[pack]
name = "names"
version = "1.0.0"
language = "en"
description = "For the tests of faults"
[[term]]
correct = "kratom"
wrong = ["kratum"]
source = { title = "A list", year = 2024, url = "https://example.org/list" }
TOML

fixer=("$caveat" -q --fix --no-default-packs --pack="$work/names.toml")
fix() { "${fixer[@]}" "$@" < /dev/null > /dev/null; }

page() { # NAME LINES: each line holds the name, the last one tells where the page ends
  for ((line = 1; line <= $2; ++line)); do echo "Line $line of page $1 is about kratum tea."; done
  echo "The end of page $1."
}

fill() { # FOLDER PAGES LINES
  mkdir -p "$1"
  for ((at = 0; at < $2; ++at)); do page $at "$3" > "$1/$at.md"; done
}

sort_out() { # FOLDER OLD NEW: counts the pages of FOLDER into old, new and lost
  for kind in "$2" "$3"; do # both stay as they are
    [[ -f $kind.sums ]] || (cd "$kind" && cksum -a sha1 --untagged ./*.md) > "$kind.sums"
  done
  (cd "$1" && cksum -a sha1 --untagged ./*.md) > "$work/now.sums"
  read -r old new lost < <(awk -v total="$(wc -l < "$2.sums")" '
    FILENAME == ARGV[1] { was[$0] = 1; next }
    FILENAME == ARGV[2] { is[$0] = 1; next }
    $0 in is { new++; next }
    $0 in was { old++ }
    END { print old + 0, new + 0, total - old - new }' "$2.sums" "$3.sums" "$work/now.sums")
  ((lost == 0)) || echo "lost $lost pages of $1"
}

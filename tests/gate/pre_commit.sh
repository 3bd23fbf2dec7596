#!/usr/bin/env bash
# The hooks of .pre-commit-hooks.yaml under the real pre-commit, in repositories made for it.
#
#   pre_commit.sh [CAVEAT]          caveat-system, with that binary (default: build/release/caveat)
#   pre_commit.sh --build           caveat and caveat-fix, as users get them: pip builds HEAD
#
# Needs git and pre-commit (PyPI) on the PATH; without them it says so and passes.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
for program in git pre-commit; do
  command -v "$program" >/dev/null || { echo "$program is not here: nothing tried"; exit 0; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work PRE_COMMIT_HOME=$work/cache GIT_CONFIG_NOSYSTEM=1
git config --global user.name Tester && git config --global user.email tester@example.org
git config --global init.defaultBranch main

failed=0
passed=0
expect() {  # expect WHAT COMMAND…
  if "${@:2}"; then passed=$((passed + 1)); else failed=$((failed + 1)) && echo "failed: $1"; fi
}

commit() {  # the status of git commit; what the hooks said is in $work/log
  git add -A && git commit -q -m "$1" >"$work/log" 2>&1 </dev/null
}

said() { grep -qF -- "$1" "$work/log"; }
refused() { ! commit "$1"; }

# project ID: a fresh repository that uses this hook of $hooks
project() {
  rm -rf "$work/project" && git init -q "$work/project" && cd "$work/project"
  cat >.pre-commit-config.yaml <<EOF
repos:
  - repo: $hooks
    rev: $rev
    hooks:
      - id: $1
EOF
  pre-commit install >/dev/null
}

many() {  # many COUNT TEXT: pages whose names together exceed one command line of pre-commit
  local name
  name=$(printf 'a%.0s' {1..240})
  mkdir -p "$name" "$name/$name"
  for ((i = 0; i < $1; ++i)); do printf '%s\n' "$2" >"$name/$name/page-$i.md"; done
}

a_commit_is_stopped_until_the_page_is_right() {
  printf '# Tea\n\nTurmeric cures cancer.\n' >page.md
  expect 'a bad page is refused' refused bad
  expect 'with its finding' said 'page.md:3:10: error:'
  expect 'and status 1' said 'exit code: 1'
  printf '# Hands\n\nWash your hands before you cook.\n' >page.md
  expect 'a good page is committed' commit good
  printf 'Turmeric cures cancer.\n' >script.sh
  expect 'what is no page is not read' commit script
}

many_files_come_in_batches() {
  many 300 'Turmeric cures cancer.'
  expect '300 bad pages are refused' refused many
  expect 'and each is told' test "$(grep -c 'page-[0-9]*.md:1:10: error:' "$work/log")" = 300
  expect 'in several batches' test "$(grep -c '^caveat: ' "$work/log")" -gt 1
  many 300 'Wash your hands before you cook.'
  expect '300 good pages are committed' commit many
}

what_a_project_leaves_out_stays_out() {
  printf 'exclude = ["quoted.md"]\n' >.caveat.toml
  printf 'Turmeric cures cancer.\n' >quoted.md
  expect 'an excluded page is committed' commit quoted
}

a_fix_is_staged_again() {
  project "$1"
  [[ $1 == caveat-fix ]] || with_args --fix
  printf 'The doctor prescribed ibuprofin for the pain.\n' >page.md
  expect 'a page with a misspelt name is refused' refused misspelt
  expect 'as it was changed' said 'files were modified by this hook'
  expect 'to the right name' grep -q ibuprofen page.md
  expect 'and committed when it is staged again' commit right
}

with_args() { sed -i "s/- id: .*/&\n        args: [$1]/" .pre-commit-config.yaml; }

trouble_is_status_2() {
  printf '[[rule' >broken.toml
  with_args --pack=broken.toml
  printf 'Wash your hands.\n' >page.md
  expect 'a broken pack refuses a good page' refused trouble
  expect 'with status 2' said 'exit code: 2'
}

if [[ ${1-} == --build ]]; then
  hook=caveat fix=caveat-fix hooks=$root rev=$(git -C "$root" rev-parse HEAD)
  git config --global --add safe.directory '*'
else
  binary=$(realpath "${1-$root/build/release/caveat}")
  hook=caveat-system fix=caveat-system hooks=$work/hooks
  mkdir "$work/bin" && ln -s "$binary" "$work/bin/caveat"
  export PATH=$work/bin:$PATH
  git init -q "$hooks" && cp "$root/.pre-commit-hooks.yaml" "$hooks"
  git -C "$hooks" add -A && git -C "$hooks" commit -q -m hooks
  rev=$(git -C "$hooks" rev-parse HEAD)
fi

project "$hook"
a_commit_is_stopped_until_the_page_is_right
many_files_come_in_batches
what_a_project_leaves_out_stays_out
trouble_is_status_2
a_fix_is_staged_again "$fix"

echo "$passed passed, $failed failed"
[[ $failed == 0 ]]

#!/usr/bin/env bash
# A new user's first hour: an empty repository, a hook, a stopped commit, a fix, a baseline, CI.
# Prints what the user sees, each command behind "$ ", and says which step went wrong.
#
#   session.sh CAVEAT             with that binary and a stand-in for pre-commit: two seconds
#   session.sh --full             pip builds caveat from this clone, pre-commit comes from PyPI
#   session.sh --page [CAVEAT|--full]   docs/gate.md with its console blocks made anew
#
# Both ways print the same bytes, so the stand-in can not drift from what it stands for.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
[[ ${1-} == --page ]] && page=$root/docs/gate.md && shift
way=${1:?session.sh [--page] CAVEAT or --full}
[[ $way == --full ]] || way=$(realpath "$way")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/hooks" "$work/site"
for name in $(compgen -e | grep -E '^(GIT_|PRE_COMMIT|CI$|GITHUB_|NO_COLOR|FORCE_COLOR|CLICOLOR)')
do unset "$name"; done
export HOME=$work PRE_COMMIT_HOME=$work/cache GIT_CONFIG_NOSYSTEM=1 LC_ALL=C.UTF-8
export PATH=$work/bin:$PATH
failed=0

# What the transcript calls otherwise: the folder, and where the hooks come from.
renamed() { sed -e "s|$work/hooks|OWNER/caveat|g" -e "s|$work|~|g"; }

part() { printf -- '-- %s\n' "$1"; }

# run STATUS COMMAND [WORDS…]: what a user types, the status it has, what it must print
run() {
  local status=$1 command=$2 got printed
  printf '$ %s\n' "$command" | renamed
  printed=$(eval "$command" 2>&1 </dev/null)
  got=$?
  [[ -z $printed ]] || printf '%s\n' "$printed" | renamed
  [[ $got == "$status" ]] || wrong "status $got, not $status" "$command"
  for words in "${@:3}"; do
    grep -qF -- "$words" <<<"$printed" || wrong "nothing says '$words'" "$command"
  done
}

wrong() { printf 'session.sh: %s: %s\n' "$1" "$2" >&2; failed=$((failed + 1)); }

# The lines of the step "Check" of action.yml, and the script of docs/gitlab-ci.yml.
github_step() {
  awk '/^      name: Check$/ { here = 1 } here && inside { print substr($0, 9) }
       here && /^      run: \|$/ { inside = 1 }' "$root/action.yml"
}
gitlab_script() { sed -n '/^  script:/,/^  [a-z]*:$/s/^    - //p' "$root/docs/gitlab-ci.yml"; }

install_all() {
  if [[ $way == --full ]]; then
    python3 -m venv "$work/venv" && "$work/venv/bin/pip" install -q "$root" pre-commit >&2 ||
      exit 2
    export PATH=$work/venv/bin:$PATH
  else
    ln -s "$way" "$work/bin/caveat"
    ln -s "$root/tests/gate/stand_in.sh" "$work/bin/pre-commit"
  fi
  git config --global user.name Ada && git config --global user.email ada@example.org
  git config --global init.defaultBranch main
  git config --global advice.detachedHead false
  git init -q "$work/hooks" && cp "$root/.pre-commit-hooks.yaml" "$work/hooks"
  git -C "$work/hooks" add -A && git -C "$work/hooks" commit -qm hooks
  git -C "$work/hooks" tag v0.1.0
}

hook() {  # hook [ARGS]: .pre-commit-config.yaml
  printf 'repos:\n  - repo: %s\n    rev: v0.1.0\n    hooks:\n      - id: caveat-system\n' \
    "$work/hooks" >.pre-commit-config.yaml
  [[ -z ${1-} ]] || printf '        args: [%s]\n' "$1" >>.pre-commit-config.yaml
}

an_empty_repository() {
  part install
  run 0 'git init -q'
  run 0 'caveat --version'
  run 0 'caveat init' 'wrote .caveat.toml'
  hook
  part hook
  run 0 'cat .pre-commit-config.yaml'
  run 0 'pre-commit install' 'pre-commit installed'
}

a_stopped_commit() {
  cat >turmeric.md <<'END'
# Turmeric for sore knees

Turmeric has coloured rice for thousands of years. Now science agrees: turmeric cures
arthritis, and it is completely safe.

Take it instead of the ibuprofin in your cabinet.
END
  part stopped
  run 0 'cat turmeric.md'
  run 0 'git add .'
  run 1 'git commit -q -m "Turmeric"' 'cures' 'ibuprofin' 'exit code: 1'
}

a_fix() {
  part fix
  run 1 'caveat check --quiet --fix .' 'cures'
  run 0 'git diff -U0 turmeric.md' '+Take it instead of the ibuprofen'
  cat >turmeric.md <<'END'
# Turmeric for sore knees

Turmeric has coloured rice for thousands of years. [Small, short trials][nccih] found that its
extract may ease the pain of arthritis in the knee a little. Supplements with turmeric have
injured livers.

If you take ibuprofen or a blood thinner, ask your doctor before you add turmeric.

[nccih]: https://www.nccih.nih.gov/health/turmeric
END
  part reworded
  run 0 'cat turmeric.md'
  run 0 'git add .'
  run 0 'git commit -q -m "Turmeric"' 'Passed'
}

an_old_text() {
  cat >melatonin.md <<'END'
# Melatonin, the natural answer

Melatonin cures insomnia. Valerian tea works even better than sleeping pills, and doctors do not
want you to know that.

Chamomile cures anxiety.
END
  part old
  run 0 'git add melatonin.md'
  run 1 'git commit -q -m "Pages of the old site"' 'exit code: 1' 'melatonin.md:3:11'
  part baseline
  run 0 'caveat check --quiet --baseline=.caveat-baseline --write-baseline . >/dev/null'
  hook --baseline=.caveat-baseline
  run 0 'tail -n 2 .pre-commit-config.yaml'
  run 0 'git add .'
  run 0 'git commit -q -m "Pages of the old site"' 'Passed'
  sed -i '1a\\nThis page is from 2014.' melatonin.md
  printf '\nAfter a long flight, melatonin cures jet lag.\n' >>melatonin.md
  part new
  run 0 'git diff -U0 melatonin.md'
  run 1 'git commit -q -a -m "Melatonin on journeys"' 'cures jet lag'
}

a_run_of_ci() {
  part red
  run 0 'git commit -q -a --no-verify -m "Melatonin on journeys"'
  run 0 'git clone -q . ../runner && cd ../runner'
  github_step >../check.sh
  export GITHUB_OUTPUT=$work/output
  cd ../runner || exit 2
  local step='PATHS=. FAIL_ON=warning ARGS=--baseline=.caveat-baseline SARIF=caveat.sarif'
  step+=' bash -eo pipefail ../check.sh'
  run 1 "$step" '::error file=melatonin.md'
  part annotated
  run 0 "grep -o '\"ruleId\":\"[^\"]*\"' caveat.sarif"
  part gitlab-red
  run 1 "CAVEAT_PATHS='. --baseline=.caveat-baseline'; $(gitlab_script)" 'cures jet lag'
  run 0 "grep -o '\"path\":\"[^\"]*\"' gl-code-quality-report.json" melatonin.md
  cd ../site || exit 2
  sed -i 's/melatonin cures jet/melatonin at bedtime helps with jet/' melatonin.md
  part green
  run 0 'git diff -U0 melatonin.md'
  run 0 'git commit -q -a -m "Say what trials found"' Passed
  run 0 'git -C ../runner pull -q && cd ../runner'
  cd ../runner || exit 2
  run 0 "$step"
  run 0 "CAVEAT_PATHS='. --baseline=.caveat-baseline'; $(gitlab_script)"
}

transcript() {
  cd "$work/site" || exit 2
  an_empty_repository
  a_stopped_commit
  a_fix
  an_old_text
  a_run_of_ci
  return $((failed > 0))
}

# The page with the N-th part in its N-th console block.
page_of() {
  awk 'FNR == NR { if (/^-- [a-z-]+$/) ++part; else text[part] = text[part] $0 "\n"; next }
       inside && /^```$/ { printf "%s", text[++block]; inside = 0 }
       !inside { print }
       /^```console$/ { inside = 1 }
       END { if (block != part) exit 1 }' "$1" "$page" || wrong 'other blocks than parts' "$page"
}

install_all
transcript >"$work/transcript" || { cat "$work/transcript"; exit 1; }
if [[ -n ${page-} ]]; then page_of "$work/transcript"; else cat "$work/transcript"; fi
exit $((failed > 0))

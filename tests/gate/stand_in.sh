#!/usr/bin/env bash
# Stands in for pre-commit in session.sh where nothing is downloaded: one hook, caveat-system, on
# the staged pages, told in pre-commit's form. It hides no unstaged changes.
set -uo pipefail

case ${1-} in
  install)
    printf '#!/bin/sh\nexec pre-commit run\n' >.git/hooks/pre-commit
    chmod +x .git/hooks/pre-commit
    echo 'pre-commit installed at .git/hooks/pre-commit'
    exit ;;
  run) ;;
  *) echo 'stand_in.sh: install or run' >&2; exit 2 ;;
esac

config=.pre-commit-config.yaml
mark=${PRE_COMMIT_HOME:?}/cloned
if [[ ! -e $mark ]]; then
  echo "[INFO] Initializing environment for $(sed -n 's/.*repo: //p' "$config")."
  mkdir -p "$PRE_COMMIT_HOME" && touch "$mark"
fi
read -ra args < <(sed -n 's/^ *args: \[\(.*\)\]$/\1/p' "$config" | tr -d ,)
mapfile -t pages < <(git diff --cached --name-only --diff-filter=d -- '*.md' '*.html' '*.txt')
told() { printf 'caveat%s%s%s\n' "$(printf '.%.0s' $(seq $((73 - ${#1} - ${#2}))))" "$1" "$2"; }

((${#pages[@]})) || { told '(no files to check)' Skipped; exit 0; }
if printed=$(caveat check --force-exclude "${args[@]}" "${pages[@]}" 2>&1); then
  told '' Passed
else
  status=$?
  told '' Failed
  printf -- '- hook id: caveat-system\n- exit code: %s\n\n%s\n\n' "$status" "$printed"
  exit 1
fi

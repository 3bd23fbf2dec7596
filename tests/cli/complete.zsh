# complete.zsh LINE...: what zsh makes of each line when tab is pressed at its end, one a line.
# A zsh of its own runs on a pseudo-terminal, in the current folder, with the script in ./_caveat.
zmodload zsh/zpty
zpty shell 'TERM=dumb PS1= zsh -f -i'
zpty -w shell 'fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -d ./.zcompdump
  unsetopt list_ambiguous auto_list beep; setopt no_always_last_prompt
  _done() { print -r -- "$BUFFER" >> seen; BUFFER= }; zle -N _done; bindkey "^X" _done
  _tab() { zle complete-word }; zle -N _tab; bindkey "^I" _tab; print > ready'
: > seen
for try in {1..100}; do [[ -e ready ]] && break; sleep 0.1; done
count=0
for line in "$@"; do
  zpty -w -n shell "$line"$'\t\x18'
  (( ++count ))
  for try in {1..50}; do (( $(wc -l < seen) >= count )) && break; sleep 0.1; done
done
zpty -d shell
cat seen

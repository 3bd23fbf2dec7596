# Kakoune goes from error to error of a report, in a session without a screen, and writes what
# stands under its cursor into the file `seen`. What comes from outside it runs one by one.
session=caveat-$$
: > seen
timeout 20 kak -ui dummy -s "$session" < /dev/null > /dev/null 2>&1 -e "
  source '$editors/kakoune/caveat.kak'
  edit page.md
  caveat-check" &
say() { printf '%s\n' "$1" | kak -p "$session" 2> /dev/null; }
ready() { [ -s ready ]; }
until ready || [ $((tries += 1)) -gt 100 ]; do
  sleep 0.1
  say "evaluate-commands -client client0 -draft %{ buffer *make*
    execute-keys '%<a-|>tail -n 1 > $PWD/ready<ret>' }"
done
sleep 0.5
steps=$(caveat check --quiet --excerpt=never page.md | grep -c -E ': (error|warning): ')
for step in $(seq "$steps"); do
  say "evaluate-commands -client client0 %{ make-next-error
    execute-keys -draft 'Gl<a-|>(printf \"? \"; cat; echo) >> $PWD/seen<ret>' }"
done
say "evaluate-commands -client client0 %{ nop %sh{ echo > $PWD/done } }"
until [ -e done ] || [ $((tries += 1)) -gt 200 ]; do sleep 0.1; done
say 'kill!'
wait
sort -u -o seen seen

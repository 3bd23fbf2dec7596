# complete.bash WORD...: what bash offers for the last of the words, as it parts a line into words.
source ./caveat
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_caveat
echo "${COMPREPLY[*]}"

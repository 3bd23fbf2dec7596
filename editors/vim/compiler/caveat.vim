" :compiler caveat | make   puts the findings on this file into the quickfix list.
" Columns of caveat count bytes, as %c does.
if exists('current_compiler')
  finish
endif
let current_compiler = 'caveat'

if exists(':CompilerSet') != 2
  command -nargs=* CompilerSet setlocal <args>
endif

CompilerSet makeprg=caveat\ check\ --quiet\ --excerpt=never\ --color=never\ $*\ %:S
CompilerSet errorformat=%f:%l:%c:\ %trror:\ %m,%f:%l:%c:\ %tarning:\ %m,%f:%l:%c:\ %tote:\ %m

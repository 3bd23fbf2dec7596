" ALE lints a buffer that was never saved as it stands, through the definition of editors/vim.
set encoding=utf-8 hidden
let g:ale_linters = {'markdown': ['caveat']}
let g:ale_lint_on_enter = 0
let &runtimepath = $editors . '/vim,' . $ale . ',' . &runtimepath
filetype on
runtime plugin/ale.vim
edit changed.md
set filetype=markdown
call setline(1, readfile('page.md'))
call ale#Queue(0)
call ale#test#WaitForJobs(10000)
let seen = []
for item in ale#engine#GetLoclist(bufnr(''))
  call cursor(item.lnum, item.col)
  let rest = strpart(getline('.'), col('.') - 1)
  let one_line = item.end_lnum == item.lnum
  let span = one_line ? strpart(rest, 0, item.end_col - item.col + 1) : ''
  call add(seen, item.type . ' ' . rest . '|' . span)
endfor
call writefile(seen, 'seen')
qall!

" :make with the compiler of editors/vim, in Vim and in Neovim; what stands under the cursor at each
" entry that is no note goes into the file `seen`.
set encoding=utf-8
let &runtimepath = $editors . '/vim,' . &runtimepath
edit page.md
compiler caveat
silent make!
let seen = []
for number in range(1, len(getqflist()))
  let entry = getqflist()[number - 1]
  if !entry.valid || entry.type is? 'n' | continue | endif
  execute 'cc' number
  call add(seen, toupper(entry.type) . ' ' . strpart(getline('.'), col('.') - 1))
endfor
call writefile(seen, 'seen')
qall!

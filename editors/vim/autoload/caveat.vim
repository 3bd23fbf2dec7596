" What the linters in ale_linters/ share: one definition a file type.

let s:types = {'error': 'E', 'warning': 'W', 'note': 'I'}
let s:endings = {'html': 'html', 'mdx': 'mdx', 'text': 'txt'}

function! caveat#Name(buffer) abort
  let l:name = bufname(a:buffer)
  let l:ending = get(s:endings, getbufvar(a:buffer, '&filetype'), 'md')
  return l:name is# '' ? 'buffer.' . l:ending : fnamemodify(l:name, ':p')
endfunction

function! caveat#Command(buffer) abort
  let l:arguments = ale#Var(a:buffer, 'caveat_arguments')
  let l:name = ale#Escape('--stdin-filename=' . caveat#Name(a:buffer))
  return '%e check --quiet --format=json ' . substitute(l:name, '%', '%%', 'g')
  \ . (empty(l:arguments) ? '' : ' ' . l:arguments) . ' -'
endfunction

" Lines of caveat's JSON to items of ALE, whose ends are inclusive.
function! caveat#Handle(buffer, lines) abort
  let l:report = ale#util#FuzzyJSONDecode(a:lines, {})
  let l:name = caveat#Name(a:buffer)
  let l:items = []
  for l:found in get(l:report, 'diagnostics', [])
    if l:found.file isnot# l:name
      continue
    endif
    let l:notes = map(copy(l:found.notes), {_, note -> note.message})
    call add(l:items, {
    \ 'lnum': l:found.line, 'col': l:found.column,
    \ 'end_lnum': l:found.endLine, 'end_col': l:found.endColumn - 1,
    \ 'type': s:types[l:found.severity], 'code': l:found.rule, 'text': l:found.message,
    \ 'detail': join([l:found.message . ' [' . l:found.rule . ']'] + l:notes, "\n"),
    \ })
  endfor
  return l:items
endfunction

function! caveat#Define(filetype) abort
  let g:ale_caveat_executable = get(g:, 'ale_caveat_executable', 'caveat')
  let g:ale_caveat_arguments = get(g:, 'ale_caveat_arguments', '')
  call ale#linter#Define(a:filetype, {
  \ 'name': 'caveat',
  \ 'executable': {buffer -> ale#Var(buffer, 'caveat_executable')},
  \ 'command': function('caveat#Command'),
  \ 'callback': function('caveat#Handle'),
  \ })
endfunction

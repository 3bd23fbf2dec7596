# :lint-buffer marks the lines of the buffer with what caveat says of them; :caveat-check lints the
# file on disk, and :make-next-error goes to the words. Columns of Kakoune count bytes, as ours do.

declare-option -docstring 'how caveat is called' \
    str caveat_command 'caveat check --quiet --excerpt=never --color=never'

hook global BufSetOption filetype=(markdown|mdx|html) %{
    set-option buffer lintcmd %opt{caveat_command}
}

hook global BufCreate .*[.](txt|text) %{
    set-option buffer lintcmd %opt{caveat_command}
}

define-command caveat-check -docstring 'lint the file of this buffer' %{
    set-option window makecmd %opt{caveat_command}
    evaluate-commands %sh{
        quoted=$(printf %s "$kak_buffile" | sed "s/'/'\\\\''/g")
        printf 'make %%§%s§\n' "'$quoted'"
    }
    set-option 'buffer=*make*' make_error_pattern ' (?:error|warning):'
}

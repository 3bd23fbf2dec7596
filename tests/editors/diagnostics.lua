-- vim.diagnostic by lua/caveat.lua alone, and by the linter as nvim-lint calls it.
vim.opt.runtimepath:prepend(os.getenv('editors') .. '/nvim')
local caveat = require('caveat')
local letters = { 'E', 'W', 'I' }

-- Where the cursor lands, and what lies between both ends if that is one line.
local function told(diagnostics)
  local seen = {}
  for _, item in ipairs(diagnostics) do
    vim.api.nvim_win_set_cursor(0, { item.lnum + 1, item.col })
    local at = vim.api.nvim_win_get_cursor(0)
    local line = vim.api.nvim_get_current_line()
    local one_line = item.end_lnum == item.lnum
    local span = one_line and line:sub(item.col + 1, item.end_col) or ''
    table.insert(seen, letters[item.severity] .. ' ' .. line:sub(at[2] + 1) .. '|' .. span)
  end
  table.sort(seen)
  return seen
end

vim.cmd('edit changed.md')
vim.api.nvim_buf_set_lines(0, 0, -1, true, vim.fn.readfile('page.md'))
vim.fn.jobwait({ caveat.lint() }, 10000)
vim.wait(5000, function()
  return #vim.diagnostic.get(0, { namespace = caveat.namespace }) > 0
end)
local alone = told(vim.diagnostic.get(0, { namespace = caveat.namespace }))

-- nvim-lint is in no registry: this is how its lint.lua evaluates a linter.
local linter = require('lint.linters.caveat')
local line = { linter.cmd }
for _, argument in ipairs(linter.args) do
  table.insert(line, type(argument) == 'function' and argument() or argument)
end
local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n') .. '\n'
local by_plugin = told(linter.parser(vim.fn.system(line, text), vim.fn.bufnr(), vim.fn.getcwd()))

local same = vim.deep_equal(alone, by_plugin)
vim.fn.writefile(same and alone or { 'nvim-lint sees something else' }, 'seen')
vim.cmd('qall!')

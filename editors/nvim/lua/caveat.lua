-- Findings of caveat as vim.diagnostic, without any plugin. See doc/caveat-nvim.txt.
local linter = require('lint.linters.caveat')

local M = {}

M.namespace = vim.api.nvim_create_namespace('caveat')

local options = {
  cmd = 'caveat',
  arguments = {},
  pattern = { '*.md', '*.markdown', '*.mdx', '*.html', '*.htm', '*.txt' },
  events = { 'BufReadPost', 'BufWritePost', 'InsertLeave', 'TextChanged' },
}

local jobs = {} -- of each buffer the one that runs

local function command_line()
  local line = { options.cmd }
  for _, argument in ipairs(linter.args) do
    if argument == '-' then vim.list_extend(line, options.arguments) end
    table.insert(line, type(argument) == 'function' and argument() or argument)
  end
  return line
end

-- A report counts if the buffer is still the text that was sent.
local function publish(bufnr, tick, output)
  if not vim.api.nvim_buf_is_valid(bufnr) then return end
  if vim.api.nvim_buf_get_changedtick(bufnr) ~= tick then return end
  vim.diagnostic.set(M.namespace, bufnr, linter.parser(output, bufnr))
end

local function complain(complaints)
  if complaints ~= '' then vim.notify(vim.trim(complaints), vim.log.levels.ERROR) end
end

-- Lints the current buffer as it stands; returns the job.
function M.lint()
  local bufnr = vim.api.nvim_get_current_buf()
  local tick = vim.api.nvim_buf_get_changedtick(bufnr)
  local output, complaints = '', ''
  if jobs[bufnr] then vim.fn.jobstop(jobs[bufnr]) end
  local job = vim.fn.jobstart(command_line(), {
    stdout_buffered = true,
    stderr_buffered = true,
    on_stdout = function(_, lines) output = table.concat(lines, '\n') end,
    on_stderr = function(_, lines) complaints = table.concat(lines, '\n') end,
    on_exit = function(id, status)
      if jobs[bufnr] == id then jobs[bufnr] = nil end
      if status <= 2 then publish(bufnr, tick, output) end
      if status == 2 then complain(complaints) end
    end,
  })
  jobs[bufnr] = job
  local text = table.concat(vim.api.nvim_buf_get_lines(bufnr, 0, -1, true), '\n')
  vim.fn.chansend(job, text .. '\n')
  vim.fn.chanclose(job, 'stdin')
  return job
end

-- What the finding under the cursor rests on: its notes and its address, in a window.
function M.explain()
  local line, column = unpack(vim.api.nvim_win_get_cursor(0))
  for _, item in ipairs(vim.diagnostic.get(0, { namespace = M.namespace, lnum = line - 1 })) do
    local covers = item.end_lnum > item.lnum or column < item.end_col
    if column >= item.col and covers then
      local told = { item.message .. ' [' .. item.code .. ']' }
      vim.list_extend(told, item.user_data.caveat.notes)
      table.insert(told, item.user_data.caveat.url)
      return vim.lsp.util.open_floating_preview(told, 'plaintext')
    end
  end
end

function M.setup(changes)
  options = vim.tbl_extend('force', options, changes or {})
  local group = vim.api.nvim_create_augroup('caveat', { clear = true })
  vim.api.nvim_create_autocmd(options.events, {
    group = group,
    pattern = options.pattern,
    callback = function() M.lint() end,
  })
end

return M

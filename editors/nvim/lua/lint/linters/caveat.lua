-- caveat as nvim-lint has its linters. lua/caveat.lua uses the same table without nvim-lint.
local severities = {
  error = vim.diagnostic.severity.ERROR,
  warning = vim.diagnostic.severity.WARN,
  note = vim.diagnostic.severity.INFO,
}

local endings = { html = 'html', mdx = 'mdx', text = 'txt' }

local function name_of(bufnr)
  local name = vim.api.nvim_buf_get_name(bufnr)
  if name ~= '' then return name end
  return 'buffer.' .. (endings[vim.bo[bufnr].filetype] or 'md')
end

-- Lines from 0, columns in bytes from 0, ends exclusive: all of it one less than in the report.
local function diagnostic_of(found)
  local notes = vim.tbl_map(function(note) return note.message end, found.notes)
  return {
    lnum = found.line - 1,
    col = found.column - 1,
    end_lnum = found.endLine - 1,
    end_col = found.endColumn - 1,
    severity = severities[found.severity],
    source = 'caveat',
    code = found.rule,
    message = found.message,
    user_data = { caveat = { notes = notes, url = found.url, fixes = found.fixes } },
  }
end

local function parse(output, bufnr)
  local ok, report = pcall(vim.json.decode, output)
  if not ok or type(report) ~= 'table' then return {} end
  local diagnostics = {}
  for _, found in ipairs(report.diagnostics or {}) do
    if found.file == name_of(bufnr) then table.insert(diagnostics, diagnostic_of(found)) end
  end
  return diagnostics
end

return {
  cmd = 'caveat',
  stdin = true,
  args = {
    'check',
    '--quiet',
    '--format=json',
    function() return '--stdin-filename=' .. name_of(vim.api.nvim_get_current_buf()) end,
    '-',
  },
  stream = 'stdout',
  ignore_exitcode = true,
  parser = parse,
}

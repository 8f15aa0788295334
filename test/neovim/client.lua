-- Neovim as a real client: opens a letter and asks for what a reviewer asks for. Ends with `N passed, N failed`.
local root = vim.env.IMR_ROOT
local passed, failed = 0, 0

local function test(title, body)
  local ok, message = pcall(body)
  if ok then
    passed = passed + 1
    print('ok   ' .. title)
  else
    failed = failed + 1
    print('FAIL ' .. title .. '\n     ' .. tostring(message))
  end
end

local function expect(condition, message)
  if not condition then
    error(message, 2)
  end
end

local function contains(text, part)
  expect(type(text) == 'string' and text:find(part, 1, true), ('no "%s" in: %s'):format(part, vim.inspect(text)))
end

--- Puts the cursor on the first unit of `inner` in the first line that holds `words`; returns that line, from 1.
local function go_to(words, inner)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local from = line:find(words, 1, true)
    if from then
      vim.api.nvim_win_set_cursor(0, { number, line:find(inner or words, from, true) - 1 })
      return number
    end
  end
  error('not in the letter: ' .. words)
end

local function ask(method, params)
  local replies = vim.lsp.buf_request_sync(0, method, params or vim.lsp.util.make_position_params(), 10000)
  local _, reply = next(replies or {})
  expect(reply, method .. ': no answer')
  expect(not reply.err, vim.inspect(reply.err))
  return reply.result
end

vim.g.imr_server = { 'node', root .. '/dist/server.js', '--stdio' }
vim.cmd('luafile ' .. root .. '/docs/editors/neovim.lua')
vim.cmd('edit ' .. root .. '/samples/2014-letter.imr.txt')

test('the server attaches to a letter', function()
  expect(vim.wait(10000, function()
    return #vim.lsp.buf_get_clients(0) == 1
  end), 'no client')
end)

test('diagnostics arrive, each with its code', function()
  local function codes()
    return vim.tbl_map(function(each)
      return each.code or (each.user_data and each.user_data.lsp and each.user_data.lsp.code)
    end, vim.diagnostic.get(0))
  end
  expect(vim.wait(10000, function()
    return vim.tbl_contains(codes(), 'IMR301')
  end), 'no IMR301 among ' .. vim.inspect(codes()))
end)

test('every diagnostic has a word that the cursor reaches, and actions there', function()
  local diagnostics = vim.diagnostic.get(0)
  expect(#diagnostics > 0, 'no diagnostics')
  for _, each in ipairs(diagnostics) do
    local where = ('%s at %d:%d'):format(each.message, each.lnum, each.col)
    expect(each.end_lnum > each.lnum or each.end_col > each.col, 'an empty range: ' .. where)
    vim.api.nvim_win_set_cursor(0, { each.lnum + 1, each.col })
    local params = vim.lsp.util.make_range_params()
    params.context = { diagnostics = {} }
    local actions = ask('textDocument/codeAction', params)
    expect(type(actions) == 'table' and #actions > 0, 'no actions: ' .. where)
  end
end)

test('hover tells of a drug and of a citation', function()
  go_to('Tramadol 50 mg #90: Upheld')
  contains(ask('textDocument/hover').contents.value, '**Tramadol**')
  go_to('Page(s): 76-80', '76-80')
  contains(ask('textDocument/hover').contents.value, 'printed with this topic in published letters')
end)

test('definition opens the card as a page that cannot be changed', function()
  go_to('Tramadol 50 mg #90: Upheld')
  local targets = ask('textDocument/definition')
  local target = targets[1] or targets
  local uri = target.targetUri or target.uri
  expect(uri == 'imr-library:/drug/tramadol.md', vim.inspect(targets))
  vim.cmd('split')
  vim.lsp.util.jump_to_location(target, 'utf-16')
  contains(vim.api.nvim_buf_get_lines(0, 0, 1, false)[1], '# Tramadol')
  expect(not vim.bo.modifiable, 'the page can be changed')
  vim.cmd('close')
end)

test('completion offers the outcomes behind an item', function()
  local heading = go_to('Tramadol 50 mg #90: Upheld')
  vim.api.nvim_buf_set_lines(0, heading - 1, heading, false, { 'Tramadol 50 mg #90: ' })
  vim.api.nvim_win_set_cursor(0, { heading, #'Tramadol 50 mg #90: ' - 1 })
  local params = vim.lsp.util.make_position_params()
  params.position.character = #'Tramadol 50 mg #90: '
  local labels = vim.tbl_map(function(item)
    return item.label
  end, ask('textDocument/completion', params).items)
  expect(vim.deep_equal(labels, { '[Upheld | Overturned]', 'Upheld', 'Overturned' }), vim.inspect(labels))
end)

test('a code action adds the conclusion, and its problem is gone', function()
  vim.cmd('edit! ' .. root .. '/samples/2014-letter.imr.txt')
  local function has_problem()
    return #vim.tbl_filter(function(each)
      return each.message:find('does not say whether', 1, true)
    end, vim.diagnostic.get(0)) > 0
  end
  expect(vim.wait(10000, has_problem), 'no IMR301')
  go_to('further ninety tablets', 'tablets')
  local offered = {}
  vim.ui.select = function(items, options, choose)
    for _, item in ipairs(items) do
      local title = options.format_item(item)
      table.insert(offered, title)
      if title:find('^Add the conclusion') then
        return choose(item)
      end
    end
  end
  vim.lsp.buf.code_action()
  local function text()
    return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), ' '):gsub('%s+', ' ')
  end
  local conclusion = 'The request for Tramadol 50 mg #90 is not medically necessary.'
  expect(vim.wait(10000, function()
    return text():find(conclusion, 1, true) ~= nil
  end), 'not added; offered: ' .. vim.inspect(offered))
  expect(vim.wait(10000, function()
    return not has_problem()
  end), 'IMR301 is still reported')
end)

test('references are found in the other letters of the folder', function()
  vim.cmd('edit! ' .. root .. '/samples/2014-letter.imr.txt')
  go_to('Chronic Pain Treatment Guidelines', 'Chronic')
  local params = vim.lsp.util.make_position_params()
  params.context = { includeDeclaration = true }
  local found = {}
  for _, place in ipairs(ask('textDocument/references', params)) do
    found[place.uri:match('[^/]+$')] = true
  end
  expect(found['2014-letter.imr.txt'] and found['2015-letter.imr.txt'], vim.inspect(found))
end)

test('a configuration is checked while it is typed, and saved nowhere', function()
  vim.cmd('edit ' .. root .. '/samples/.imr.yaml')
  local function told()
    return vim.tbl_map(function(each)
      return each.lnum + 1 .. ': ' .. each.message
    end, vim.diagnostic.get(0))
  end
  vim.api.nvim_buf_set_lines(0, 0, -1, false, { 'rules:', '  IMR301: loud' })
  expect(vim.wait(10000, function()
    return #told() == 1
  end), 'not one problem: ' .. vim.inspect(told()))
  contains(told()[1], '2: A severity is one of')
  vim.api.nvim_buf_set_lines(0, 1, 2, false, { '  IMR301: hint' })
  expect(vim.wait(10000, function()
    return #told() == 0
  end), 'still told: ' .. vim.inspect(told()))
  expect(vim.bo.modified, 'it was saved')
  vim.cmd('bwipeout!')
end)

print(('%d passed, %d failed'):format(passed, failed))
vim.cmd(failed == 0 and 'qall!' or 'cquit')

-- IMR determination letters in Neovim 0.7 or later: `:luafile neovim.lua`, or paste it into init.lua.
-- The server is found as `imr-language-server` on the PATH, unless vim.g.imr_server names another command.
local scheme = 'imr-library:'
local client

local function start(buffer)
  client = client
    or vim.lsp.start_client({
      name = 'imr',
      cmd = vim.g.imr_server or { 'imr-language-server', '--stdio' },
      root_dir = vim.fn.getcwd(),
      -- This editor opens pages of the library by the autocommand below.
      init_options = { pages = true },
      on_exit = function()
        client = nil
      end,
    })
  if client then
    vim.lsp.buf_attach_client(buffer, client)
  end
end

vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
  pattern = { '*.imr', '*.imr.txt' },
  callback = function(event)
    vim.bo[event.buf].filetype = 'imr'
    vim.bo[event.buf].omnifunc = 'v:lua.vim.lsp.omnifunc'
    start(event.buf)
  end,
})

-- Configurations and suppressions are checked while they are typed, and so are a team's packs where vim.g.imr_packs lists their
-- names: { 'house-*.yaml' }. Problems are all that the server tells in them.
vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
  pattern = vim.list_extend({ '.imr.yaml', '.imr.json', '*/.imr/suppressions.json' }, vim.g.imr_packs or {}),
  callback = function(event)
    start(event.buf)
  end,
})

-- Cards of guidelines and drugs, and pages about rules: the target of "go to definition". Neovim takes an address without `//`
-- for a file name and puts the folder before it.
vim.api.nvim_create_autocmd('BufReadCmd', {
  pattern = '*' .. scheme .. '/*',
  callback = function(event)
    local uri = event.match:sub((event.match:find(scheme, 1, true)))
    local server = client and vim.lsp.get_client_by_id(client)
    local reply = server and server.request_sync('workspace/textDocumentContent', { uri = uri }, 2000, event.buf)
    local text = reply and reply.result and reply.result.text or 'Open a letter first.'
    vim.api.nvim_buf_set_lines(event.buf, 0, -1, false, vim.split(text, '\n'))
    vim.bo[event.buf].buftype = 'nofile'
    vim.bo[event.buf].filetype = 'markdown'
    vim.bo[event.buf].modifiable = false
  end,
})

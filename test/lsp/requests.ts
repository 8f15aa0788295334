const start = { line: 0, character: 0 };
const everything = { start, end: { line: 1_000_000, character: 0 } };
const options = { tabSize: 2, insertSpaces: true };

/** What an editor asks about one letter; `textDocument` is added. */
export const requests: readonly [method: string, params?: object][] = [
  ['textDocument/diagnostic'],
  ['textDocument/hover', { position: start }],
  ['textDocument/completion', { position: start }],
  ['textDocument/definition', { position: start }],
  ['textDocument/references', { position: start, context: { includeDeclaration: true } }],
  ['textDocument/documentHighlight', { position: start }],
  ['textDocument/documentSymbol'],
  ['textDocument/documentLink'],
  ['textDocument/foldingRange'],
  ['textDocument/selectionRange', { positions: [start] }],
  ['textDocument/linkedEditingRange', { position: start }],
  ['textDocument/codeAction', { range: everything, context: { diagnostics: [] } }],
  ['textDocument/codeLens'],
  ['textDocument/inlayHint', { range: everything }],
  ['textDocument/semanticTokens/full'],
  ['textDocument/semanticTokens/range', { range: everything }],
  ['textDocument/formatting', { options }],
  ['textDocument/rangeFormatting', { range: everything, options }],
];

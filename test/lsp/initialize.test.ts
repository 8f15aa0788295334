import { afterEach, describe, expect, it } from 'vitest';
import { connect, fullCapabilities, type TestClient } from './client';

let client: TestClient;
afterEach(() => client.close());

describe('initialize', () => {
  it('offers a full client everything', async () => {
    client = await connect({ capabilities: fullCapabilities });
    expect(client.initialized.serverInfo).toEqual({ name: 'imr-language-server', version: '0.0.0' });
    expect(client.initialized.capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      diagnosticProvider: { workspaceDiagnostics: true },
      codeActionProvider: {
        resolveProvider: true,
        codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.imr'],
      },
      semanticTokensProvider: { full: { delta: true }, range: true },
    });
  });

  it('offers a client that states nothing what needs nothing of it', async () => {
    client = await connect();
    const { capabilities } = client.initialized;
    expect(capabilities.diagnosticProvider).toBeUndefined();
    expect(capabilities.codeActionProvider).toMatchObject({ resolveProvider: false });
    expect(capabilities).toMatchObject({ documentSymbolProvider: { label: 'IMR' }, hoverProvider: true });
  });

  it('answers requests about letters that were never opened with nothing', async () => {
    client = await connect({ capabilities: fullCapabilities });
    const textDocument = { uri: 'file:///none.imr' };
    for (const method of ['documentSymbol', 'foldingRange', 'hover', 'codeAction', 'selectionRange']) {
      const params = {
        textDocument,
        position: { line: 0, character: 0 },
        positions: [],
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        context: { diagnostics: [] },
      };
      expect(await client.connection.sendRequest(`textDocument/${method}`, params), method).toBeNull();
    }
    expect(client.log).toEqual([]);
  });
});

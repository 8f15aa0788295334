// What a client, or a letter, can do to the server short of ending it. Each has a stated outcome; see docs/reliability.md.
import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource, type Diagnostic, ErrorCodes, LSPErrorCodes } from 'vscode-languageserver/node';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { withoutConclusion } from './letters';
import { requests } from './requests';

let client: TestClient;
afterEach(() => client.close());

const uri = 'file:///letters/a.imr';
const codesOf = (found: readonly Diagnostic[]) => found.map(({ code }) => code);

describe('a letter', () => {
  it.each([
    [
      'with one line of 1 MB',
      withoutConclusion.replace('The MTUS does', `${'It is so. '.repeat(100_000)}The MTUS does`),
    ],
    ['that is one line', withoutConclusion.replace(/\n/g, ' ')],
    ['of 1 MB without a space', 'a'.repeat(1_000_000)],
    ['of 100,000 page breaks', '\f'.repeat(100_000) + withoutConclusion],
    ['of NUL characters', `${'\0'.repeat(1000)}${withoutConclusion}`],
    ['of lone surrogates', withoutConclusion.replace(/a/g, '\ud83d').replace(/e/g, '\udc00')],
  ])(
    '%s is answered, whatever is asked',
    async (_, text) => {
      client = await connect({ capabilities: fullCapabilities });
      const letter = await OpenLetter.open(client, text);
      for (const [method, params] of requests) await letter.ask(method, params);
      for (const { range } of await letter.diagnostics()) {
        expect(letter.document.offsetAt(range.end)).toBeGreaterThanOrEqual(letter.document.offsetAt(range.start));
      }
      expect(client.log).toEqual([]);
    },
    120_000,
  );

  it('keeps its characters when a pair of surrogates is cut in two and joined again', async () => {
    client = await connect({ capabilities: fullCapabilities });
    const letter = await OpenLetter.open(client, withoutConclusion.replace('The MTUS', '\u{1f600} The MTUS'));
    const before = codesOf(await letter.diagnostics());
    const at = letter.positionOf('\ud83d', 1);
    await letter.type({ start: at, end: at }, 'x');
    await letter.diagnostics();
    await letter.type({ start: at, end: { line: at.line, character: at.character + 1 } }, '');
    expect(codesOf(await letter.diagnostics())).toEqual(before);
  });
});

describe('requests', () => {
  it('1,000 that are cancelled at once are refused, and the next one is answered', async () => {
    client = await connect({ capabilities: fullCapabilities });
    const letter = await OpenLetter.open(client, withoutConclusion);
    const outcomes = Array.from({ length: 1000 }, (_, i) => {
      const source = new CancellationTokenSource();
      const [method = '', params] = requests[i % requests.length] ?? [];
      const asked = client.connection.sendRequest(method, { textDocument: { uri }, ...params }, source.token);
      source.cancel();
      return asked.then(
        () => 'answered',
        ({ code }) => code,
      );
    });
    const kinds = new Set(await Promise.all(outcomes));
    const allowed: unknown[] = ['answered', LSPErrorCodes.RequestCancelled, LSPErrorCodes.ServerCancelled];
    expect([...kinds].filter((kind) => !allowed.includes(kind))).toEqual([]);
    expect(kinds).toContain(LSPErrorCodes.RequestCancelled);
    expect(codesOf(await letter.diagnostics())).toContain('IMR301');
  });

  it('that nobody knows are refused, and notifications of that kind are passed over', async () => {
    client = await connect({ capabilities: fullCapabilities });
    const letter = await OpenLetter.open(client, withoutConclusion);
    await client.connection.sendNotification('imr/noSuchThing', { uri });
    await client.connection.sendNotification('$/noSuchThing', {});
    await expect(client.connection.sendRequest('imr/noSuchThing', {})).rejects.toMatchObject({
      code: ErrorCodes.MethodNotFound,
    });
    expect(codesOf(await letter.diagnostics())).toContain('IMR301');
  });

  it.each(requests)('%s about a letter that is not open is answered, not with a fault', async (method, params) => {
    client = await connect({ capabilities: fullCapabilities });
    const asked = client.connection.sendRequest(method, { textDocument: { uri: 'file:///no.imr' }, ...params });
    await asked;
    expect(client.log).toEqual([]);
  });
});

describe('settings that change while requests are under way', () => {
  it('leave no request without an answer, and count from then on', async () => {
    client = await connect({ capabilities: fullCapabilities, everyRule: true });
    const letter = await OpenLetter.open(client, withoutConclusion);
    const asked = Array.from({ length: 20 }, async (_, i) => {
      const answers = letter.pull();
      client.settings.rules = { IMR301: i % 2 === 0 ? 'off' : 'error' };
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      return answers.catch(({ code }) => expect(code).toBe(LSPErrorCodes.ServerCancelled));
    });
    await Promise.all(asked);
    expect(codesOf(await letter.diagnostics())).toContain('IMR301');
    client.settings.rules = { IMR301: 'off' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(codesOf(await letter.diagnostics())).not.toContain('IMR301');
  });
});

describe('a client', () => {
  it('that changes or closes a letter it never opened costs nothing', async () => {
    client = await connect({ capabilities: fullCapabilities });
    const textDocument = { uri: 'file:///letters/never.imr', version: 2 };
    const change = { textDocument, contentChanges: [{ text: withoutConclusion }] };
    await client.connection.sendNotification('textDocument/didChange', change);
    await client.connection.sendNotification('textDocument/didSave', { textDocument });
    await client.connection.sendNotification('textDocument/didClose', { textDocument });
    const letter = await OpenLetter.open(client, withoutConclusion);
    expect(codesOf(await letter.diagnostics())).toContain('IMR301');
  });

  it('whose versions go backwards is served with the text it sent last', async () => {
    client = await connect({ capabilities: fullCapabilities });
    const letter = await OpenLetter.open(client, withoutConclusion);
    letter.version = 9;
    await letter.change([{ text: 'No letter.' }]);
    await letter.diagnostics();
    letter.version = 3;
    await letter.change([{ text: withoutConclusion }]);
    expect(codesOf(await letter.diagnostics())).toContain('IMR301');
  });

  it('that closes a letter while it is checked is answered', async () => {
    client = await connect({ capabilities: fullCapabilities });
    const letter = await OpenLetter.open(client, withoutConclusion.repeat(20));
    const asked = letter.pull().catch(({ code }) => code);
    await letter.close();
    await asked;
    const again = await OpenLetter.open(client, withoutConclusion);
    expect(codesOf(await again.diagnostics())).toContain('IMR301');
  });

  it('that never answers what it is asked is served all the same', async () => {
    client = await connect({ capabilities: fullCapabilities });
    for (const method of ['workspace/diagnostic/refresh', 'client/registerCapability', 'workspace/applyEdit'])
      client.connection.onRequest(method, () => new Promise(() => undefined));
    const letter = await OpenLetter.open(client, withoutConclusion);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    expect(codesOf(await letter.diagnostics())).toContain('IMR301');
  });
});

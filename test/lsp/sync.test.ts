import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { checkLetter } from '../../server/src/protocol/checking';
import { sendNotification } from '../../server/src/protocol/messages';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { twoDecisions } from './letters';

let client: TestClient;
beforeAll(async () => {
  client = await connect({ capabilities: fullCapabilities, everyRule: true });
});
afterAll(() => client.close());

let count = 0;
const open = (text: string) => OpenLetter.open(client, text, `file:///letters/${count++}.imr`);

const pieces = fc.constantFrom(
  '',
  'x',
  '\n',
  '\r\n',
  '\r',
  '\f',
  ': Upheld\n\n',
  'Decision rationale: ',
  '\u{1F600}',
  'is not medically necessary.',
);
const edits = fc.array(fc.tuple(fc.nat(4000), fc.nat(400), pieces), { minLength: 1, maxLength: 6 });

describe('a letter that is opened again without having been closed', () => {
  it('has the new text, although its version is the same', async () => {
    const letter = await open(twoDecisions);
    expect(await letter.ask('textDocument/documentSymbol')).not.toEqual([]);
    const again = await OpenLetter.open(client, 'MRI of the knee: Upheld', letter.uri);
    expect(JSON.stringify(await again.ask('textDocument/documentSymbol'))).toContain('"MRI of the knee"');
    await again.close();
  });
});

describe('incremental changes', () => {
  it('come to the same as the whole text sent anew', async () => {
    await fc.assert(
      fc.asyncProperty(edits, async (steps) => {
        const typed = await open(twoDecisions);
        for (const [at, length, text] of steps) await typed.type(rangeAt(typed.text, at, length), text);
        // Nobody writes any more: no finding waits.
        await sendNotification(client.connection, checkLetter, { uri: typed.uri });
        const fresh = await open(typed.text);
        const asked = ['textDocument/documentSymbol', 'textDocument/foldingRange'];
        for (const method of asked) expect(await typed.ask(method)).toEqual(await fresh.ask(method));
        expect(withoutVersion(await typed.diagnostics())).toEqual(withoutVersion(await fresh.diagnostics()));
        await Promise.all([typed.close(), fresh.close()]);
      }),
      { numRuns: 60 },
    );
    expect(client.log).toEqual([]);
  });

  it('may be several in one message, and the whole text', async () => {
    const letter = await open(twoDecisions);
    letter.version++;
    const [outcome, soma] = [letter.rangeOf('Overturned'), letter.rangeOf('Soma 350 mg #90: Upheld')];
    await letter.change([
      { range: outcome, text: 'Upheld' },
      { range: soma, text: 'Norco #90: Upheld' },
    ]);
    expect(JSON.stringify(await letter.ask('textDocument/documentSymbol'))).toContain('"Norco #90"');
    letter.version++;
    await letter.change([{ text: 'MRI of the knee: Upheld' }]);
    expect(JSON.stringify(await letter.ask('textDocument/documentSymbol'))).not.toContain('"Norco #90"');
  });
});

function rangeAt(text: string, at: number, length: number): Range {
  const document = TextDocument.create('', '', 0, text);
  const start = Math.min(at, text.length);
  return { start: document.positionAt(start), end: document.positionAt(start + length) };
}

function withoutVersion(diagnostics: readonly object[]): unknown {
  return JSON.parse(JSON.stringify(diagnostics, (key, value) => (key === 'data' || key === 'uri' ? undefined : value)));
}

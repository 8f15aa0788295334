import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type CompletionList, LSPErrorCodes } from 'vscode-languageserver/node';
import { describeError, guard } from '../../server/src/lsp/guard';
import { type DeterminationRow, determination } from '../../server/src/protocol/determination';
import { sendRequest } from '../../server/src/protocol/messages';
import { root } from '../project';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { twoDecisions, withoutConclusion } from './letters';

let client: TestClient | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

const start = { line: 0, character: 0 };
const everything = { start, end: { line: 10_000, character: 0 } };

/** All that an editor asks of an open letter, at one place. */
async function askAll(letter: OpenLetter, offset: number): Promise<void> {
  const position = letter.document.positionAt(offset);
  await letter.diagnostics();
  await letter.hover(position);
  const { items = [] } = await letter.ask<Partial<CompletionList>>('textDocument/completion', { position });
  for (const item of items.slice(0, 5)) await letter.client.connection.sendRequest('completionItem/resolve', item);
  await letter.ask('textDocument/definition', { position });
  await letter.ask('textDocument/references', { position, context: { includeDeclaration: true } });
  await letter.ask('textDocument/documentLink');
  await letter.ask('textDocument/inlayHint', { range: everything });
  await letter.client.connection.sendRequest('workspace/symbol', { query: '' });
  await letter.ask('textDocument/documentSymbol');
  await letter.ask('textDocument/foldingRange');
  await letter.ask('textDocument/selectionRange', { positions: [position] });
  await letter.ask('textDocument/semanticTokens/full');
  await letter.ask('textDocument/semanticTokens/range', { range: everything });
  for (const action of await letter.actions(everything)) await letter.resolve(action);
  const found = await sendRequest(letter.client.connection, determination, { uri: letter.uri });
  const ids = idsOf(found?.rows ?? []);
  // An editor that is given a row twice shows none.
  expect(new Set(ids).size).toBe(ids.length);
}

function idsOf(rows: readonly DeterminationRow[]): string[] {
  return rows.flatMap(({ id, children }) => [id, ...idsOf(children)]);
}

describe('half-typed letters', () => {
  it.each(['samples/2014-letter.imr.txt', 'samples/2015-letter.imr.txt'])('%s answers at any length', async (path) => {
    const whole = readFileSync(join(root, path), 'utf8');
    client = await connect({ capabilities: fullCapabilities, everyRule: true });
    for (let length = 0; length <= whole.length; length += 400) {
      const letter = await OpenLetter.open(client, whole.slice(0, length), `file:///cut/${length}.imr`);
      await askAll(letter, length);
      await letter.close();
    }
    expect(client.log).toEqual([]);
  });

  it('any text answers', async () => {
    const connected = await connect({ capabilities: fullCapabilities, everyRule: true });
    client = connected;
    let count = 0;
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.shuffledSubarray(twoDecisions.split('\n')).map((lines) => lines.join('\n')),
    );
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(2000), async (text, offset) => {
        const letter = await OpenLetter.open(connected, text, `file:///any/${count++}.imr`);
        await askAll(letter, offset);
        await letter.close();
      }),
      { numRuns: 60 },
    );
    expect(connected.log).toEqual([]);
  });
});

describe('positions outside the text', () => {
  it('are taken for the nearest inside', async () => {
    client = await connect({ capabilities: fullCapabilities, everyRule: true });
    const letter = await OpenLetter.open(client, withoutConclusion);
    expect(await letter.hover({ line: 5000, character: 7 })).toBeNull();
    expect(await letter.actions({ start: { line: 7000, character: 0 }, end: { line: 9000, character: 4 } })).toEqual(
      [],
    );
    expect(client.log).toEqual([]);
  });
});

describe('a document that breaks the protocol', () => {
  it('is refused with a line in the log, and other letters go on', async () => {
    client = await connect({ capabilities: fullCapabilities });
    const { connection, log } = client;
    for (const bad of [{ uri: 5 }, { text: 7 }])
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: 'file:///bad.imr', languageId: 'imr', version: 1, text: withoutConclusion, ...bad },
      });
    const letter = await OpenLetter.open(client, withoutConclusion);
    const secret = 'Norco of the injured worker';
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: letter.uri, version: 2 },
      contentChanges: [secret],
    });
    expect((await letter.diagnostics()).map(({ code }) => code)).toContain('IMR301');
    expect(log).toHaveLength(3);
    expect(log.slice(0, 2).every((line) => line.endsWith('uri and text must be strings'))).toBe(true);
    expect(log[2]).toMatch(/^Notification handler 'textDocument\/didChange' failed/);
    expect(log[2]).not.toContain(secret);
  });
});

describe('a fault in a request', () => {
  const lines: string[] = [];
  const console = { error: (line: string) => lines.push(line) } as never;
  afterEach(() => lines.splice(0));

  it('costs its own answer, and the log has no word of the message', async () => {
    const secret = 'Norco of the injured worker';
    const run = () => {
      throw new RangeError(secret);
    };
    expect(await guard(console, 'hover', 'nothing', undefined, run)).toBe('nothing');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^hover failed: RangeError\n\s+at /);
    expect(lines[0]).not.toContain(secret);
    expect(describeError(secret)).toBe('string');
  });

  it('that is a refusal reaches the client', async () => {
    const token = { isCancellationRequested: true } as never;
    await expect(guard(console, 'hover', null, token, () => null)).rejects.toMatchObject({
      code: LSPErrorCodes.RequestCancelled,
    });
    expect(lines).toEqual([]);
  });
});

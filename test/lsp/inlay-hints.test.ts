import { afterEach, describe, expect, it } from 'vitest';
import type { InlayHint } from 'vscode-languageserver/node';
import { composeExample } from '../../server/src/core/index';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';

let client: TestClient;
afterEach(() => client.close());

const text = composeExample({ form: '2014' }).replace(
  'Guidelines Opioids Page(s):\n78-80',
  'Guidelines Page(s):\n29, 78-80',
);

describe('inlay hints', () => {
  const hints = async (settings: Record<string, unknown>) => {
    client = await connect({ capabilities: fullCapabilities, settings });
    const letter = await OpenLetter.open(client, text);
    const range = { start: { line: 0, character: 0 }, end: letter.document.positionAt(text.length) };
    const found = await letter.ask<InlayHint[]>('textDocument/inlayHint', { range });
    return found.map(({ position, label }) => {
      const before = letter.textAt({ start: { line: position.line, character: 0 }, end: position });
      return `${before.split(' ').at(-1)} ${label}`;
    });
  };

  it('are off until they are switched on', async () => {
    expect(await hints({})).toEqual([]);
  });

  it('show the generic name behind a brand once a part, and the topic behind a bare page', async () => {
    const found = await hints({ inlayHints: true });
    expect(found.filter((hint) => hint === 'Norco (hydrocodone/acetaminophen)')).toHaveLength(3);
    expect(found).toContain('29 (Carisoprodol (Soma))');
    expect(found.some((hint) => hint.startsWith('78-80 ('))).toBe(true);
  });
});

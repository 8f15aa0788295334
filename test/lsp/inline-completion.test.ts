import { afterEach, expect, it } from 'vitest';
import { type InlineCompletionItem, StringValue } from 'vscode-languageserver/node';
import { composeExample } from '../../server/src/core/index';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';

let client: TestClient;
afterEach(() => client.close());

const label = 'Decision rationale:';
const heading =
  'Norco 5/325mg #30: Upheld\n\nMAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.';
const text = composeExample({ form: '2015', blocks: `${heading}\n\n${label} ` });

async function offered(settings: Record<string, unknown>, snippetSupport = true) {
  const textDocument = { ...fullCapabilities.textDocument, completion: { completionItem: { snippetSupport } } };
  client = await connect({ capabilities: { ...fullCapabilities, textDocument }, settings });
  const letter = await OpenLetter.open(client, text);
  const position = letter.document.positionAt(text.indexOf(label) + label.length + 1);
  const items = await letter.ask<InlineCompletionItem[]>('textDocument/inlineCompletion', {
    position,
    context: { triggerKind: 1 },
  });
  for (const { range } of items) expect(range).toEqual({ start: position, end: position });
  return items.map(({ insertText }) => insertText);
}

it('is off until it is switched on', async () => {
  expect(await offered({})).toEqual([]);
});

it('is the next sentence of a rationale, with places to fill in', async () => {
  const [insertText] = await offered({ inlineSentences: true });
  expect(StringValue.isSnippet(insertText) && insertText.value).toMatch(
    /^Under the MTUS, [\s\S]*\$\{1:\[diagnosis\]\}/,
  );
});

it('is plain text for a client without snippets', async () => {
  const [insertText] = await offered({ inlineSentences: true }, false);
  expect(insertText).toMatch(/^Under the MTUS, [\s\S]*\[diagnosis\]/);
});

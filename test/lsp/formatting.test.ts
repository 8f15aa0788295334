import { afterEach, describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { connect, type TestClient } from './client';
import { OpenLetter } from './editor';
import { twoDecisions } from './letters';

let client: TestClient;
afterEach(() => client.close());

const options = { tabSize: 2, insertSpaces: true };
/** As text pulled out of a PDF: an empty line behind each line, a page break in mid-sentence. */
const extracted = twoDecisions
  .split('\n')
  .map((line) => (line === '' ? ' ' : line))
  .join('\n\n')
  .replace('records show', 'records\n\n\n\fshow');
const words = (text: string) => text.split(/\s+/).filter(Boolean);

async function format(settings: Record<string, unknown>, range?: (letter: OpenLetter) => object) {
  client = await connect({ capabilities: { workspace: { configuration: true } }, settings });
  const letter = await OpenLetter.open(client, extracted);
  const method = range ? 'textDocument/rangeFormatting' : 'textDocument/formatting';
  const edits = await letter.ask<TextEdit[]>(method, { options, ...range?.(letter) });
  return TextDocument.applyEdits(letter.document, edits);
}

describe('formatting', () => {
  it('sets paragraphs in lines of the width that is set, and keeps every word', async () => {
    const formatted = await format({ formatWidth: 60 });
    expect(words(formatted)).toEqual(words(extracted));
    expect(formatted).not.toMatch(/\f|\n\n\n/);
    expect(formatted).toContain('Soma 350 mg #90: Upheld\n\nClaims Administrator guideline: ');
    const [header = '', ...paragraphs] = formatted.split('\n\n');
    expect(header).toContain('Case Number');
    for (const line of paragraphs.join('\n').split('\n')) expect(line.length).toBeLessThanOrEqual(60);
  });

  it('keeps to a selection', async () => {
    const formatted = await format({}, (letter) => ({ range: letter.rangeOf('The MTUS does not recommend') }));
    expect(formatted.slice(formatted.indexOf('Decision rationale:'))).toMatch(/^(?:[^\n]+\n){3}\n/);
    expect(formatted).toContain('HOW THE IMR FINAL DETERMINATION WAS MADE\n\n \n\n');
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { DocumentLink } from 'vscode-languageserver/node';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';

let client: TestClient;
afterEach(() => client.close());

const page = async (uri: string): Promise<string> => {
  const { text } = await client.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', { uri });
  return text;
};

describe('pages of the library', () => {
  it('are read by their own scheme', async () => {
    client = await connect({ capabilities: fullCapabilities });
    expect(client.initialized.capabilities.workspace?.textDocumentContent).toEqual({ schemes: ['imr-library'] });
    expect(await page('imr-library:/drug/hydrocodone-acetaminophen.md')).toMatch(/^# Hydrocodone\/acetaminophen\n/);
    expect(await page('imr-library:/topic/odg-pain/zolpidem.md')).toMatch(/^# Zolpidem \(Ambien\)/);
    expect(await page('imr-library:/rule/IMR301.md')).toMatch(/^# IMR301 missing-conclusion\n/);
  });

  it('say so where there is none', async () => {
    client = await connect({ capabilities: fullCapabilities });
    for (const uri of [
      'imr-library:/drug/none.md',
      'imr-library:/',
      'imr-library:/a/<b>.md',
      'imr-library:/rule/IMR000.md',
    ])
      expect(await page(uri)).toMatch(/^# Not in the library\n/);
    expect(client.log).toEqual([]);
  });

  it('lead on: each link of an open page is a page that is there, or a public address', async () => {
    client = await connect({ capabilities: fullCapabilities });
    const uri = 'imr-library:/topic/odg-pain/zolpidem.md';
    const open = await OpenLetter.open(client, await page(uri), uri, 'markdown');
    const links = await open.ask<DocumentLink[]>('textDocument/documentLink');
    expect(links.map(({ target }) => target)).toEqual(
      expect.arrayContaining([
        'imr-library:/guideline/odg.md',
        'imr-library:/chapter/odg-pain.md',
        'imr-library:/drug/zolpidem.md',
      ]),
    );
    for (const { target = '' } of links) {
      if (!target.startsWith('http')) expect(await page(target)).not.toContain('Not in the library');
    }
  });

  it('are no letters, whatever they show', async () => {
    client = await connect({ capabilities: fullCapabilities });
    const uri = 'imr-library:/rule/IMR101.md';
    const open = await OpenLetter.open(client, await page(uri), uri, 'markdown');
    expect(await open.diagnostics()).toEqual([]);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { ClientCapabilities, CompletionItem, CompletionList } from 'vscode-languageserver/node';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { twoDecisions, withoutOutcome } from './letters';

let client: TestClient;
afterEach(() => client.close());

const withSnippets = {
  ...fullCapabilities,
  textDocument: {
    ...fullCapabilities.textDocument,
    completion: {
      completionItem: {
        snippetSupport: true,
        labelDetailsSupport: true,
        preselectSupport: true,
        documentationFormat: ['markdown' as const, 'plaintext' as const],
      },
    },
  },
};
const emptyField = twoDecisions.replace(/(MAXIMUS guideline:) Decision[^.]*?Knee[^.]*?\./, '$1 ');
const emptyRationale = twoDecisions.replace(/(The MTUS does not recommend Soma)[\s\S]*?necessary\./, '');

const open = async (text: string, capabilities: ClientCapabilities = withSnippets) => {
  client = await connect({ capabilities });
  return OpenLetter.open(client, text);
};
const complete = async (letter: OpenLetter, words: string) =>
  (
    await letter.ask<CompletionList>('textDocument/completion', {
      position: letter.positionOf(words, words.length),
      context: { triggerKind: 1 },
    })
  ).items;
const accept = (letter: OpenLetter, item: CompletionItem | undefined) => {
  if (!item?.textEdit || !('range' in item.textEdit)) throw new Error('no plain text edit');
  return letter.applied({ changes: { [letter.uri]: [item.textEdit] } });
};

describe('completion', () => {
  it('is offered, asks for itself behind a colon only, and commits by no character', async () => {
    await open(twoDecisions);
    expect(client.initialized.capabilities.completionProvider).toEqual({
      triggerCharacters: [':'],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    });
  });

  it('gives the outcomes in their order', async () => {
    const letter = await open(withoutOutcome);
    const items = await complete(letter, 'Norco 10/325mg #60:');
    expect(items.map(({ label, sortText, preselect }) => [label, sortText, preselect])).toEqual([
      ['[Upheld | Overturned]', '0000', true],
      ['Upheld', '0001', undefined],
      ['Overturned', '0002', undefined],
    ]);
    expect(items[0]?.textEdit?.newText).toBe(` \${1|[Upheld \\| Overturned],Upheld,Overturned|}$0`);
    expect(accept(letter, items[1])).toContain('Norco 10/325mg #60: Upheld\n');
  });

  it('writes a citation into an empty field', async () => {
    const letter = await open(emptyField);
    const [first] = await complete(letter, 'Knee Complaints 2004.\n\nMAXIMUS guideline: ');
    expect(first).toMatchObject({ labelDetails: { description: 'MTUS' }, insertTextFormat: 1 });
    expect(first).not.toHaveProperty('documentation');
    expect(accept(letter, first).replace(/\s+/g, ' ')).toContain(
      'MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical medicine treatment.',
    );
  });

  it('resolves documentation as markdown for the one that is looked at', async () => {
    const letter = await open(emptyField);
    const [first] = await complete(letter, 'Knee Complaints 2004.\n\nMAXIMUS guideline: ');
    const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', first);
    expect(resolved.documentation).toMatchObject({
      kind: 'markdown',
      value: expect.stringMatching(
        /^\*\*.+\*\*\n\n- \*\*In:\*\* \[Chronic Pain Medical Treatment 2016\]\(imr-library:\/guideline\//,
      ),
    });
  });

  it('leaves tab stops in a rationale, and a bracket in a client without snippets', async () => {
    const snippets = await open(emptyRationale);
    const [withStops] = await complete(snippets, 'Decision rationale: ');
    expect(withStops?.insertTextFormat).toBe(2);
    expect(withStops?.textEdit?.newText).toMatch(/\$\{1:\[[^\]]+\]\}/);
    await client.close();
    const plain = await open(emptyRationale, {});
    const [withBrackets] = await complete(plain, 'Decision rationale: ');
    expect(withBrackets?.insertTextFormat).toBe(1);
    expect(withBrackets?.textEdit?.newText).toMatch(/\[[a-z ]+\]/);
    expect(withBrackets?.textEdit?.newText).not.toContain('${');
    const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', withBrackets);
    expect(resolved.documentation).toMatchObject({ kind: 'plaintext' });
  });

  it('leaves the snippets that all forms share to a client that has them', async () => {
    const snippets = async (initializationOptions?: unknown) => {
      client = await connect({ capabilities: withSnippets, initializationOptions });
      const letter = await OpenLetter.open(client, `${twoDecisions}\n\nimr-`);
      const items = (await complete(letter, 'imr-')).map(({ label, kind }) => [label, kind]);
      if (initializationOptions === undefined) await client.close();
      return items;
    };
    const all = await snippets();
    const some = await snippets({ snippets: true });
    expect(all).toContainEqual(['imr-heading-summary', 15]);
    expect(some).toContainEqual(['imr-block', 15]);
    expect(some.filter(([label]) => /imr-(?:heading|lead|rationale)/.test(String(label)))).toEqual([]);
    expect(all).toEqual(expect.arrayContaining(some));
  });

  it('says nothing in prose', async () => {
    const letter = await open(twoDecisions);
    expect(await complete(letter, 'The MTUS does not rec')).toEqual([]);
    expect(await complete(letter, 'He/she has been in')).toEqual([]);
    expect(client.log).toEqual([]);
  });

  it('resolves an item of a letter that is closed to itself', async () => {
    const letter = await open(withoutOutcome);
    const [first] = await complete(letter, 'Norco 10/325mg #60:');
    await letter.close();
    expect(await client.connection.sendRequest('completionItem/resolve', first)).toEqual(first);
  });
});

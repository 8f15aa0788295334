import { afterEach, describe, expect, it } from 'vitest';
import { type ClientSetup, connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { cleanLetter, twoDecisions, withoutConclusion } from './letters';

let client: TestClient;
const start = async (setup: ClientSetup = { capabilities: fullCapabilities }) => {
  client = await connect(setup);
  return client;
};
afterEach(() => client.close());

describe('a client that pulls', () => {
  it('gets the findings of a letter, each with its place, code, reason and page', async () => {
    const letter = await OpenLetter.open(await start(), withoutConclusion);
    const [finding, ...others] = await letter.diagnostics();
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'IMR301',
      severity: 1,
      source: 'imr',
      codeDescription: { href: 'imr-library:/rule/IMR301.md' },
    });
    expect(finding?.message).toBe('The rationale does not say whether the request is medically necessary.');
    expect(letter.textAt(finding?.range as never)).toBe('If it has been\ntaken regularly it should be weaned.');
  });

  it('gets nothing for a letter without faults', async () => {
    const letter = await OpenLetter.open(await start(), twoDecisions);
    expect(await letter.diagnostics()).toEqual([]);
  });

  it('is told what is unchanged, and what a change of the text changes', async () => {
    const letter = await OpenLetter.open(await start(), withoutConclusion);
    const first = await letter.pull();
    expect(await letter.pull(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    const end = letter.positionOf('should be weaned.', 'should be weaned.'.length);
    await letter.type({ start: end, end }, ' The request for Soma 350 mg #90 is not medically necessary.');
    expect(await letter.pull(first.resultId)).toMatchObject({ kind: 'full', items: [] });
  });

  it('is not pushed anything', async () => {
    const letter = await OpenLetter.open(await start(), withoutConclusion);
    await letter.diagnostics();
    expect(client.published.size).toBe(0);
  });

  it('gets nothing for a text in another language that is no letter, and the findings of one that is', async () => {
    await start();
    const notes = await OpenLetter.open(client, 'Buy milk: Upheld.\n', 'file:///notes.txt', 'plaintext');
    expect(await notes.diagnostics()).toEqual([]);
    const letter = await OpenLetter.open(client, withoutConclusion, 'file:///a.txt', 'plaintext');
    expect(await letter.diagnostics()).toHaveLength(1);
  });

  it('gets nothing for a text that is not open', async () => {
    const letter = await OpenLetter.open(await start(), withoutConclusion);
    await letter.close();
    expect(await letter.diagnostics()).toEqual([]);
  });
});

describe('a client that cannot pull', () => {
  it('is pushed the findings at once when a letter is opened, with their version', async () => {
    const letter = await OpenLetter.open(await start({}), withoutConclusion);
    const { uri, version, diagnostics } = await client.published.next();
    expect({ uri, version, codes: diagnostics.map(({ code }) => code) }).toEqual({
      uri: letter.uri,
      version: 1,
      codes: ['IMR301'],
    });
  });

  it('is pushed the findings of the last of several quick changes, and none of those between', async () => {
    const letter = await OpenLetter.open(await start({ runtime: { checkDelay: 300, writingRest: 0 } }), cleanLetter);
    expect((await client.published.next()).diagnostics).toEqual([]);
    const { start: at } = letter.rangeOf('Upheld');
    await Promise.all(['x', 'y', 'z'].map((key) => letter.type({ start: at, end: at }, key)));
    const { version, diagnostics } = await client.published.next();
    expect(version).toBe(4);
    expect(diagnostics.map(({ code }) => code)).toContain('IMR103');
    expect(client.published.size).toBe(0);
  });

  it('has its list emptied when the letter is closed', async () => {
    const letter = await OpenLetter.open(await start({}), withoutConclusion);
    await client.published.next();
    await letter.close();
    expect(await client.published.next()).toEqual({ uri: letter.uri, diagnostics: [] });
  });

  it('gets no pages, no related places and no data it has not asked for', async () => {
    await OpenLetter.open(await start({}), withoutConclusion);
    const { diagnostics } = await client.published.next();
    expect(Object.keys(diagnostics[0] ?? {}).sort()).toEqual(['code', 'message', 'range', 'severity', 'source']);
  });
});

import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TextDocumentContentRefreshRequest } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { openFiles } from '../../server/src/node/files';
import { sendRequest } from '../../server/src/protocol/messages';
import { checkPages, pageScheme } from '../../server/src/protocol/pages';
import {
  type SigningMarks,
  type SigningPage,
  type SigningRecord,
  signingPage,
  signingRecord,
  verifyRecord,
} from '../../server/src/protocol/signing';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { Inbox } from './inbox';
import { twoDecisions, withoutConclusion } from './letters';

let client: TestClient;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr signing-'));
});
afterEach(async () => {
  await client.close();
  rmSync(folder, { recursive: true });
});

const capabilities = {
  ...fullCapabilities,
  workspace: { ...fullCapabilities.workspace, textDocumentContent: { dynamicRegistration: true } },
};
const letterUri = (): string => pathToFileURL(join(folder, 'a letter.imr')).href;
const pageUri = (letter = letterUri()): string =>
  URI.from({ scheme: pageScheme, path: `${checkPages}a letter.check.md`, query: letter }).toString();
const start = async (): Promise<Inbox<string>> => {
  client = await connect({ capabilities, runtime: { files: openFiles() }, everyRule: true });
  const refreshed = new Inbox<string>();
  client.connection.onRequest(TextDocumentContentRefreshRequest.type, ({ uri }) => refreshed.put(uri));
  return refreshed;
};
const page = async (uri = pageUri()): Promise<string> => {
  const { text } = await client.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', { uri });
  return text;
};
const record = ({ uri }: OpenLetter): Promise<SigningRecord | null> =>
  sendRequest(client.connection, signingRecord, { uri });
const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the page that is read before signing', () => {
  it('is about the open letter that its address names', async () => {
    await start();
    await OpenLetter.open(client, withoutConclusion, letterUri());
    const text = await page();
    expect(text).toMatch(
      /^# Check before signing: a letter\.imr\n\n\*\*Not ready: 1 error\.\*\*\n\n2 decisions: 1 Upheld, 1 Overturned; 1 open point/,
    );
    expect(text).toMatch(/## 1\. Upheld · Soma 350 mg #90: 1 error\n/);
    expect(text).toContain('[IMR301](../rule/IMR301.md)');
    expect(text).toContain(sha256(withoutConclusion));
    expect(text).toContain('imr-determinations 0.0.0');
    expect(client.log).toEqual([]);
  });

  it('has links that lead to pages', async () => {
    await start();
    await OpenLetter.open(client, withoutConclusion, letterUri());
    const open = await OpenLetter.open(client, await page(), pageUri(), 'markdown');
    const links = await open.ask<{ target?: string }[]>('textDocument/documentLink');
    expect(links.length).toBeGreaterThan(3);
    for (const { target = '' } of links) expect(await page(target)).not.toContain('Not in the library');
  });

  it('is shown anew when the letter changes, and when it is closed', async () => {
    const refreshed = await start();
    const letter = await OpenLetter.open(client, twoDecisions, letterUri());
    await OpenLetter.open(client, await page(), pageUri(), 'markdown');
    const before = await page();
    await letter.type(letter.rangeOf(' The request for Soma 350 mg #90 is not medically necessary.'), '');
    expect(await refreshed.next()).toBe(pageUri());
    expect(await page()).not.toBe(before);
    expect(await page()).toContain('1 open point.');
    await letter.close();
    expect(await refreshed.next()).toBe(pageUri());
    expect(await page()).toContain('The letter is not open.');
  });

  it('says what is switched off, what is ignored and why, and which packs of the house there are', async () => {
    write('.imr.yaml', 'packs: [house.yaml]\nrules:\n  doubled-word: off\n');
    write('house.yaml', 'version: 1\nkind: vocabulary\nbodyParts: []\n');
    await start();
    const letter = await OpenLetter.open(client, withoutConclusion, letterUri());
    const text = await page();
    expect(text).toContain('[IMR502](../rule/IMR502.md) doubled-word: switched off');
    expect(text).toMatch(/\*\*Pack of the house:\*\* house\.yaml, fingerprint [0-9a-f]{16}\n/);
    const finding = (await letter.diagnostics()).find(({ code }) => code === 'IMR301');
    await client.connection.sendRequest('imr/ignoreHere', {
      uri: letter.uri,
      version: letter.version,
      code: 'IMR301',
      range: finding?.range,
      reason: 'decided by telephone',
    });
    await client.refreshes.next();
    const after = await page();
    expect(after).toMatch(/## Ignored, with a reason\n\n- .*IMR301.*\*\*Reason:\*\* decided by telephone\.\n/);
    expect(after).toContain('no open points.');
  });

  it('says so where no rule was run, and where the letter is not open', async () => {
    write('.imr.yaml', 'ignore: ["*.imr"]\n');
    await start();
    expect(await page()).toContain('The letter is not open.');
    await OpenLetter.open(client, withoutConclusion, letterUri());
    expect(await page()).toContain('leaves this letter out: no rule was run');
  });
});

describe('the record to keep', () => {
  it('is the page without its links', async () => {
    await start();
    const letter = await OpenLetter.open(client, withoutConclusion, letterUri());
    const { text = '' } = (await record(letter)) ?? {};
    expect(text).toBe((await page()).replace(/\[([^[\]]*)\]\((?:[^()"]|"[^"]*")*\)/g, '$1'));
    expect(text).not.toContain('](');
  });

  it('is none of a text that is no letter', async () => {
    await start();
    const other = await OpenLetter.open(client, 'Nothing.', 'file:///letters/b.txt', 'plaintext');
    expect(await record(other)).toBeNull();
  });
});

describe('the page as data', () => {
  const data = ({ uri }: OpenLetter, ...marks: [SigningMarks?]) =>
    sendRequest(client.connection, signingPage, { uri, ...(marks[0] && { marks: marks[0] }) });
  const ticksOf = (page: SigningPage | null) =>
    page?.parts.flatMap((part) => ('ticks' in part ? part.ticks : [])).map(({ key, isTicked }) => [key, isTicked]);

  it('is ticked as a person has ticked it, and the record is too', async () => {
    await start();
    const letter = await OpenLetter.open(client, withoutConclusion, letterUri());
    const page = await data(letter);
    expect(page).toMatchObject({ version: letter.version, title: 'Check before signing: a letter.imr' });
    const [[key = '']] = ticksOf(page) as [[string]];
    expect(ticksOf(page)).toEqual([[key, false]]);
    expect(key).not.toMatch(/line \d/);
    const marks = { ticked: [key], initials: 'A. B.', date: '2/3/2026' };
    expect(ticksOf(await data(letter, marks))).toEqual([[key, true]]);
    const { text = '' } = (await sendRequest(client.connection, signingRecord, { uri: letter.uri, marks })) ?? {};
    expect(text).toMatch(/^- \[x\] \*\*Error\*\* IMR301/m);
    expect(text).toMatch(/^Initials: A\. B\. Date: 2\/3\/2026$/m);
    // Those that are saved are there the next time.
    write('a letter.check.md', text);
    const next = await data(letter);
    expect(ticksOf(next)).toEqual([[key, true]]);
    expect(next?.parts).toContainEqual({ initials: 'A. B.', date: '2/3/2026' });
  });

  it('is none of a text that is no letter', async () => {
    await start();
    const other = await OpenLetter.open(client, 'Nothing.', 'file:///letters/b.txt', 'plaintext');
    expect(await data(other)).toBeNull();
  });
});

describe('the check that is kept beside the letter', () => {
  const kept = 'a letter.check.md';
  const verify = ({ uri }: OpenLetter) => sendRequest(client.connection, verifyRecord, { uri });

  it('holds until the letter changes, and the page tells what has changed', async () => {
    await start();
    const letter = await OpenLetter.open(client, withoutConclusion, letterUri());
    expect(await verify(letter)).toMatchObject({ state: 'missing' });
    write(kept, (await record(letter))?.text ?? '');
    expect(await verify(letter)).toEqual({ state: 'unchanged', message: 'unchanged since the check.' });
    await letter.close();
    const changed = await OpenLetter.open(client, twoDecisions, letterUri());
    const { state, message } = (await verify(changed)) ?? {};
    expect(state).toBe('changed');
    expect(message).toMatch(/^changed since the check: .*No longer open: Error IMR301/);
    expect(await page()).toMatch(/## Changed since the last check\n\n- The text of the letter\.\n/);
  });

  it('may be another text, and is said to be', async () => {
    await start();
    const letter = await OpenLetter.open(client, withoutConclusion, letterUri());
    write(kept, 'Notes.');
    expect(await verify(letter)).toMatchObject({ state: 'unreadable' });
    expect(await page()).not.toContain('last check');
    const other = await OpenLetter.open(client, 'Nothing.', 'file:///letters/b.txt', 'plaintext');
    expect(await verify(other)).toBeNull();
  });
});

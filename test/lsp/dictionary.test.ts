import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DidChangeConfigurationNotification } from 'vscode-languageserver/node';
import { openFiles } from '../../server/src/node/files';
import { addWordInFolder, undoIgnoring, type WordOfLetter, type WrittenFile } from '../../server/src/protocol/ignoring';
import { sendRequest } from '../../server/src/protocol/messages';
import { language } from '../language';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { cleanLetter } from './letters';

const misspelled = cleanLetter.replace('low back', 'lowwer back');

let client: TestClient;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-dictionary-'));
});
afterEach(async () => {
  await client.close();
  rmSync(folder, { recursive: true });
});

/** Opens a letter and waits until its language is checked. */
const open = async (
  text = misspelled,
  uri = pathToFileURL(join(folder, 'a.imr')).href,
  initializationOptions = ours,
) => {
  client = await connect({
    capabilities: fullCapabilities,
    initializationOptions,
    runtime: { files: openFiles(), loadLanguage: async () => language },
    everyRule: true,
  });
  const letter = await OpenLetter.open(client, text, uri);
  await letter.pull();
  await client.refreshes.next();
  return letter;
};
const ours: object = { commands: true };
const actionsAt = async (letter: OpenLetter, words: string) =>
  (await letter.actions(letter.rangeOf(words))).filter(({ title }) => title.startsWith('Add "'));
const wordInFolder = async (letter: OpenLetter, words: string) =>
  (await actionsAt(letter, words)).find(({ title }) => title.endsWith('(this folder)'))?.command
    ?.arguments?.[0] as WordOfLetter;
const codes = async (letter: OpenLetter) => (await letter.diagnostics()).map(({ code }) => code);
const config = () => join(folder, '.imr.yaml');

describe('a misspelled word', () => {
  it('can be added to the dictionary of the user or of the folder, after its repairs', async () => {
    const letter = await open();
    const titles = (await letter.actions(letter.rangeOf('lowwer'))).map(({ title }) => title);
    const [user, inFolder] = ['Add "lowwer" to dictionary (user)', 'Add "lowwer" to dictionary (this folder)'];
    expect(titles.indexOf('Change to "lower"')).toBe(0);
    expect(titles.indexOf(user as string)).toBeGreaterThan(0);
    expect(titles.indexOf(inFolder as string)).toBe(titles.indexOf(user as string) + 1);
    expect(titles.indexOf('Explain IMR701')).toBeGreaterThan(titles.indexOf(inFolder as string));
    const [first] = await actionsAt(letter, 'lowwer');
    expect(first).toMatchObject({ diagnostics: [{ code: 'IMR701' }] });
    expect(first?.command).toMatchObject({
      command: 'imr.addWordForUser',
      arguments: [{ uri: letter.uri, word: 'lowwer' }],
    });
  });

  it.each([
    ['a configuration', '# ours\nrules:\n  doubled-word: hint\n'],
    ['no configuration', ''],
  ])('is right once it is in the folder, beside %s, and wrong again once that is undone', async (_, before) => {
    if (before) writeFileSync(config(), before);
    const letter = await open();
    expect(await codes(letter)).toContain('IMR701');
    const written = await sendRequest(client.connection, addWordInFolder, await wordInFolder(letter, 'lowwer'));
    expect(readFileSync(config(), 'utf8')).toBe(`${before}words:\n  - lowwer\n`);
    await client.refreshes.next();
    expect(await codes(letter)).not.toContain('IMR701');
    expect(await sendRequest(client.connection, undoIgnoring, written as WrittenFile)).toBe(true);
    expect(existsSync(config())).toBe(before !== '');
    expect(await codes(letter)).toContain('IMR701');
  });

  it('is right once it is in the setting of the user', async () => {
    const letter = await open();
    client.settings.words = ['lowwer'];
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await client.refreshes.next();
    expect(await codes(letter)).not.toContain('IMR701');
  });

  it('is added without the ending of a possessive, and right in all forms from then on', async () => {
    const text = cleanLetter.replace(
      'The injured worker is',
      "The patient's lo9w score and the orthoses' Lowwer's index vary. She is",
    );
    const letter = await open(text);
    const before = (await letter.diagnostics())
      .filter(({ code }) => code === 'IMR701')
      .map(({ range }) => letter.textAt(range));
    expect(before).toContain('lo9w');
    expect((await actionsAt(letter, 'lo9w')).map(({ title }) => title)[0]).toBe('Add "lo9w" to dictionary (user)');
    await sendRequest(client.connection, addWordInFolder, await wordInFolder(letter, 'lo9w'));
    await client.refreshes.next();
    const after = (await letter.diagnostics())
      .filter(({ code }) => code === 'IMR701')
      .map(({ range }) => letter.textAt(range));
    expect(after).not.toContain('lo9w');
  });

  it('is not added to a configuration that is broken', async () => {
    writeFileSync(config(), 'words: {a: b}\n');
    const letter = await open();
    const added = await wordInFolder(letter, 'lowwer');
    expect(await sendRequest(client.connection, addWordInFolder, added)).toBeNull();
    expect(readFileSync(config(), 'utf8')).toBe('words: {a: b}\n');
  });

  it('is offered to no folder where the text has none, and to no client without our commands', async () => {
    const unsaved = await open(misspelled, 'untitled:Untitled-1');
    expect((await actionsAt(unsaved, 'lowwer')).map(({ title }) => title)).toEqual([
      'Add "lowwer" to dictionary (user)',
    ]);
    await client.close();
    expect(await actionsAt(await open(misspelled, undefined, {}), 'lowwer')).toEqual([]);
  });
});

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import { openFiles } from '../../server/src/node/files';
import { readFile, replaceText } from '../../server/src/protocol/files';
import {
  type FindingPlace,
  ignoreHere,
  ignoreInFolder,
  undoIgnoring,
  type WrittenFile,
} from '../../server/src/protocol/ignoring';
import { onRequest, sendRequest } from '../../server/src/protocol/messages';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { withoutConclusion } from './letters';

let client: TestClient;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-ignoring-'));
});
afterEach(async () => {
  await client.close();
  rmSync(folder, { recursive: true });
});

const open = async (initializationOptions: object = { commands: true }) => {
  client = await connect({
    capabilities: fullCapabilities,
    initializationOptions,
    runtime: { files: openFiles() },
    everyRule: true,
  });
  return OpenLetter.open(client, withoutConclusion, pathToFileURL(join(folder, 'a.imr')).href);
};
const commandOf = async (letter: OpenLetter, title: RegExp) => {
  const actions = await letter.actions(letter.rangeOf('should be weaned.'));
  const command = actions.find((action) => title.test(action.title))?.command;
  return { name: command?.command, place: command?.arguments?.[0] as FindingPlace };
};
const suppressions = () => join(folder, '.imr/suppressions.json');
const reasons = (): string[] =>
  JSON.parse(readFileSync(suppressions(), 'utf8')).suppressions.map(({ reason }: { reason: string }) => reason);
const codes = async (letter: OpenLetter) => (await letter.diagnostics()).map(({ code }) => code);

/** Files as a client serves them, without a lock: another window may write between a look and an answer. */
function answerForFiles({ connection }: TestClient): void {
  const read = (uri: string): string | null =>
    existsSync(fileURLToPath(uri)) ? readFileSync(fileURLToPath(uri), 'utf8') : null;
  onRequest(connection, readFile, ({ uri }) => {
    const text = read(uri);
    return text === null ? null : { base64: Buffer.from(text).toString('base64') };
  });
  onRequest(connection, replaceText, ({ uri, before, text }) => {
    if ((read(uri) ?? '') !== before) return false;
    mkdirSync(dirname(fileURLToPath(uri)), { recursive: true });
    writeFileSync(fileURLToPath(uri), text);
    return true;
  });
}

describe('ignoring a finding', () => {
  it('here, writes it with its reason beside the letter, and it is gone', async () => {
    const letter = await open();
    const { name, place } = await commandOf(letter, /^Suppress IMR301 here…/);
    expect(name).toBe('imr.ignoreHere');
    const written = await sendRequest(client.connection, ignoreHere, { ...place, reason: 'decided by telephone' });
    expect(written).toMatchObject({ uri: pathToFileURL(suppressions()).href, before: '' });
    expect(reasons()).toEqual(['decided by telephone']);
    await client.refreshes.next();
    expect(await codes(letter)).not.toContain('IMR301');
  });

  it('in the folder, switches the rule off in the configuration beside the letter', async () => {
    writeFileSync(join(folder, '.imr.yaml'), '# ours\nrules:\n  doubled-word: hint\n');
    const letter = await open();
    const { name, place } = await commandOf(letter, /^Suppress IMR301 in this folder…/);
    expect(name).toBe('imr.ignoreInFolder');
    await sendRequest(client.connection, ignoreInFolder, place);
    await client.refreshes.next();
    expect(readFileSync(join(folder, '.imr.yaml'), 'utf8')).toBe(
      '# ours\nrules:\n  doubled-word: hint\n  missing-conclusion: off\n',
    );
    expect(await codes(letter)).not.toContain('IMR301');
  });

  it.each([
    ['a configuration', '# ours\nrules:\n  doubled-word: hint\n'],
    ['no configuration', undefined],
  ])('in the folder is undone: %s is there as before', async (_, config) => {
    const path = join(folder, '.imr.yaml');
    if (config) writeFileSync(path, config);
    const letter = await open();
    const { place } = await commandOf(letter, /^Suppress IMR301 in this folder…/);
    const written = await sendRequest(client.connection, ignoreInFolder, place);
    expect(await sendRequest(client.connection, undoIgnoring, written as WrittenFile)).toBe(true);
    expect(existsSync(path) ? readFileSync(path, 'utf8') : undefined).toBe(config);
    expect(await codes(letter)).toContain('IMR301');
  });

  it('is not undone where the file has changed since, nor in a file that is none of settings', async () => {
    const path = join(folder, '.imr.yaml');
    const letter = await open();
    const { place } = await commandOf(letter, /^Suppress IMR301 in this folder…/);
    const written = (await sendRequest(client.connection, ignoreInFolder, place)) as WrittenFile;
    writeFileSync(path, 'rules: {}\n');
    expect(await sendRequest(client.connection, undoIgnoring, written)).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('rules: {}\n');
    const other = { uri: pathToFileURL(join(folder, 'notes.yaml')).href, before: 'x', text: '' };
    expect(await sendRequest(client.connection, undoIgnoring, other)).toBe(false);
    expect(existsSync(join(folder, 'notes.yaml'))).toBe(false);
  });

  it.each([
    ['files of its own', true],
    ['the files of its client', false],
  ])('keeps what three windows ignore at once, with %s', async (_, hasFiles) => {
    const files = openFiles();
    const windows = await Promise.all(
      [0, 1, 2].map(async (i) => {
        const window = await connect({
          capabilities: fullCapabilities,
          initializationOptions: { commands: true, files: !hasFiles },
          ...(hasFiles && { runtime: { files } }),
          everyRule: true,
        });
        answerForFiles(window);
        const letter = await OpenLetter.open(window, withoutConclusion, pathToFileURL(join(folder, `${i}.imr`)).href);
        const { place } = await commandOf(letter, /^Suppress IMR301 here…/);
        return { window, place };
      }),
    );
    await Promise.all(
      windows.map(({ window, place }, i) =>
        sendRequest(window.connection, ignoreHere, { ...place, reason: `window ${i}` }),
      ),
    );
    expect(reasons().sort()).toEqual(['window 0', 'window 1', 'window 2']);
    expect(readdirSync(join(folder, '.imr'))).toEqual(['suppressions.json']);
    await Promise.all(windows.map(({ window }) => window.close()));
    await open();
  });

  it('says why the suppressions cannot be written', async () => {
    const letter = await open();
    const { place } = await commandOf(letter, /^Suppress IMR301 here…/);
    writeFileSync(join(folder, '.imr'), 'a file where the folder should be');
    const asked = sendRequest(client.connection, ignoreHere, { ...place, reason: 'lost' });
    await expect(asked).rejects.toMatchObject({
      code: LSPErrorCodes.RequestFailed,
      message: expect.stringMatching(/suppressions\.json: cannot be written: /),
    });
  });

  it('is refused when the letter has changed since', async () => {
    const letter = await open();
    const { place } = await commandOf(letter, /^Suppress IMR301 here…/);
    const { start } = letter.rangeOf('HOW THE IMR');
    await letter.type({ start, end: start }, '\n');
    const asked = sendRequest(client.connection, ignoreHere, { ...place, reason: 'late' });
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
  });

  it('is not offered to a client that does not run our commands, nor for a text without a folder', async () => {
    const letter = await open({});
    const titles = async (each: OpenLetter) =>
      (await each.actions(each.rangeOf('should be weaned.'))).map(({ title }) => title).join('\n');
    expect(await titles(letter)).not.toContain('Suppress');
    await client.close();
    await open();
    expect(await titles(await OpenLetter.open(client, withoutConclusion, 'untitled:Untitled-1'))).not.toContain(
      'Suppress',
    );
  });
});

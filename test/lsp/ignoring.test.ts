import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import { type FileContent, type FindingPlace, ignoreHere, ignoreInFolder } from '../../server/src/lsp/protocol';
import { openFiles } from '../../server/src/node/files';
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
/** Writes what the server says, as the client does, and tells the server. */
const write = async ({ uri, text }: FileContent) => {
  mkdirSync(dirname(fileURLToPath(uri)), { recursive: true });
  writeFileSync(fileURLToPath(uri), text);
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
  await client.refreshes.next();
};
const codes = async (letter: OpenLetter) => (await letter.diagnostics()).map(({ code }) => code);

describe('ignoring a finding', () => {
  it('here, writes it with its reason beside the letter, and it is gone', async () => {
    const letter = await open();
    const { name, place } = await commandOf(letter, /^Ignore IMR301 here/);
    expect(name).toBe('imr.ignoreHere');
    const content: FileContent = await client.connection.sendRequest(ignoreHere, {
      ...place,
      reason: 'decided by telephone',
    });
    expect(content).toMatchObject({ uri: pathToFileURL(join(folder, '.imr/suppressions.json')).href, isNewFile: true });
    expect(content.text).toContain('decided by telephone');
    await write(content);
    expect(await codes(letter)).not.toContain('IMR301');
  });

  it('in the folder, switches the rule off in the configuration beside the letter', async () => {
    writeFileSync(join(folder, '.imr.yaml'), '# ours\nrules:\n  doubled-word: hint\n');
    const letter = await open();
    const { name, place } = await commandOf(letter, /^Ignore IMR301 \(missing-conclusion\) in this folder/);
    expect(name).toBe('imr.ignoreInFolder');
    const content: FileContent = await client.connection.sendRequest(ignoreInFolder, place);
    await write(content);
    expect(readFileSync(join(folder, '.imr.yaml'), 'utf8')).toBe(
      '# ours\nrules:\n  doubled-word: hint\n  missing-conclusion: off\n',
    );
    expect(await codes(letter)).not.toContain('IMR301');
  });

  it('is refused when the letter has changed since', async () => {
    const letter = await open();
    const { place } = await commandOf(letter, /^Ignore IMR301 here/);
    const { start } = letter.rangeOf('HOW THE IMR');
    await letter.type({ start, end: start }, '\n');
    const asked = client.connection.sendRequest(ignoreHere, { ...place, reason: 'late' });
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
  });

  it('is not offered to a client that does not run our commands, nor for a text without a folder', async () => {
    const letter = await open({});
    const titles = async (each: OpenLetter) =>
      (await each.actions(each.rangeOf('should be weaned.'))).map(({ title }) => title).join('\n');
    expect(await titles(letter)).not.toContain('Ignore');
    await client.close();
    await open();
    expect(await titles(await OpenLetter.open(client, withoutConclusion, 'untitled:Untitled-1'))).not.toContain(
      'Ignore',
    );
  });
});

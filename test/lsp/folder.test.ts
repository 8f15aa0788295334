import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ShowMessageNotification,
  type ShowMessageParams,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { mostLetters } from '../../server/src/lsp/closed-letters';
import type { Files } from '../../server/src/lsp/runtime';
import { openFiles } from '../../server/src/node/files';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { cleanLetter, withoutConclusion } from './letters';

let client: TestClient;
let folder: string;
const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-folder-'));
  for (const name of ['old', '.git', 'node_modules']) mkdirSync(join(folder, name));
  write('clean.txt', cleanLetter);
  write('old/faulty.imr', withoutConclusion);
  write('notes.txt', 'Ask for the report of 12/07/2016.');
  write('picture.txt', new Uint8Array([137, 80, 78, 71, 0, 0, 0, 1]));
  write('.git/faulty.txt', withoutConclusion);
  write('node_modules/faulty.txt', withoutConclusion);
});
afterEach(async () => {
  await client.close();
  rmSync(folder, { recursive: true });
});

const start = async (settings: Record<string, unknown>) => {
  const runtime = { files: openFiles() };
  client = await connect({ capabilities: fullCapabilities, settings, folder: pathToFileURL(folder).href, runtime });
};
const pull = (previousResultIds: { uri: string; value: string }[] = []): Promise<WorkspaceDiagnosticReport> =>
  client.connection.sendRequest('workspace/diagnostic', { previousResultIds });
const shown = ({ items }: WorkspaceDiagnosticReport) =>
  items.map((item) => [item.uri, item.kind === 'full' ? item.items.map(({ code }) => code) : item.kind]);
const resultIds = ({ items }: WorkspaceDiagnosticReport) =>
  items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
const fileChanged = (name: string) =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type: 2 }] });

describe('checking a folder', () => {
  it('reports its letters, and says nothing of what is no letter', async () => {
    await start({ checkFolder: true });
    expect(shown(await pull())).toEqual([
      [uriOf('clean.txt'), []],
      [uriOf('old/faulty.imr'), ['IMR301']],
    ]);
  });

  it('waits until something changes, then reports that alone', async () => {
    await start({ checkFolder: true });
    const first = await pull();
    const second = pull(resultIds(first));
    write('clean.txt', cleanLetter.replace('no drug screen', 'no no drug screen'));
    await fileChanged('clean.txt');
    expect(shown(await second)).toEqual([
      [uriOf('clean.txt'), ['IMR502']],
      [uriOf('old/faulty.imr'), 'unchanged'],
    ]);
  });

  it('empties the list of a letter that is gone', async () => {
    await start({ checkFolder: true });
    const first = await pull();
    const second = pull(resultIds(first));
    rmSync(join(folder, 'old/faulty.imr'));
    await fileChanged('old/faulty.imr');
    expect(shown(await second)).toContainEqual([uriOf('old/faulty.imr'), []]);
  });

  it('leaves open letters to the editor', async () => {
    await start({ checkFolder: true });
    await OpenLetter.open(client, withoutConclusion, uriOf('old/faulty.imr'));
    expect(shown(await pull())).toEqual([[uriOf('clean.txt'), []]]);
  });

  it('is off until it is switched on', async () => {
    await start({});
    const waiting = pull();
    client.settings.checkFolder = true;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(shown(await waiting)).toHaveLength(2);
  });

  it('follows folders that are added', async () => {
    const full = { ...fullCapabilities, workspace: { ...fullCapabilities.workspace, workspaceFolders: true } };
    client = await connect({ capabilities: full, settings: { checkFolder: true }, runtime: { files: openFiles() } });
    const waiting = pull();
    const event = { added: [{ uri: pathToFileURL(folder).href, name: 'letters' }], removed: [] };
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    expect(shown(await waiting)).toHaveLength(2);
  });

  it('can be cancelled while it waits', async () => {
    await start({});
    const { CancellationTokenSource } = await import('vscode-languageserver/node');
    const source = new CancellationTokenSource();
    const waiting = client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] }, source.token);
    source.cancel();
    await expect(waiting).rejects.toMatchObject({ message: 'cancelled' });
  });
});

describe('reading closed letters', () => {
  const watching = {
    ...fullCapabilities,
    workspace: { ...fullCapabilities.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
  };
  const symbols = () => client.connection.sendRequest<unknown[]>('workspace/symbol', { query: '' });

  it.each([
    ['once until its file changes', watching, 1],
    ['each time for a client that watches no files', fullCapabilities, 2],
  ])('%s', async (_, capabilities, times) => {
    const files = openFiles();
    const read: string[] = [];
    const counted: Files = {
      ...files,
      read(uri, limits) {
        read.push(uri);
        return files.read(uri, limits);
      },
    };
    client = await connect({ capabilities, folder: pathToFileURL(folder).href, runtime: { files: counted } });
    const timesRead = () => read.splice(0).filter((uri) => uri === uriOf('clean.txt')).length;
    const before = await symbols();
    await symbols();
    expect(timesRead()).toBe(times);
    write('clean.txt', 'No letter any more.');
    await fileChanged('clean.txt');
    expect((await symbols()).length).toBeLessThan(before.length);
    expect(timesRead()).toBe(1);
  });

  it('stops at a number of files, and says so once', async () => {
    const files: Files = {
      ...openFiles(),
      findLetters: async (_, limit) => Array.from({ length: limit }, (__, i) => `file:///letters/${i}.txt`),
      read: async (uri) => (/\/(?:0|10000)\.txt$/.test(uri) ? new TextEncoder().encode(withoutConclusion) : undefined),
    };
    client = await connect({
      capabilities: { textDocument: fullCapabilities.textDocument },
      initializationOptions: { imr: { checkFolder: true } },
      folder: 'file:///letters',
      runtime: { files },
    });
    const messages: ShowMessageParams[] = [];
    client.connection.onNotification(ShowMessageNotification.type, (message) => {
      messages.push(message);
    });
    expect(mostLetters).toBe(10_000);
    expect(shown(await pull())).toEqual([['file:///letters/0.txt', ['IMR301']]]);
    await symbols();
    expect(messages.map(({ message }) => message)).toEqual([expect.stringContaining('the first 10,000 files')]);
    expect(client.log.filter((line) => line.includes('10,000'))).toHaveLength(1);
  });
});

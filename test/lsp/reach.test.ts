// A folder that was opened, in whatever trust, makes the server read nothing outside of it.
import { afterEach, describe, expect, it } from 'vitest';
import type { Files } from '../../server/src/lsp/runtime';
import { type FileRead, readFile } from '../../server/src/protocol/files';
import { onRequest } from '../../server/src/protocol/messages';
import { connect, fullCapabilities, type TestClient } from './client';
import { OpenLetter } from './editor';
import { withoutConclusion } from './letters';

let client: TestClient;
afterEach(() => client.close());

const hostile = [
  'https://example.org/p.yaml',
  'vscode-vfs://gitlab/p.yaml',
  'file://host/share/p.yaml',
  '../../p.yaml',
];
const config = `packs: ${JSON.stringify(hostile)}\nextends: ${JSON.stringify(hostile)}\n`;
const published = async (uri: string) => {
  const { diagnostics } = await client.published.find((params) => params.uri === uri && params.diagnostics.length > 0);
  return diagnostics.map(({ code, range, message }) => ({ code, line: range.start.line, message }));
};
const refused = (uri: string) => ({ code: 'IMR903', message: expect.stringContaining(`"${uri}" is not read: it is `) });

describe('a folder of a virtual file system', () => {
  const folder = 'vscode-vfs://github/team/letters';

  it('asks the client for nothing but its own files, and reports the others at their line', async () => {
    const asked: string[] = [];
    client = await connect({
      capabilities: fullCapabilities,
      initializationOptions: { files: true },
      folder,
      everyRule: true,
    });
    onRequest(client.connection, readFile, ({ uri }): FileRead | null => {
      asked.push(uri);
      return uri === `${folder}/.imr.yaml` ? { base64: btoa(config) } : null;
    });
    await OpenLetter.open(client, withoutConclusion, `${folder}/2016/a.imr`).then((letter) => letter.diagnostics());
    const found = await published(`${folder}/.imr.yaml`);
    expect(found).toEqual(
      expect.arrayContaining(hostile.map((uri) => expect.objectContaining({ line: 0, ...refused(uri) }))),
    );
    expect(found).toEqual(
      expect.arrayContaining(hostile.map((uri) => expect.objectContaining({ line: 1, ...refused(uri) }))),
    );
    expect(asked.filter((uri) => !uri.startsWith(`${folder}/`))).toEqual([]);
  });

  it('reports what the client refuses', async () => {
    client = await connect({
      capabilities: fullCapabilities,
      initializationOptions: { files: true },
      folder,
      everyRule: true,
    });
    onRequest(client.connection, readFile, ({ uri, largest }): FileRead | null => {
      if (uri === `${folder}/.imr.yaml`) return { base64: btoa('packs: [./p.yaml]') };
      return uri.endsWith('/p.yaml') && largest === 4 * 1024 * 1024 ? { refusal: 'size' } : null;
    });
    await OpenLetter.open(client, withoutConclusion, `${folder}/a.imr`).then((letter) => letter.diagnostics());
    expect((await published(`${folder}/.imr.yaml`)).map(({ message }) => message)).toEqual([
      'The pack "./p.yaml" is not read: it is larger than 4 MiB.',
    ]);
  });
});

describe('settings of a folder on this machine', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const files = (texts: Record<string, string>, read: string[]): Files => ({
    findLetters: async () => [],
    replaceText: async () => false,
    read: async (uri) => {
      read.push(uri);
      const text = texts[uri];
      return text === undefined ? undefined : bytes(text);
    },
  });
  const off = 'extends: ["off"]';
  const codes = async (letter: OpenLetter) => (await letter.diagnostics()).map(({ code }) => code);

  it('are not looked for above it', async () => {
    const read: string[] = [];
    const runtime = { files: files({ 'file:///.imr.yaml': off, 'file:///ws/.imr.yaml': off }, read) };
    client = await connect({ capabilities: fullCapabilities, folder: 'file:///ws/letters', runtime, everyRule: true });
    const letter = await OpenLetter.open(client, withoutConclusion, 'file:///ws/letters/2016/a.imr');
    expect(await codes(letter)).toContain('IMR301');
    expect(read.filter((uri) => !uri.startsWith('file:///ws/letters/'))).toEqual([]);
  });

  it('are those beside a letter that is in no folder of the workspace', async () => {
    const texts = { 'file:///.imr.yaml': off, 'file:///a/.imr.yaml': off };
    const runtime = { files: files(texts, []) };
    client = await connect({ capabilities: fullCapabilities, folder: 'file:///ws', runtime, everyRule: true });
    expect(await codes(await OpenLetter.open(client, withoutConclusion, 'file:///a/a.imr'))).not.toContain('IMR301');
    expect(await codes(await OpenLetter.open(client, withoutConclusion, 'file:///a/b/a.imr'))).toContain('IMR301');
  });

  it('are none for a text that was never saved', async () => {
    const read: string[] = [];
    const runtime = { files: files({ 'file:///.imr.yaml': off }, read) };
    client = await connect({ capabilities: fullCapabilities, runtime, everyRule: true });
    expect(await codes(await OpenLetter.open(client, withoutConclusion, 'untitled:Untitled-1'))).toContain('IMR301');
    expect(read).toEqual([]);
  });

  it('follow a folder that is added', async () => {
    const runtime = { files: files({ 'file:///ws/.imr.yaml': off }, []) };
    const capabilities = { ...fullCapabilities, workspace: { ...fullCapabilities.workspace, workspaceFolders: true } };
    client = await connect({ capabilities, runtime, everyRule: true });
    const letter = await OpenLetter.open(client, withoutConclusion, 'file:///ws/letters/a.imr');
    expect(await codes(letter)).toContain('IMR301');
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: 'file:///ws', name: 'ws' }], removed: [] },
    });
    await client.refreshes.next();
    expect(await codes(letter)).not.toContain('IMR301');
  });
});

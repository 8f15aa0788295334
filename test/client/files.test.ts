// The client serves files of the workspace, whatever the server asks for.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { URI } from 'vscode-uri';
import { type FileRead, findLetters, readFile, replaceText } from '../../server/src/protocol/files';

const [file, folder, link] = [1, 2, 64];
const disk = new Map<string, { readonly type: number; readonly size: number }>();
const touched: string[] = [];
const workspace = {
  workspaceFolders: [{ uri: 'vscode-vfs://github/team/letters' }],
  textDocuments: [
    { languageId: 'imr', uri: 'memfs:///loose/a.txt' },
    { languageId: 'yaml', uri: 'memfs:///etc/b.yaml' },
  ],
  fs: {
    async stat(uri: URI) {
      touched.push(uri.toString());
      const found = disk.get(uri.toString());
      if (!found) throw new Error('not found');
      return found;
    },
    async readFile(uri: URI) {
      touched.push(uri.toString());
      return new TextEncoder().encode('text');
    },
  },
  findFiles: async () => ['vscode-vfs://github/team/letters/a.txt'],
};
vi.mock('vscode', () => ({
  workspace,
  FileType: { File: file, Directory: folder, SymbolicLink: link },
  Uri: URI,
  RelativePattern: class {},
}));

const { serveFiles } = await import('../../client/src/files');
const handlers = new Map<string, (params: object) => Promise<unknown>>();
serveFiles({
  onRequest: ((method: string, handler: (params: object) => Promise<unknown>) =>
    handlers.set(method, handler)) as never,
});
const ask = (uri: string, largest = 100) =>
  handlers.get(readFile.method)?.({ uri, largest }) as Promise<FileRead | null>;

const root = 'vscode-vfs://github/team/letters';
beforeEach(() => {
  touched.length = 0;
  disk.clear();
  disk.set(`${root}/a.yaml`, { type: file, size: 4 });
  disk.set(`${root}/sub`, { type: folder, size: 0 });
  disk.set(`${root}/sub/b.yaml`, { type: file, size: 4 });
});

describe('a request for a file', () => {
  it('of the workspace, or beside an open letter, is answered', async () => {
    disk.set('memfs:/loose/.imr.yaml', { type: file, size: 4 });
    for (const uri of [`${root}/a.yaml`, `${root}/sub/b.yaml`, 'memfs:///loose/.imr.yaml', 'memfs:/loose/.imr.yaml']) {
      expect(await ask(uri)).toEqual({ base64: btoa('text') });
    }
    expect(await ask(`${root}/none.yaml`)).toBeNull();
  });

  it.each([
    'https://example.org/a.yaml',
    'file://host/share/a.yaml',
    'file:////host/share/a.yaml',
    'file:///etc/passwd',
    'vscode-vfs://gitlab/team/letters/a.yaml',
    'vscode-vfs://github/team/other/a.yaml',
    `${root}/../other/a.yaml`,
    `${root}/%2e%2e/other/a.yaml`,
    'memfs:///etc/passwd',
  ])('%s is refused, and no file system hears of it', async (uri) => {
    expect(await ask(uri)).toEqual({ refusal: 'outside' });
    expect(touched).toEqual([]);
  });

  it('for what is no regular file of some size is refused', async () => {
    disk.set(`${root}/large.yaml`, { type: file, size: 101 });
    disk.set(`${root}/device`, { type: 0, size: 0 });
    disk.set(`${root}/link.yaml`, { type: file | link, size: 4 });
    disk.set(`${root}/up`, { type: folder | link, size: 0 });
    disk.set(`${root}/up/c.yaml`, { type: file, size: 4 });
    const refusals = await Promise.all(
      ['large.yaml', 'device', 'sub', 'link.yaml', 'up/c.yaml'].map(
        async (name) => (await ask(`${root}/${name}`))?.refusal,
      ),
    );
    expect(refusals).toEqual(['size', 'kind', 'kind', 'outside', 'outside']);
    expect(touched.filter((uri) => uri.endsWith('c.yaml'))).toHaveLength(1);
  });
});

describe('a request to replace a file', () => {
  it.each([
    'file:///etc/.imr.yaml',
    'vscode-vfs://github/team/.imr.yaml',
    `${root}/../.imr/suppressions.json`,
    `${root}/a.yaml`,
  ])('%s is refused', async (uri) => {
    await expect(handlers.get(replaceText.method)?.({ uri, before: '', text: 'x' })).rejects.toThrow(
      'is not a file of settings',
    );
    expect(touched).toEqual([]);
  });
});

describe('a request for letters', () => {
  const find = (at: string) => handlers.get(findLetters.method)?.({ folder: at, limit: 10 });

  it('is answered for folders of the workspace alone', async () => {
    expect(await find(root)).toEqual(['vscode-vfs://github/team/letters/a.txt']);
    expect(await find('file:///')).toEqual([]);
    expect(await find('file://host/share')).toEqual([]);
  });
});

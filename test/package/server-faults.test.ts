// The server as a process, when its worker, its client or its folder goes away. Each has a stated outcome; see docs/reliability.md.
import { existsSync, mkdirSync, mkdtempSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import { withoutConclusion } from '../lsp/letters';
import { requests } from '../lsp/requests';
import { patience, pulling, WatchedServer } from '../lsp/watched-server';

vi.setConfig({ testTimeout: 2 * patience, hookTimeout: patience });

const uri = 'file:///letters/healthy.imr';
let server: WatchedServer;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-faults-'));
});
afterEach(() => {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
});

async function bringUp(rootUri: string | null = null): Promise<void> {
  server = new WatchedServer(3000);
  await server.initialize(pulling, process.pid, rootUri);
}

/** Settles when the file is there. */
const isThere = (file: string): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (!existsSync(file)) return;
      watcher.close();
      resolve();
    };
    const watcher = watch(folder, look);
    look();
  });

describe('a worker that is killed', () => {
  it('while each kind of request waits, has each refused so that the client asks again, and answered then', async () => {
    await bringUp();
    await server.open(uri, withoutConclusion);
    expect(await server.codes(uri)).toContain('IMR301');
    const mark = join(folder, 'begun');
    await server.open('file:///letters/bad.imr', `${withoutConclusion}\npoison: loop ${mark}\n`);
    const stuck = server.pull('file:///letters/bad.imr');
    await isThere(mark);
    const ask = (method: string, params = {}) => server.ask(method, { textDocument: { uri }, ...params });
    const refusals = await Promise.all(
      requests.map(([method, params]) =>
        ask(method, params).then(
          () => [method, 'answered'],
          ({ code }) => [method, code],
        ),
      ),
    );
    const refused = (method: string): number =>
      method === 'textDocument/diagnostic' ? LSPErrorCodes.ServerCancelled : LSPErrorCodes.ContentModified;
    expect(refusals).toEqual(requests.map(([method]) => [method, refused(method)]));
    expect((await stuck).map(({ code }) => code)).toEqual(['not-checked']);
    for (const [method, params] of requests) await ask(method, params);
    expect(await server.codes(uri)).toContain('IMR301');
  });
});

describe('a client', () => {
  it('that reads no more is left, without a word', async () => {
    await bringUp();
    await server.open(uri, withoutConclusion);
    server.child.stdout?.destroy();
    // The answer finds nobody.
    const params = { textDocument: { uri }, position: { line: 0, character: 0 } };
    const message = JSON.stringify({ jsonrpc: '2.0', id: 'last', method: 'textDocument/hover', params });
    server.child.stdin?.write(`Content-Length: ${message.length}\r\n\r\n${message}`);
    expect(await server.ended).toBe(1);
    expect(server.errors).toBe('');
  });

  it('that goes away within a message is left', async () => {
    await bringUp();
    server.child.stdin?.end('Content-Length: 100\r\n\r\n{"jsonrpc"');
    expect(await server.ended).toBe(1);
    expect(server.errors).not.toMatch(/\n\s+at /);
  });

  it('that sends what is no JSON ends the server, which says so in a line', async () => {
    await bringUp();
    server.child.stdin?.write('Content-Length: 4\r\n\r\n{"a]');
    expect(await server.ended).toBe(1);
    expect(server.errors).toMatch(/^imr-language-server: what the client sends cannot be read \(\w+\)\n$/);
  });
});

describe('a folder', () => {
  it('that is deleted takes its settings with it, and open letters are checked on', async () => {
    const letters = join(folder, 'letters');
    mkdirSync(letters);
    writeFileSync(join(letters, '.imr.yaml'), 'rules: {IMR301: off}\n');
    const letter = pathToFileURL(join(letters, 'a.imr')).href;
    await bringUp(pathToFileURL(letters).href);
    await server.open(letter, withoutConclusion);
    expect(await server.codes(letter)).not.toContain('IMR301');
    rmSync(letters, { recursive: true });
    const changes = [{ uri: pathToFileURL(join(letters, '.imr.yaml')).href, type: 3 }];
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await server.change(letter, 2, { text: `${withoutConclusion}\n` });
    expect(await server.codes(letter)).toContain('IMR301');
  });
});

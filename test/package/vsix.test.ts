import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../project';
import { listFiles, type SizedFile } from './file-list';
import { readZip } from './zip';

// Packs `dist` as it is: other tests use it at the same time, and `npm test` has just built it for production.
const folder = mkdtempSync(join(tmpdir(), 'imr-vsix-'));
const unpacked = join(folder, 'unpacked');
let files: ReadonlyMap<string, Buffer>;

function packExtension(name: string): Buffer {
  const path = join(folder, name);
  const env = { ...process.env, SOURCE_DATE_EPOCH: '1700000000' };
  execFileSync('node', ['scripts/package.mjs', '--built', '--out', path], { cwd: root, env, stdio: 'pipe' });
  return readFileSync(path);
}

/** The paths below `extension/` in the package. */
function packaged(): readonly string[] {
  return [...files.keys()]
    .filter((name) => name.startsWith('extension/'))
    .map((name) => name.slice('extension/'.length));
}

beforeAll(() => {
  files = readZip(packExtension('first.vsix'));
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(unpacked, name)), { recursive: true });
    writeFileSync(join(unpacked, name), bytes);
  }
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the extension package', () => {
  // After a look at the difference: `npx vitest run --project package test/package/vsix.test.ts -u`.
  it('contains the files of the stored list, about as large as they are there', async () => {
    const stored = join(root, 'test/package/vsix-files.txt');
    const sized = packaged().map((name): SizedFile => [name, files.get(`extension/${name}`)?.length ?? 0]);
    await expect(listFiles(sized, readFileSync(stored, 'utf8'))).toMatchFileSnapshot(stored);
  });

  it('notices a file that is new, gone, or larger', () => {
    const list = listFiles(
      [
        ['a.js', 50_000],
        ['b.js', 1000],
      ],
      '',
    );
    expect(
      listFiles(
        [
          ['a.js', 54_000],
          ['b.js', 3000],
        ],
        list,
      ),
    ).toBe(list);
    expect(
      listFiles(
        [
          ['a.js', 56_000],
          ['b.js', 1000],
        ],
        list,
      ),
    ).toContain('56 KB  a.js');
    expect(
      listFiles(
        [
          ['a.js', 50_000],
          ['b.js', 1000],
          ['c.js', 1],
        ],
        list,
      ),
    ).toContain('c.js');
    expect(listFiles([['a.js', 50_000]], list)).not.toContain('b.js');
  });

  it('is at most 5 MB', () => {
    expect(statSync(join(folder, 'first.vsix')).size).toBeLessThanOrEqual(5_000_000);
  });

  it('holds the notices of what is bundled, and nothing that only tests have', () => {
    expect(packaged()).toContain('THIRD_PARTY_NOTICES.txt');
    // The rule of test/lsp/poison.
    const code = packaged().filter((name) => name.endsWith('.js'));
    expect(code.filter((name) => files.get(`extension/${name}`)?.includes('IMR999'))).toEqual([]);
    expect(code).toContain('dist/server-worker.js');
  });

  it('holds every file that its manifest names', () => {
    const manifest = readFileSync(join(unpacked, 'extension/package.json'), 'utf8');
    const named = [...manifest.matchAll(/"\.?\/?((?:dist|media|syntaxes|snippets|server|docs)\/[^"*]+\.\w+)"/g)].map(
      ([, path]) => path ?? '',
    );
    const elsewhere = /^dist\/(?:cli\.js|library\.[cm]js|types\/)/;
    expect(named.filter((path) => !elsewhere.test(path) && !packaged().includes(path))).toEqual([]);
    expect(named).toContain('dist/client.js');
  });

  it('is the same, byte for byte, when it is packed again', () => {
    expect(packExtension('second.vsix').equals(readFileSync(join(folder, 'first.vsix')))).toBe(true);
  }, 120_000);

  it('has a client that loads and exports activate and deactivate, in Node and as a worker', () => {
    for (const entry of ['dist/client.js', 'dist/browser/client.js']) {
      const output = runNode(['-e', loadClient, join(unpacked, 'extension', entry)]);
      expect(output, entry).toBe('function function\n');
    }
  });

  it('has a server that answers on standard input and output, and ends when asked', async () => {
    const server = spawn(process.execPath, [join(unpacked, 'extension/dist/server.js'), '--stdio'], { cwd: folder });
    const ended = new Promise((resolve) => server.once('exit', resolve));
    const send = (message: object) => server.stdin.write(frame(JSON.stringify({ jsonrpc: '2.0', ...message })));
    let output = '';
    const answered = new Promise<void>((resolve) => {
      server.stdout.on('data', (data) => {
        output += data;
        if (output.includes('"id":1')) resolve();
      });
    });
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    await answered;
    expect(output).toContain('"capabilities":{');
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    expect(await ended).toBe(0);
  });
});

function frame(json: string): string {
  return `Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
}

function runNode(args: readonly string[]): string {
  // Outside of the project, so that nothing is found in its node_modules by accident.
  return execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', timeout: 20_000 });
}

/** Loads a client bundle with a `vscode` that has every name: enough for what runs at load. */
const loadClient = `
  const Module = require('node:module');
  const any = () => new Proxy(class {}, { get: (target, key) => (key in target ? target[key] : any()), apply: () => any() });
  const vscode = new Proxy({}, { get: () => any() });
  const load = Module._load;
  Module._load = (request, ...rest) => (request === 'vscode' ? vscode : load(request, ...rest));
  const client = require(process.argv[1]);
  console.log(typeof client.activate, typeof client.deactivate);
`;

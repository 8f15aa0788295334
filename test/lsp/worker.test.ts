// The bundles for the browser, in a world that has what a web worker has and nothing of Node.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../project';
import { Inbox } from './inbox';
import { withoutConclusion } from './letters';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri: string; readonly diagnostics: readonly { readonly code: unknown }[] };
  readonly result?: { readonly serverInfo?: { readonly name: string } };
}

interface World extends Record<string, unknown> {
  onmessage: ((event: object) => void) | null;
}

const folder = 'https://host/extension/dist/browser/';
const outputs = 'https://host/extension/';
beforeAll(() => {
  // The second build writes the tables of tagger and dictionary, too.
  for (const only of ['dist/browser', 'dist/language.js']) {
    execFileSync(process.execPath, ['esbuild.mjs', '--only', only], { cwd: root, stdio: 'ignore' });
  }
}, 60_000);

/** A world in which scripts run as in a worker; `receive` gets what they post. */
function createWorld(receive: (message: Message) => void, more: Record<string, unknown> = {}): World {
  const world: World = {
    postMessage: receive,
    onmessage: null,
    addEventListener: () => {},
    importScripts: (...addresses: string[]) => {
      for (const address of addresses) load(world, address);
    },
    ...{ console, setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask },
    ...{ TextEncoder, TextDecoder, URL, Blob, performance, atob },
    ...more,
  };
  world.self = world;
  return createContext(world) as World;
}

function load(world: World, address: string): void {
  expect(address.startsWith(outputs)).toBe(true);
  new Script(readFileSync(join(root, address.slice(outputs.length)), 'utf8')).runInContext(world);
}

/** Workers in workers, each a world of its own. Messages are on their way for a moment. */
function workerClass(started: World[]) {
  return class {
    onmessage: ((event: { readonly data: Message }) => void) | null = null;
    readonly #world: World;

    constructor(blob: { readonly code: Promise<string> }) {
      this.#world = createWorld((data) => setTimeout(() => this.onmessage?.({ data })));
      started.push(this.#world);
      this.#ready = blob.code.then((code) => void new Script(code).runInContext(this.#world));
    }

    #ready: Promise<void>;

    postMessage(data: object): void {
      this.#ready = this.#ready.then(() => this.#world.onmessage?.({ data }));
    }

    terminate(): void {}
  };
}

/** Starts the bundle as a worker does; `send` gives it a message, its own arrive in `inbox`. */
function startServer(world: World, inbox: Inbox<Message>, first?: object) {
  load(world, `${folder}server.js`);
  if (first) world.onmessage?.({ data: first });
  const send = (message: object) => world.onmessage?.({ data: { jsonrpc: '2.0', ...message } });
  return { send, inbox };
}

/** Opens a letter without a conclusion and with "a MRI", which only the tagger and the dictionary find, and closes the server. */
async function checkLetter({ send, inbox }: ReturnType<typeof startServer>): Promise<void> {
  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  const { result } = await inbox.find(({ id }) => id === 1);
  expect(result?.serverInfo?.name).toBe('imr-language-server');
  send({ method: 'initialized', params: {} });
  const text = withoutConclusion.replace('and takes Soma', 'and a MRI showed a sprain. She takes Soma');
  const textDocument = { uri: 'vscode-vfs://host/a.imr', languageId: 'imr', version: 1, text };
  send({ method: 'textDocument/didOpen', params: { textDocument } });
  for (const code of ['IMR301', 'IMR702']) {
    const has = ({ params }: Message) => params?.diagnostics?.some((each) => each.code === code) ?? false;
    await inbox.find(has, 10_000);
  }
  send({ id: 2, method: 'shutdown' });
  await inbox.find(({ id }) => id === 2);
}

describe('dist/browser/server.js', () => {
  it.each([
    ['that it is told of', { workerScript: `${folder}server-worker.js` }, 'blob:of the editor'],
    ['that lies beside it', undefined, `${folder}server.js`],
  ])('checks a letter in a worker of its own, from a script %s', async (_, first, href) => {
    const inbox = new Inbox<Message>();
    const started: World[] = [];
    const addresses = { createObjectURL: (blob: Blob) => ({ code: blob.text() }), revokeObjectURL: () => {} };
    const world = createWorld((message) => inbox.put(message), {
      location: { href },
      Worker: workerClass(started),
      URL: Object.assign(class extends URL {}, addresses),
    });
    await checkLetter(startServer(world, inbox, first));
    expect(started).toHaveLength(1);
  });

  it.each([
    ['our client', { workerScript: `${folder}server-worker.js` }],
    ['any other', undefined],
  ])('checks it itself where a worker can start none, for %s', async (_, first) => {
    const inbox = new Inbox<Message>();
    const world = createWorld((message) => inbox.put(message), { location: { href: `${folder}server.js` } });
    await checkLetter(startServer(world, inbox, first));
  });
});

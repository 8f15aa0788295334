// The bundle for the browser, in a world that has what a web worker has and nothing of Node.
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

const bundle = join(root, 'dist/browser/server.js');
beforeAll(() => {
  execFileSync(process.execPath, ['esbuild.mjs', '--only', 'dist/browser/server.js'], { cwd: root, stdio: 'ignore' });
});

/** Starts the bundle as a worker does; `send` gives it a message, its own arrive in `inbox`. */
function startWorker() {
  const inbox = new Inbox<Message>();
  const world: Record<string, unknown> = {
    postMessage: (message: Message) => inbox.put(message),
    addEventListener: () => {},
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    TextEncoder,
    TextDecoder,
  };
  world.self = world;
  new Script(readFileSync(bundle, 'utf8')).runInContext(createContext(world));
  const send = (message: object) => {
    (world.onmessage as (event: object) => void)({ data: { jsonrpc: '2.0', ...message } });
  };
  return { send, inbox };
}

describe('dist/browser/server.js', () => {
  it('checks a letter in a worker', async () => {
    const { send, inbox } = startWorker();
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    const { result } = await inbox.find(({ id }) => id === 1);
    expect(result?.serverInfo?.name).toBe('imr-language-server');
    send({ method: 'initialized', params: {} });
    const textDocument = { uri: 'vscode-vfs://host/a.imr', languageId: 'imr', version: 1, text: withoutConclusion };
    send({ method: 'textDocument/didOpen', params: { textDocument } });
    const { params } = await inbox.find(({ method }) => method === 'textDocument/publishDiagnostics');
    expect(params?.diagnostics.map(({ code }) => code)).toContain('IMR301');
    send({ id: 2, method: 'shutdown' });
    await inbox.find(({ id }) => id === 2);
  });
});

// The server as other editors start it: a process of its own that speaks over its standard streams.
import { type ChildProcess, execFileSync, fork, spawn } from 'node:child_process';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { root } from '../project';
import { withoutConclusion } from './letters';

const server = join(root, 'dist/server.js');
const uri = 'file:///letters/a.imr';

beforeAll(() => {
  execFileSync(process.execPath, ['esbuild.mjs', '--only', 'dist/server'], { cwd: root, stdio: 'ignore' });
}, 60_000);

/** Opens a letter, reads what is published, shuts the server down; gives the codes found. */
async function talk(reader: MessageReader, writer: MessageWriter): Promise<unknown[]> {
  const connection: ProtocolConnection = createProtocolConnection(reader, writer);
  const published = new Promise<{ diagnostics: { code: unknown }[] }>((resolve) => {
    connection.onNotification('textDocument/publishDiagnostics', resolve);
  });
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
  const textDocument = { uri, languageId: 'imr', version: 1, text: withoutConclusion };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  const { diagnostics } = await published;
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  return diagnostics.map(({ code }) => code);
}

const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve));

describe('dist/server.js', () => {
  it('speaks over standard input and output, and ends when told to', async () => {
    const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const end = ended(child);
    expect(await talk(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin))).toContain('IMR301');
    expect(await end).toBe(0);
  });

  it('speaks to the Node process that forked it', async () => {
    const child = fork(server, ['--node-ipc'], { stdio: 'inherit' });
    const end = ended(child);
    expect(await talk(new IPCMessageReader(child), new IPCMessageWriter(child))).toContain('IMR301');
    expect(await end).toBe(0);
  });

  it('connects to a port of this machine', async () => {
    const listener = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => listener.once('listening', resolve));
    const connected = new Promise<Socket>((resolve) => listener.once('connection', resolve));
    const { port } = listener.address() as { port: number };
    const child = spawn(process.execPath, [server, `--socket=${port}`], { stdio: 'inherit' });
    const end = ended(child);
    const socket = await connected;
    expect(await talk(new StreamMessageReader(socket), new StreamMessageWriter(socket))).toContain('IMR301');
    expect(await end).toBe(0);
    listener.close();
  });

  it('says how it is used to who starts it without a transport', () => {
    const run = () => execFileSync(process.execPath, [server], { stdio: 'pipe', encoding: 'utf8' });
    expect(run).toThrow(expect.objectContaining({ status: 2, stderr: expect.stringContaining('--stdio') }));
    expect(execFileSync(process.execPath, [server, '--version'], { encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

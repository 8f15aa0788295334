// A server as an editor has it: a process of its own that speaks over its standard streams.
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import {
  type ClientCapabilities,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  type DocumentDiagnosticReport,
  type Position,
  type ProtocolConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** Of a client that pulls diagnostics. */
const capabilities: ClientCapabilities = {
  textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } },
  workspace: { diagnostics: { refreshSupport: true } },
};

export class ServerProcess {
  readonly #child: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #versions = new Map<string, number>();

  private constructor(child: ChildProcess, connection: ProtocolConnection) {
    this.#child = child;
    this.#connection = connection;
  }

  /** Starts `node [nodeOptions] script --stdio` and shakes hands. */
  static async start(script: string, environment: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
    const env = { ...process.env, ...environment };
    const child = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'], env });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.onRequest(DiagnosticRefreshRequest.type, () => {});
    connection.listen();
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
    await connection.sendNotification('initialized', {});
    return new ServerProcess(child, connection);
  }

  open(uri: string, text: string): Promise<void> {
    this.#versions.set(uri, 1);
    return this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'imr', version: 1, text },
    });
  }

  /** Inserts a text, as a keystroke does. */
  type(uri: string, at: Position, text: string): Promise<void> {
    return this.change(uri, { start: at, end: at }, text);
  }

  change(uri: string, range: Range, text: string): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    return this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }

  /** How many findings there are; throws where the server gives no full report. */
  async pull(uri: string): Promise<number> {
    const params = { textDocument: { uri } };
    const report: DocumentDiagnosticReport = await this.#connection.sendRequest('textDocument/diagnostic', params);
    if (report.kind !== 'full') throw new Error(`no full report on ${uri}`);
    return report.items.length;
  }

  hover(uri: string, position: Position): Promise<unknown> {
    return this.ask('textDocument/hover', uri, { position });
  }

  ask(method: string, uri: string, params: object = {}): Promise<unknown> {
    return this.#connection.sendRequest(method, { textDocument: { uri }, ...params });
  }

  /** Memory held by the process, in MB; NaN where the system does not tell. */
  memory(): number {
    try {
      const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
    } catch {
      return Number.NaN;
    }
  }

  /** Milliseconds of CPU that each thread has used, by its id; empty where the system does not say. */
  cpuTimes(): ReadonlyMap<string, number> {
    const threads = `/proc/${this.#child.pid}/task`;
    const times = new Map<string, number>();
    try {
      for (const id of readdirSync(threads)) {
        times.set(id, Number(readFileSync(`${threads}/${id}/schedstat`, 'utf8').split(' ')[0]) / 1e6);
      }
    } catch {
      // A thread may end meanwhile, and other systems have no such files.
    }
    return times;
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    await ended;
    this.#connection.dispose();
  }
}

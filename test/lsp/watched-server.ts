// A server process with the poison rule, and a client that pulls and asks again as VS Code's does.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  ResponseError,
  ShowMessageRequest,
  type ShowMessageRequestParams,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { type LetterState, letterChanged } from '../../server/src/protocol/letter-state';
import { onNotification } from '../../server/src/protocol/messages';
import { root } from '../project';
import { Inbox } from './inbox';

const script = join(root, 'dist/test/poison/server.js');

export const pulling: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
  workspace: { diagnostics: { refreshSupport: true } },
};

/** Milliseconds: no test waits for it, but a machine may be busy. */
export const patience = 60_000;

export class WatchedServer {
  readonly published = new Inbox<PublishDiagnosticsParams>();
  readonly states = new Inbox<LetterState>();
  readonly questions = new Inbox<ShowMessageRequestParams>();
  readonly child: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly ended: Promise<number | null>;
  errors = '';
  /** Answers the next question of the server, with the title of one of its actions. */
  reply: (title: string) => void = () => {};

  constructor(quiet: number) {
    const env = { ...process.env, QUIET: String(quiet) };
    const child = spawn(process.execPath, [script, '--stdio'], { stdio: 'pipe', env });
    child.stderr.on('data', (data) => {
      this.errors += data;
    });
    this.child = child;
    this.ended = new Promise((resolve) => child.once('exit', resolve));
    this.connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    this.connection.onRequest(DiagnosticRefreshRequest.type, () => {});
    this.connection.onRequest(RegistrationRequest.type, () => {});
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => this.published.put(params));
    onNotification(this.connection, letterChanged, (state) => this.states.put(state));
    this.connection.onRequest(ShowMessageRequest.type, (params) => {
      this.questions.put(params);
      return new Promise((resolve) => {
        this.reply = (title) => resolve({ title });
      });
    });
    this.connection.listen();
  }

  async initialize(
    capabilities: ClientCapabilities,
    processId: number | null = process.pid,
    rootUri: string | null = null,
  ): Promise<void> {
    const initializationOptions = { letterState: true, imr: { checkFolder: rootUri !== null } };
    await this.connection.sendRequest('initialize', { processId, rootUri, capabilities, initializationOptions });
    await this.connection.sendNotification('initialized', {});
  }

  open(uri: string, text: string, version = 1): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'imr', version, text },
    });
  }

  change(uri: string, version: number, ...contentChanges: object[]): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  ask<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest(method, params);
  }

  /** Asks once more where the server says so. */
  async pull(uri: string): Promise<readonly Diagnostic[]> {
    const params = { textDocument: { uri } };
    const report = await this.askAgain<DocumentDiagnosticReport>('textDocument/diagnostic', params);
    return report.kind === 'full' ? report.items : [];
  }

  /** The same for a folder: codes by address. */
  async pullFolder(): Promise<Readonly<Record<string, readonly unknown[]>>> {
    const params = { previousResultIds: [] };
    const { items } = await this.askAgain<WorkspaceDiagnosticReport>('workspace/diagnostic', params);
    return Object.fromEntries(
      items.map((report) => [report.uri, report.kind === 'full' ? report.items.map(({ code }) => code) : []]),
    );
  }

  async askAgain<T>(method: string, params: object): Promise<T> {
    for (;;) {
      try {
        return await this.ask<T>(method, params);
      } catch (error) {
        if (!(error instanceof ResponseError) || error.code !== LSPErrorCodes.ServerCancelled) throw error;
        if (error.data?.retriggerRequest !== true) throw error;
      }
    }
  }

  async codes(uri: string): Promise<readonly unknown[]> {
    return (await this.pull(uri)).map(({ code }) => code);
  }

  async messages(uri: string): Promise<readonly string[]> {
    return (await this.pull(uri)).map(({ message }) => String(message));
  }

  kill(): void {
    this.child.kill('SIGKILL');
    this.connection.dispose();
  }
}

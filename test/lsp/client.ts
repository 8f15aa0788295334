// A real client on the other end of a pair of streams: every test speaks the protocol, none calls a handler.
import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createConnection,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Registration,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Files, Runtime } from '../../server/src/lsp/runtime';
import { startServer } from '../../server/src/lsp/server';
import { type LetterState, letterChanged } from '../../server/src/protocol/letter-state';
import { onNotification } from '../../server/src/protocol/messages';
import { Inbox } from './inbox';

export interface ClientSetup {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** What the client answers to `workspace/configuration`; a test may change it. */
  readonly settings?: Record<string, unknown>;
  readonly folder?: string;
  readonly runtime?: Partial<Runtime>;
  /** With the whole catalog, as it ships; else with the few rules of `fewRules`, so that these tests are about the server. */
  readonly everyRule?: true;
}

const fewRules = `extends: ["off"]
rules: {IMR103: error, IMR301: error, IMR302: error, IMR502: error, IMR507: warning}
`;

/** The files of a test, and at their top a configuration that is not on any disk: in `folder`, or beside a letter outside of it. */
function withFewRules(files: Files | undefined, folder = 'none:'): Files {
  const isTop = (uri: string): boolean =>
    uri === `${folder}/.imr.yaml` || (uri.endsWith('/.imr.yaml') && !uri.startsWith(`${folder}/`));
  return {
    read: async (uri, limits) =>
      (await files?.read(uri, limits)) ?? (isTop(uri) ? new TextEncoder().encode(fewRules) : undefined),
    findLetters: async (folder, limit) => files?.findLetters(folder, limit) ?? [],
    replaceText: async (uri, before, text) => files?.replaceText(uri, before, text) ?? false,
  };
}

/** What VS Code's client says it can do, as far as it matters here. */
export const fullCapabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    diagnostics: { refreshSupport: true },
    textDocumentContent: {},
  },
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { lineFoldingOnly: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
};

/** A connected client. Close it at the end of the test. */
export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly settings: Record<string, unknown>;
  readonly published: Inbox<PublishDiagnosticsParams>;
  readonly states: Inbox<LetterState>;
  readonly refreshes: Inbox<void>;
  readonly registrations: Inbox<Registration>;
  readonly log: string[];
  close(): Promise<void>;
}

export async function connect(setup: ClientSetup = {}): Promise<TestClient> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  const files = setup.everyRule ? setup.runtime?.files : withFewRules(setup.runtime?.files, setup.folder);
  startServer(server, { version: '0.0.0', checkDelay: 5, ...setup.runtime, files });
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const settings = { ...setup.settings };
  const [published, states, refreshes, registered] = [
    new Inbox<PublishDiagnosticsParams>(),
    new Inbox<LetterState>(),
    new Inbox<void>(),
    new Inbox<Registration>(),
  ];
  const log: string[] = [];
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => published.put(params));
  onNotification(connection, letterChanged, (state) => states.put(state));
  connection.onNotification(LogMessageNotification.type, ({ message }) => {
    log.push(message);
  });
  connection.onRequest(DiagnosticRefreshRequest.type, () => refreshes.put());
  connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
    for (const registration of registrations) registered.put(registration);
  });
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => settings));
  connection.listen();
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: null,
    rootUri: setup.folder ?? null,
    workspaceFolders: setup.folder ? [{ uri: setup.folder, name: 'letters' }] : null,
    capabilities: setup.capabilities ?? {},
    initializationOptions: setup.initializationOptions,
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    initialized,
    settings,
    published,
    states,
    refreshes,
    registrations: registered,
    log,
    async close() {
      await connection.sendRequest('shutdown');
      connection.dispose();
      server.dispose();
    },
  };
}

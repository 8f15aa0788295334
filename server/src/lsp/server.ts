import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
} from 'vscode-languageserver';
import { capabilitiesFor } from './capabilities';
import { Checks } from './checks';
import { readClient } from './client';
import { listenToDocuments } from './documents';
import { handleCodeActions } from './handlers/code-actions';
import { handleDiagnostics } from './handlers/diagnostics';
import { handleHover } from './handlers/hover';
import { handleItems } from './handlers/items';
import { handleLenses } from './handlers/lenses';
import { handleLetterState } from './handlers/letter-state';
import { handleSemanticTokens } from './handlers/semantic-tokens';
import { handleStructure } from './handlers/structure';
import { createLetters } from './letters';
import type { Runtime } from './runtime';
import type { Session } from './session';
import { createSettingsStore } from './settings';

const handlers = [
  handleStructure,
  handleHover,
  handleSemanticTokens,
  handleItems,
  handleLenses,
  handleCodeActions,
  handleDiagnostics,
  handleLetterState,
];

/** Files that settings are read from, and letters. */
const watched = ['**/.imr.{yaml,json}', '**/.imr/*.json', '**/*.{txt,imr}'];

/** Serves one client over `connection`. What is kept between requests can be rebuilt: it holds caches, never truth. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = listenToDocuments(connection);
  connection.onInitialize((params) => {
    const session = openSession(connection, runtime, documents, params);
    for (const handle of handlers) handle(session);
    listenToSettings(session);
    connection.onShutdown(() => session.checks.stop());
    const capabilities = capabilitiesFor(session.client);
    return { capabilities, serverInfo: { name: 'imr-language-server', version: runtime.version } };
  });
  connection.listen();
}

function openSession(
  connection: Connection,
  runtime: Runtime,
  documents: Session['documents'],
  params: InitializeParams,
): Session {
  const client = readClient(params);
  const settings = createSettingsStore(connection, client, params.initializationOptions);
  const letters = createLetters(documents, settings, connection.console);
  const services = { connection, client, runtime, documents, settings, letters, folders: foldersOf(params) };
  return { ...services, checks: new Checks(services) };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}

function listenToSettings({ connection, client, settings, checks }: Session): void {
  connection.onInitialized(() => {
    if (client.configurationEvents)
      connection.client.register(DidChangeConfigurationNotification.type, { section: 'imr' });
    if (!client.watchesFiles) return;
    const watchers = watched.map((globPattern) => ({ globPattern }));
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });
  connection.onDidChangeConfiguration((params) => {
    settings.refresh(params.settings);
    checks.restart();
  });
}

import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  Emitter,
  type InitializeParams,
} from 'vscode-languageserver';
import type { FileSystem } from '../workspace/file-system';
import { capabilitiesFor } from './capabilities';
import { Checks } from './checks';
import { readClient } from './client';
import { withClientFiles } from './client-files';
import { createClosedLetters } from './closed-letters';
import { listenToDocuments, openText } from './documents';
import { handleCards } from './handlers/cards';
import { handleCodeActions } from './handlers/code-actions';
import { handleCompletion } from './handlers/completion';
import { handleComposing } from './handlers/composing';
import { handleDetermination } from './handlers/determination';
import { handleDiagnostics, registerDiagnostics } from './handlers/diagnostics';
import { handleDictionary } from './handlers/dictionary';
import { handleExplaining } from './handlers/explaining';
import { handleFileProblems } from './handlers/file-problems';
import { handleFormatting } from './handlers/formatting';
import { handleHover } from './handlers/hover';
import { handleIgnoring } from './handlers/ignoring';
import { handleImporting } from './handlers/importing';
import { handleInlayHints } from './handlers/inlay-hints';
import { handleInlineCompletion } from './handlers/inline-completion';
import { handleItems } from './handlers/items';
import { handleLenses } from './handlers/lenses';
import { handleLetterState } from './handlers/letter-state';
import { handleNavigation } from './handlers/navigation';
import { handlePages } from './handlers/pages';
import { handlePreview } from './handlers/preview';
import { handleRationales } from './handlers/rationales';
import { handleRedaction } from './handlers/redaction';
import { handleSemanticTokens } from './handlers/semantic-tokens';
import { handleSigning } from './handlers/signing';
import { handleStructure } from './handlers/structure';
import { handleTemplates } from './handlers/templates';
import { createLanguageStore } from './language-store';
import { createLetters } from './letters';
import type { Runtime } from './runtime';
import type { Session } from './session';
import { followSettingFiles } from './setting-files';
import { createSettingsStore, type SettingFiles } from './settings';
import { announceWork } from './work';

const handlers = [
  handleStructure,
  handleHover,
  handleCompletion,
  handleNavigation,
  handlePages,
  handleSigning,
  handleRedaction,
  handleInlayHints,
  handleInlineCompletion,
  handleSemanticTokens,
  handleItems,
  handleLenses,
  handleDetermination,
  handleCards,
  handleImporting,
  handlePreview,
  handleFormatting,
  handleCodeActions,
  handleExplaining,
  handleIgnoring,
  handleDictionary,
  handleComposing,
  handleRationales,
  handleTemplates,
  handleDiagnostics,
  handleFileProblems,
  handleLetterState,
];

/** Configurations, packs, suppressions, and letters. */
const watched = ['**/*.{yaml,yml,json}', '**/*.{txt,imr}', '**/.imr'];

/** Serves one client over `connection`. State between requests is a cache that can be rebuilt. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = listenToDocuments(connection);
  connection.onInitialize((params) => {
    const session = openSession(connection, runtime, documents, params);
    for (const handle of handlers) handle(session);
    followSettings(session);
    connection.onInitialized(() => {
      registerEvents(session);
      followSettingFiles(session);
      registerDiagnostics(session);
    });
    connection.onShutdown(() => session.checks.stop());
    const capabilities = capabilitiesFor(session.client);
    return { capabilities, serverInfo: { name: 'imr-language-server', version: runtime.version } };
  });
  connection.listen();
}

function openSession(
  connection: Connection,
  host: Runtime,
  documents: Session['documents'],
  params: InitializeParams,
): Session & { readonly folders: Set<string> } {
  const client = readClient(params);
  const runtime = client.files ? withClientFiles(host, connection) : host;
  const files = filesOf(runtime, documents);
  const folders = foldersOf(params);
  const settings = createSettingsStore(connection, client, files, folders, params.initializationOptions);
  const announce = announceWork(connection, runtime);
  const language = createLanguageStore(runtime, connection.console);
  const letters = createLetters(documents, settings, connection.console, announce, language);
  const filesChanged = new Emitter<readonly string[]>();
  connection.onDidChangeWatchedFiles(({ changes }) => filesChanged.fire(changes.map(({ uri }) => uri)));
  const services = {
    connection,
    client,
    runtime,
    documents,
    settings,
    letters,
    language,
    announce,
    files: files.typed,
    savedFiles: files.saved,
    folders,
    onFilesChanged: filesChanged.event,
    fileWritten: (uri: string) => filesChanged.fire([uri]),
  };
  return { ...services, checks: new Checks(services), closedLetters: createClosedLetters(services) };
}

/** A host without files knows only the open files and treats them as saved. */
function filesOf({ files }: Runtime, documents: Session['documents']): SettingFiles {
  const typed: FileSystem = {
    readFile: async (uri, limits) => {
      const open = openText(documents, uri);
      return open ? new TextEncoder().encode(open.text) : files?.read(uri, limits);
    },
  };
  return { typed, saved: files ? { readFile: (uri, limits) => files.read(uri, limits) } : typed };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): Set<string> {
  return new Set(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []));
}

/** Checks everything again after settings have changed in the editor or in a saved file. */
function followSettings({ connection, runtime, documents, settings, checks, onFilesChanged }: Session): void {
  const restart = (pushed?: unknown): void => {
    settings.refresh(pushed);
    checks.restart();
  };
  const changed = (uris: readonly string[]): void => {
    if (uris.some((uri) => settings.dependOn(uri))) restart();
  };
  connection.onDidChangeConfiguration((params) => restart(params.settings));
  onFilesChanged(changed);
  documents.onDidSave(({ document }) => changed([document.uri]));
  if (runtime.files) return;
  documents.onDidOpen(({ document }) => changed([document.uri]));
  documents.onDidClose(({ document }) => changed([document.uri]));
}

function registerEvents(session: Session & { readonly folders: Set<string> }): void {
  const { connection, client, checks, folders, settings } = session;
  if (client.configurationEvents)
    checks.safely(() => connection.client.register(DidChangeConfigurationNotification.type, { section: 'imr' }));
  if (client.folderEvents) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) folders.delete(uri);
      for (const { uri } of added) folders.add(uri);
      // The folders decide how far up settings are looked for.
      settings.refresh();
      checks.restart();
    });
  }
  if (!client.watchesFiles) return;
  const watchers = watched.map((globPattern) => ({ globPattern }));
  checks.safely(() => connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
}

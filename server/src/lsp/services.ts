import type { Connection, Event, TextDocuments } from 'vscode-languageserver';
import type { FileSystem } from '../workspace/file-system';
import type { Client } from './client';
import type { OpenText } from './documents';
import type { LanguageStore } from './language-store';
import type { Letters } from './letters';
import type { Runtime } from './runtime';
import type { SettingsStore } from './settings';
import type { Announced } from './work';

/** The parts of the server. */
export interface Services {
  readonly connection: Connection;
  readonly client: Client;
  readonly runtime: Runtime;
  readonly documents: TextDocuments<OpenText>;
  readonly settings: SettingsStore;
  readonly letters: Letters;
  readonly language: LanguageStore;
  readonly announce: Announced;
  /** Files by URI; open files with their unsaved text. */
  readonly files: FileSystem;
  /** Files by URI, as saved. */
  readonly savedFiles: FileSystem;
  /** Workspace folders as URIs. They may change. */
  readonly folders: ReadonlySet<string>;
  /** Fires with the URIs of files that have changed outside the editor. */
  readonly onFilesChanged: Event<readonly string[]>;
  /** Reports that the server has changed a file, so that the client need not watch it. */
  fileWritten(uri: string): void;
}

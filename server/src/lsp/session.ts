import type { CancellationToken, Connection, Event, TextDocuments } from 'vscode-languageserver';
import type { FileSystem } from '../workspace/file-system';
import type { Checks } from './checks';
import type { Client } from './client';
import type { ClosedLetters } from './closed-letters';
import type { OpenText } from './documents';
import { guard, refuseCancelled } from './guard';
import type { LanguageStore } from './language-store';
import type { CheckedLetter, Letters } from './letters';
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

/** Everything that handlers need. */
export interface Session extends Services {
  readonly checks: Checks;
  readonly closedLetters: ClosedLetters;
}

/** Answers a request about an open letter. Returns `fallback` for other texts, and if our own code fails. */
export function answer<T>(
  session: Session,
  what: string,
  uri: string,
  fallback: T,
  token: CancellationToken | undefined,
  run: (letter: CheckedLetter) => T | Promise<T>,
): Promise<T> {
  return answerAbout(session, session.letters.open, what, uri, fallback, token, run);
}

/** The same for requests that need findings. They are computed first, and other requests are answered meanwhile. */
export function answerChecked<T>(
  session: Session,
  what: string,
  uri: string,
  fallback: T,
  token: CancellationToken | undefined,
  run: (letter: CheckedLetter) => T | Promise<T>,
): Promise<T> {
  return answerAbout(session, (uri) => session.letters.check(uri, token), what, uri, fallback, token, run);
}

function answerAbout<T>(
  { connection, announce }: Session,
  find: Letters['open'],
  what: string,
  uri: string,
  fallback: T,
  token: CancellationToken | undefined,
  run: (letter: CheckedLetter) => T | Promise<T>,
): Promise<T> {
  return guard(connection.console, what, fallback, token, async () => {
    const letter = await find(uri);
    refuseCancelled(token);
    return letter ? announce(letter, () => run(letter)) : fallback;
  });
}

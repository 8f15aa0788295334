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

/** What the server is made of. */
export interface Services {
  readonly connection: Connection;
  readonly client: Client;
  readonly runtime: Runtime;
  readonly documents: TextDocuments<OpenText>;
  readonly settings: SettingsStore;
  readonly letters: Letters;
  readonly language: LanguageStore;
  readonly announce: Announced;
  /** Files by URI; an open one as it stands in the editor. */
  readonly files: FileSystem;
  /** Files by URI, as they are on the disk. */
  readonly savedFiles: FileSystem;
  /** Workspace folders as URIs; they may come and go. */
  readonly folders: ReadonlySet<string>;
  /** Fires with the URIs of files that have changed outside of the editor. */
  readonly onFilesChanged: Event<readonly string[]>;
  /** Says that the server has changed a file: a client need not watch it. */
  fileWritten(uri: string): void;
}

/** What every handler is given. */
export interface Session extends Services {
  readonly checks: Checks;
  readonly closedLetters: ClosedLetters;
}

/** Answers a request about an open letter; `fallback` for what is no letter, and where a fault of ours costs the answer. */
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

/** The same about a letter and its findings: they are worked out before, and others are served meanwhile. */
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

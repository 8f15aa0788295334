import type {
  CancellationToken,
  WorkDoneProgressReporter,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { DecodeError, decodeLetter } from '../../workspace/decode';
import { toDiagnostic } from '../convert';
import { guard, refuseCancelled } from '../guard';
import type { Session } from '../session';

/** Milliseconds: a client asks once more about a letter that it closes, and heeds no other answer until it has that one. */
const restAfterClose = 200;

/** More letters than this are not checked unasked; the command line has no such limit. */
const mostLetters = 2000;

type Report = WorkspaceDocumentDiagnosticReport;

/**
 * Findings of the letters of the folder that are not open, where `imr.checkFolder` is on. The client asks again and again, so
 * a request with nothing new waits until a file or a setting changes.
 */
export function handleWorkspaceDiagnostics(session: Session): void {
  const { connection, documents, checks, onFilesChanged } = session;
  const folder = new FolderReports(session);
  const changed = new Signal();
  const forget = (uri?: string): void => {
    folder.forget(uri);
    changed.fire();
  };
  onFilesChanged((uris) => {
    for (const uri of uris) forget(uri);
  });
  documents.onDidOpen(({ document }) => forget(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    setTimeout(() => {
      folder.close(uri);
      changed.fire();
    }, restAfterClose);
  });
  checks.onStale(() => changed.fire());

  connection.languages.diagnostics.onWorkspace((params, token, progress) =>
    guard(connection.console, 'workspace diagnostics', { items: [] }, token, async () => {
      const known = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
      for (;;) {
        const next = changed.wait(token);
        const items = await folder.reports(known, token, progress);
        if (items.some(({ kind }) => kind === 'full')) return { items };
        await next;
        refuseCancelled(token);
      }
    }),
  );
}

/** Reports of closed letters, each made once until its file or its settings change. */
class FolderReports {
  readonly #session: Session;
  readonly #made = new Map<string, Report & { kind: 'full' }>();
  /** Letters closed since the last reports: the client still shows what it had asked about them. */
  readonly #closed = new Set<string>();

  constructor(session: Session) {
    this.#session = session;
  }

  forget(uri?: string): void {
    if (uri === undefined) this.#made.clear();
    else this.#made.delete(uri);
  }

  close(uri: string): void {
    this.#made.delete(uri);
    this.#closed.add(uri);
  }

  /** One report a letter: what the client has by its `known` result stays unchanged, what is gone is emptied. */
  async reports(
    known: ReadonlyMap<string, string>,
    token: CancellationToken,
    progress: WorkDoneProgressReporter,
  ): Promise<Report[]> {
    const uris = await this.#letters(token);
    const reports: Report[] = [];
    progress.begin('Checking letters', 0, `${uris.length} files`, true);
    for (const [i, uri] of uris.entries()) {
      refuseCancelled(token);
      const report = await this.#report(uri);
      if (report) reports.push(known.get(uri) === report.resultId ? unchanged(report) : report);
      progress.report(Math.round((100 * (i + 1)) / uris.length));
    }
    progress.done();
    const present = new Set(reports.map(({ uri }) => uri));
    const gone = [...new Set([...known.keys(), ...this.#closed])];
    this.#closed.clear();
    return [...reports, ...gone.filter((uri) => !present.has(uri) && this.#isClosed(uri)).map(emptied)];
  }

  /** The files of the folders in which the check is on, without those that are open. */
  async #letters(token: CancellationToken): Promise<readonly string[]> {
    const { folders, runtime, settings } = this.#session;
    const found: string[] = [];
    for (const folder of folders) {
      refuseCancelled(token);
      if (!runtime.files || !(await settings.of(folder)).editor.checkFolder) continue;
      found.push(...(await runtime.files.findLetters(folder, mostLetters - found.length)));
    }
    return found.filter((uri) => this.#isClosed(uri));
  }

  /** Editors do not agree about what has to be escaped in an address. */
  #isClosed(uri: string): boolean {
    return !this.#session.documents.keys().some((open) => normalized(open) === normalized(uri));
  }

  async #report(uri: string): Promise<(Report & { kind: 'full' }) | undefined> {
    const { letters, settings, client } = this.#session;
    const { stamp } = await settings.of(uri);
    const made = this.#made.get(uri);
    if (made?.resultId?.startsWith(`${stamp}.`)) return made;
    const text = await this.#read(uri);
    const letter = text === undefined ? undefined : await letters.read(uri, text);
    if (!letter) return undefined;
    const items = letter.problems.map((problem) => toDiagnostic(problem, letter, client));
    const report = { kind: 'full' as const, uri, version: null, resultId: `${stamp}.${serial++}`, items };
    this.#made.set(uri, report);
    return report;
  }

  /** Undefined for a file that is gone or no text: it is no letter, and nothing is to be said of it. */
  async #read(uri: string): Promise<string | undefined> {
    const bytes = await this.#session.runtime.files?.read(uri);
    if (!bytes) return undefined;
    try {
      return decodeLetter(bytes, uri).text;
    } catch (error) {
      if (error instanceof DecodeError) return undefined;
      throw error;
    }
  }
}

function normalized(uri: string): string {
  return URI.parse(uri).toString();
}

let serial = 0;

function unchanged({ uri, version, resultId }: Report & { kind: 'full' }): Report {
  return { kind: 'unchanged', uri, version, resultId: resultId ?? '' };
}

function emptied(uri: string): Report {
  return { kind: 'full', uri, version: null, items: [] };
}

/** Wakes those who wait. */
class Signal {
  #waiting: (() => void)[] = [];

  fire(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  /** Settles at the next `fire`, or when the token is cancelled. */
  wait(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      token.onCancellationRequested(resolve);
    });
  }
}

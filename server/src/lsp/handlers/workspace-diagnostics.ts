import {
  type CancellationToken,
  DiagnosticSeverity,
  type WorkDoneProgressReporter,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { hashOf } from '../../core/index';
import type { Client } from '../client';
import { toDiagnostic } from '../convert';
import { guard, refuseCancelled } from '../guard';
import type { CheckedLetter } from '../letters';
import type { Session } from '../session';

/** Milliseconds. A client asks once more about a letter that it closes, and handles no other answer until it has that one. */
const restAfterClose = 200;

type Report = WorkspaceDocumentDiagnosticReport;
type FullReport = Report & { kind: 'full' };

/**
 * Serves findings of letters that are not open, if `imr.checkFolder` is on. The client asks again and again, so a request without
 * news waits until a file or a setting changes.
 */
export function handleWorkspaceDiagnostics(session: Session): void {
  const { connection, documents, checks, onFilesChanged } = session;
  const folder = new FolderReports(session);
  const changed = new Signal();
  onFilesChanged(() => changed.fire());
  documents.onDidOpen(() => changed.fire());
  documents.onDidClose(({ document: { uri } }) => {
    setTimeout(() => {
      folder.closed(uri);
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

class FolderReports {
  readonly #session: Session;
  readonly #reportOn: (uri: string) => Promise<FullReport | undefined>;
  /** Letters closed since the last report. The client still shows their findings. */
  readonly #closed = new Set<string>();

  constructor(session: Session) {
    this.#session = session;
    this.#reportOn = session.closedLetters.readFor(async (letter) => {
      await session.letters.finish(letter);
      return fullReport(letter, session.client);
    });
  }

  closed(uri: string): void {
    this.#closed.add(uri);
  }

  /** Returns one report per letter. A result that the client already has is `unchanged`; a letter that is gone gets an empty report. */
  async reports(
    known: ReadonlyMap<string, string>,
    token: CancellationToken,
    progress: WorkDoneProgressReporter,
  ): Promise<Report[]> {
    const { closedLetters, language } = this.#session;
    await language.load();
    const uris = await closedLetters.find(await this.#checkedFolders(), token);
    const reports: Report[] = [];
    let percent = 0;
    progress.begin('Checking letters', percent, `${uris.length} files`, true);
    for (const [i, uri] of uris.entries()) {
      refuseCancelled(token);
      const report = closedLetters.isResting(uri) ? notChecked(uri) : await this.#reportOn(uri);
      if (report) reports.push(known.get(uri) === report.resultId ? unchanged(report) : report);
      const reached = Math.floor((100 * (i + 1)) / uris.length);
      if (reached > percent) progress.report(reached);
      percent = reached;
    }
    progress.done();
    const present = new Set(reports.map(({ uri }) => uri));
    const gone = [...new Set([...known.keys(), ...this.#closed])];
    this.#closed.clear();
    return [...reports, ...gone.filter((uri) => !present.has(uri) && !closedLetters.isOpen(uri)).map(emptied)];
  }

  async #checkedFolders(): Promise<readonly string[]> {
    const { folders, settings } = this.#session;
    const all = [...folders];
    const isChecked = await Promise.all(all.map(async (folder) => (await settings.of(folder)).editor.checkFolder));
    return all.filter((_, i) => isChecked[i]);
  }
}

/** The id of a result is made of the settings and the text, so a file that is only touched stays unchanged. */
function fullReport(letter: CheckedLetter, client: Client): FullReport {
  const { uri, settings, source } = letter;
  const items = letter.problems.map((problem) => toDiagnostic(problem, letter, client));
  return { kind: 'full', uri, version: null, resultId: `${settings.stamp}.${hashOf(source.text)}`, items };
}

/** An empty list would claim that nothing was found. */
function notChecked(uri: string): FullReport {
  const start = { line: 0, character: 0 };
  const message = 'Not checked: the check did not end';
  const items = [
    { range: { start, end: start }, severity: DiagnosticSeverity.Warning, code: 'not-checked', source: 'imr', message },
  ];
  return { kind: 'full', uri, version: null, resultId: 'not-checked', items };
}

function unchanged({ uri, version, resultId }: FullReport): Report {
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

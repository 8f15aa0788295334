import {
  type DiagnosticOptions,
  type Disposable,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
} from 'vscode-languageserver';
import { toDiagnostic } from '../convert';
import { describeError } from '../guard';
import { answerChecked, type Session } from '../session';
import { messagesRead } from '../slices';
import { handleWorkspaceDiagnostics } from './workspace-diagnostics';

const nothing: DocumentDiagnosticReport = { kind: 'full', items: [] };
/** With more findings than this, other requests are answered between collecting and converting them. */
const many = 500;

/** Serves findings: pulled by clients that can, pushed to others. */
export function handleDiagnostics(session: Session): void {
  if (!session.client.pullsDiagnostics) {
    pushDiagnostics(session);
    return;
  }
  const { connection, client, checks } = session;
  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
    answerChecked<DocumentDiagnosticReport>(session, 'diagnostics', uri, nothing, token, async (letter) => {
      const resultId = checks.resultId(letter);
      if (previousResultId === resultId) return { kind: 'unchanged', resultId };
      const shown = checks.shown(letter);
      if (shown.length > many) await messagesRead();
      const items = shown.map((problem) => toDiagnostic(problem, letter, client));
      return { kind: 'full', resultId, items };
    }),
  );
  checks.onStale(() => {
    if (client.refreshesDiagnostics) checks.safely(() => connection.languages.diagnostics.refresh());
  });
  handleWorkspaceDiagnostics(session);
}

/** `wholeFolder`: also for letters that are not open. */
export function diagnosticOptions(wholeFolder: boolean): DiagnosticOptions {
  return { identifier: 'imr', interFileDependencies: false, workspaceDiagnostics: wholeFolder };
}

/**
 * Registers diagnostics dynamically if the client supports that. Those of the whole folder are offered only while `imr.checkFolder`
 * is on, because clients that expect them keep the findings of a closed letter.
 */
export function registerDiagnostics({ connection, client, checks, settings, folders }: Session): void {
  if (!client.registersDiagnostics) return;
  let offered: { readonly wholeFolder: boolean; readonly registration: Disposable } | undefined;
  const offer = async (): Promise<void> => {
    const all = await Promise.all([...folders].map((folder) => settings.of(folder)));
    const wholeFolder = all.some(({ editor }) => editor.checkFolder);
    if (offered?.wholeFolder === wholeFolder) return;
    offered?.registration.dispose();
    const options = { ...diagnosticOptions(wholeFolder), documentSelector: null };
    offered = { wholeFolder, registration: await connection.client.register(DocumentDiagnosticRequest.type, options) };
  };
  let work = Promise.resolve();
  const follow = (): void => {
    work = work
      .then(offer)
      .catch((error) => connection.console.error(`diagnostics offer failed: ${describeError(error)}`));
  };
  checks.onStale(follow);
  follow();
}

function pushDiagnostics({ connection, client, checks, documents }: Session): void {
  const pushed = new Set<string>();
  checks.onDue((letter, problems) => {
    const { uri, version } = letter;
    const diagnostics = problems.map((problem) => toDiagnostic(problem, letter, client));
    checks.safely(() => connection.sendDiagnostics({ uri, version, diagnostics }));
    pushed.add(uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    if (pushed.delete(uri)) checks.safely(() => connection.sendDiagnostics({ uri, diagnostics: [] }));
  });
}

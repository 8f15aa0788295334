import type { DocumentDiagnosticReport } from 'vscode-languageserver';
import { toDiagnostic } from '../convert';
import { answer, type Session } from '../session';
import { handleWorkspaceDiagnostics } from './workspace-diagnostics';

const nothing: DocumentDiagnosticReport = { kind: 'full', items: [] };

/** Findings: pulled by a client that can, pushed to any other. */
export function handleDiagnostics(session: Session): void {
  if (!session.client.pullsDiagnostics) {
    pushDiagnostics(session);
    return;
  }
  const { connection, client, checks } = session;
  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
    answer<DocumentDiagnosticReport>(session, 'diagnostics', uri, nothing, token, (letter) => {
      const resultId = checks.resultId(letter);
      if (previousResultId === resultId) return { kind: 'unchanged', resultId };
      const items = checks.shown(letter).map((problem) => toDiagnostic(problem, letter, client));
      return { kind: 'full', resultId, items };
    }),
  );
  checks.onStale(() => {
    if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh();
  });
  handleWorkspaceDiagnostics(session);
}

function pushDiagnostics({ connection, client, checks, documents }: Session): void {
  checks.onDue((letter, problems) => {
    const { uri, version } = letter;
    const diagnostics = problems.map((problem) => toDiagnostic(problem, letter, client));
    connection.sendDiagnostics({ uri, version, diagnostics });
  });
  documents.onDidClose(({ document: { uri } }) => {
    connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}

import type { Diagnostic } from 'vscode-languageserver';
import type { FileProblem } from '../../workspace/file-problem';
import { toDiagnostic } from '../convert';
import type { Session } from '../session';

/** Findings in configurations, packs and suppressions, published each in its own file while an open letter depends on it. */
export function handleFileProblems({ connection, client, checks, documents }: Session): void {
  /** By file, what each open letter brings to light in it. */
  const found = new Map<string, Map<string, readonly Diagnostic[]>>();

  const publish = (file: string): void => {
    const byLetter = found.get(file) ?? new Map<string, readonly Diagnostic[]>();
    if (byLetter.size === 0) found.delete(file);
    connection.sendDiagnostics({ uri: file, diagnostics: eachOnce([...byLetter.values()].flat()) });
  };
  const replace = (letter: string, problems: readonly FileProblem[]): void => {
    const now = new Set(problems.map(({ path }) => path));
    for (const [file, byLetter] of found) {
      if (byLetter.delete(letter) && !now.has(file)) publish(file);
    }
    for (const file of now) {
      const diagnostics = problems
        .filter(({ path }) => path === file)
        .map(({ problem, source }) => toDiagnostic(problem, { uri: file, version: 0, source }, client));
      found.set(file, (found.get(file) ?? new Map<string, readonly Diagnostic[]>()).set(letter, diagnostics));
      publish(file);
    }
  };

  checks.onDue(({ uri, fileProblems }) => {
    for (const { path, problem } of fileProblems) {
      // The editor's own settings are no file to publish in.
      if (path === '') connection.console.warn(`imr.rules: ${problem.message}`);
    }
    replace(
      uri,
      fileProblems.filter(({ path }) => path !== ''),
    );
  });
  documents.onDidClose(({ document }) => replace(document.uri, []));
}

function eachOnce(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((each) => [JSON.stringify([each.range, each.message]), each])).values()];
}

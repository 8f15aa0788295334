import type { Diagnostic } from 'vscode-languageserver';
import { isDataFile } from '../../workspace/data-file';
import type { FileProblem } from '../../workspace/file-problem';
import { parentOf } from '../../workspace/paths';
import { toDiagnostic } from '../convert';
import { openText } from '../documents';
import { isLetter } from '../letters';
import type { Session } from '../session';
import type { LetterSettings } from '../settings';

/**
 * Publishes findings in configurations, packs, and suppressions, each in its own file, while an open text depends on it. They follow
 * the text as it is typed; letters follow the saved files. Nothing else publishes for such files.
 */
export function handleFileProblems(session: Session): void {
  const { checks, documents } = session;
  const publish = createPublisher(session);
  const checked = new WeakSet<LetterSettings>();
  /** By letter. */
  const unused = new Map<string, readonly FileProblem[]>();
  let found: readonly FileProblem[] = [];

  const show = (): void => {
    const hidingNothing = [...unused.values()].flat().filter((problem) => isOfShownText(session, problem));
    publish([...found, ...hidingNothing]);
  };
  const check = oneAtATime(session, async () => {
    found = await problemsInFiles(session);
    show();
  });

  checks.onDue(({ uri, settings, fileProblems }) => {
    unused.set(uri, fileProblems);
    if (checked.has(settings)) show();
    else check();
    checked.add(settings);
  });
  checks.onOther((uri) => {
    if (isDataFile(uri)) check();
  });
  documents.onDidClose(({ document }) => {
    unused.delete(document.uri);
    check();
  });
}

/** Returns what is wrong in the files that open texts depend on. An open configuration or pack depends on itself. */
async function problemsInFiles({ documents, settings }: Session): Promise<readonly FileProblem[]> {
  const open = documents.all().filter((document) => isDataFile(document.uri) || isLetter(document));
  // Texts of one folder share settings.
  const uris = [...new Map(open.map(({ uri }) => [parentOf(uri), uri])).values()];
  if (open.some(({ uri }) => isDataFile(uri))) return settings.problemsAsTyped(uris);
  const all = await Promise.all(uris.map(settings.of));
  return all.flatMap(({ workspace }) => workspace.problems);
}

/** False while the file of a finding has unsaved changes: places in the saved text do not fit it. */
function isOfShownText({ documents }: Session, { path, source }: FileProblem): boolean {
  const open = openText(documents, path);
  return open === undefined || open.text === source.text;
}

/** Sends the diagnostics of each file whose diagnostics have changed. Problems in the editor's own settings go to the log. */
function createPublisher({ connection, client, checks }: Session): (problems: readonly FileProblem[]) => void {
  const shown = new Map<string, string>();
  const send = (file: string, diagnostics: Diagnostic[]): void => {
    if (file !== '') checks.safely(() => connection.sendDiagnostics({ uri: file, diagnostics }));
    else for (const { message } of diagnostics) connection.console.warn(`imr.rules: ${message}`);
  };
  return (problems) => {
    const byFile = new Map<string, Map<string, Diagnostic>>();
    for (const { path, problem, source } of problems) {
      const diagnostic = toDiagnostic(problem, { uri: path, version: 0, source }, client);
      const inFile = byFile.get(path) ?? new Map<string, Diagnostic>();
      byFile.set(path, inFile.set(JSON.stringify([diagnostic.range, diagnostic.message]), diagnostic));
    }
    for (const file of new Set([...shown.keys(), ...byFile.keys()])) {
      const diagnostics = [...(byFile.get(file)?.values() ?? [])];
      const state = JSON.stringify(diagnostics);
      if (shown.get(file) === state) continue;
      if (diagnostics.length > 0) shown.set(file, state);
      else shown.delete(file);
      send(file, diagnostics);
    }
  };
}

/** Runs `work` when asked, and once more if it is asked for while it runs. */
function oneAtATime({ checks }: Session, work: () => Promise<void>): () => void {
  let state: 'idle' | 'running' | 'again' = 'idle';
  const run = async (): Promise<void> => {
    try {
      await work();
    } finally {
      const isAsked = state === 'again';
      state = 'idle';
      if (isAsked) start();
    }
  };
  const start = (): void => {
    const isIdle = state === 'idle';
    state = isIdle ? 'running' : 'again';
    if (isIdle) checks.safely(run);
  };
  return start;
}

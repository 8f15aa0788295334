import { type CodeAction, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { type Problem, ruleNamed, rules } from '../../core/index';
import { clientCommands } from '../../protocol/commands';
import { type FindingPlace, ignoreHere, ignoreInFolder, undoIgnoring, type WrittenFile } from '../../protocol/ignoring';
import { onRequest } from '../../protocol/messages';
import { toRange, toSpan } from '../convert';
import type { CheckedLetter } from '../letters';
import { answerChecked, type Session } from '../session';
import { explained, writeSettings } from '../write-settings';
import { problemAction } from './problem-action';

/** Suppresses a finding with a reason, or turns its rule off in the folder. Both write a file of settings. */
export function handleIgnoring(session: Session): void {
  const { connection } = session;

  onRequest(connection, ignoreHere, ({ reason, ...place }, token) =>
    answerChecked<WrittenFile | null>(session, 'ignore here', place.uri, null, token, async (letter) => {
      const { workspace } = letter.settings;
      const problem = findingAt(letter, place);
      const writer = await loadWriter();
      return writeSettings(session, (files) =>
        writer.ignoreHere(files, workspace, letter.source.text, problem, reason),
      );
    }),
  );

  onRequest(connection, ignoreInFolder, (place, token) =>
    answerChecked<WrittenFile | null>(session, 'ignore in folder', place.uri, null, token, async (letter) => {
      const rule = ruleNamed(findingAt(letter, place).code, rules);
      if (!rule) return null;
      const writer = await loadWriter();
      return writeSettings(session, (files) => writer.ignoreInFolder(files, letter.settings.workspace, rule));
    }),
  );

  onRequest(connection, undoIgnoring, async ({ uri, before, text }) => {
    const { files } = session.runtime;
    if (!files || !settingsFile.test(uri)) return false;
    const isUndone = await explained(files.replaceText(uri, text, before));
    if (isUndone) session.fileWritten(uri);
    return isUndone;
  });
}

/** Loaded on first use because it contains the YAML parser. */
function loadWriter() {
  return import('../../workspace/ignore-finding');
}

/** The files that suppressing writes. */
const settingsFile = /\/(?:\.imr\.(?:ya?ml|json)|\.imr\/(?:suppressions\.json|templates\.yaml))$/;

function findingAt(letter: CheckedLetter, { version, code, range }: FindingPlace): Problem {
  const { start, end } = toSpan(letter.source, range);
  const found = letter.problems.find(({ code: its, span }) => its === code && span.start === start && span.end === end);
  if (letter.version === version && found) return found;
  throw new ResponseError(LSPErrorCodes.ContentModified, 'The letter has changed; ask again.');
}

/** Offered last for each problem, to clients that run our commands: first what suppresses one place only. */
export function suppressActions(
  session: Session,
  letter: CheckedLetter,
  problems: readonly Problem[],
): readonly CodeAction[] {
  // A text that was never saved has no folder for the file.
  if (!session.client.commands || !letter.uri.includes('://')) return [];
  const { uri, version, source } = letter;
  const action = (problem: Problem, where: string, command: string): CodeAction => {
    const { code, span } = problem;
    const title = `Suppress ${code} ${where}…`;
    const place: FindingPlace = { uri, version, code, range: toRange(source, span) };
    return problemAction(session, letter, problem, { title, command, arguments: [place] });
  };
  return [
    ...problems.map((problem) => action(problem, 'here', clientCommands.ignoreHere)),
    ...problems.map((problem) => action(problem, 'in this folder', clientCommands.ignoreInFolder)),
  ];
}

import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { overlaps, type Problem, ruleNamed, rules, touches } from '../../core/index';
import {
  ignoreHere as addSuppression,
  type NewContent,
  ignoreInFolder as switchOffInFolder,
} from '../../workspace/ignore-finding';
import { isWithin, toDiagnostic, toRange, toSpan } from '../convert';
import type { CheckedLetter } from '../letters';
import {
  clientCommands,
  type FileContent,
  type FindingPlace,
  type IgnoreHere,
  ignoreHere,
  ignoreInFolder,
} from '../protocol';
import { answer, type Session } from '../session';

/** Ignoring a finding, here with a reason or its rule in the folder: the server says what to write, the client writes it. */
export function handleIgnoring(session: Session): void {
  const { connection, files } = session;

  connection.onRequest(ignoreHere, ({ reason, ...place }: IgnoreHere, token) =>
    answer<FileContent | null>(session, 'ignore here', place.uri, null, token, async (letter) => {
      const { workspace } = letter.settings;
      return toContent(await addSuppression(files, workspace, letter.source.text, findingAt(letter, place), reason));
    }),
  );

  connection.onRequest(ignoreInFolder, (place: FindingPlace, token) =>
    answer<FileContent | null>(session, 'ignore in folder', place.uri, null, token, async (letter) => {
      const rule = ruleNamed(findingAt(letter, place).code, rules);
      return rule ? toContent(await switchOffInFolder(files, letter.settings.workspace, rule)) : null;
    }),
  );
}

function findingAt(letter: CheckedLetter, { version, code, range }: FindingPlace): Problem {
  const { start, end } = toSpan(letter.source, range);
  const found = letter.problems.find(({ code: its, span }) => its === code && span.start === start && span.end === end);
  if (letter.version === version && found) return found;
  throw new ResponseError(LSPErrorCodes.ContentModified, 'The letter has changed; ask again.');
}

function toContent(content: NewContent | undefined): FileContent | null {
  return content ? { uri: content.path, text: content.text, isNewFile: content.isNewFile } : null;
}

/** Offered last, to a client that runs our commands; each rule of the range once. */
export function ignoreActions(
  { client }: Session,
  letter: CheckedLetter,
  { range, context: { only } }: CodeActionParams,
): CodeAction[] {
  if (!client.commands || (only && !only.some((wanted) => isWithin(CodeActionKind.QuickFix, wanted)))) return [];
  // A text that was never saved has no folder to keep the decision in.
  if (!letter.uri.includes('://')) return [];
  const within = toSpan(letter.source, range);
  const here = letter.problems.filter(({ span }) => touches(span, within.start) || overlaps(span, within));
  const eachRule = [...new Map(here.map((problem) => [problem.code, problem])).values()];
  return eachRule.flatMap((problem) => {
    const { code, span } = problem;
    const { uri, version, source } = letter;
    const place: FindingPlace = { uri, version, code, range: toRange(source, span) };
    const action = (title: string, command: string): CodeAction => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(problem, letter, client)],
      command: { title, command, arguments: [place] },
    });
    return [
      action(`Ignore ${code} here, with a reason…`, clientCommands.ignoreHere),
      action(`Ignore ${code} (${problem.rule}) in this folder`, clientCommands.ignoreInFolder),
    ];
  });
}

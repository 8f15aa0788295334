import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { type FixEdit, fixAllOfKind, fixAllSafe, isSafe, type Problem, quickFixesAt } from '../../core/index';
import { isWithin, toDiagnostic, toSpan, toWorkspaceEdit } from '../convert';
import { guard } from '../guard';
import type { CheckedLetter } from '../letters';
import { answerChecked, type Session } from '../session';
import { ignoreActions } from './ignoring';
import { rationaleActions } from './rationale-action';

/** Safe fixes of the whole letter, for `editor.codeActionsOnSave`. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.imr`;

/** An action as it is offered: without its edit, which is made when it is asked for. */
interface Offer {
  readonly title: string;
  readonly kind: string;
  readonly problem?: Problem;
  readonly isPreferred?: boolean;
  /** Finds the same offer again in the same version of the letter. */
  readonly key: OfferKey;
  readonly edits: readonly FixEdit[];
}

type OfferKey =
  | { readonly fix: number; readonly problem: number }
  | { readonly allOfKind: string }
  | { readonly allSafe: true };

type OfferData = { readonly uri: string; readonly version: number } & { readonly key: OfferKey };

/** Quick fixes of the problems in a range, all safe ones of a kind, and all safe ones at once. */
export function handleCodeActions(session: Session): void {
  const { connection, client } = session;

  connection.onCodeAction((params, token) =>
    answerChecked(session, 'code actions', params.textDocument.uri, null, token, (letter) => {
      if (!client.codeActions) return null;
      const fixes = offersAt(letter, params).map((offer) => toCodeAction(session, letter, offer));
      return [...fixes, ...rationaleActions(session, letter, params), ...ignoreActions(session, letter, params)];
    }),
  );

  connection.onCodeActionResolve((action, token) =>
    guard(connection.console, 'code action', action, token, async () => {
      const data = action.data as OfferData | undefined;
      // One that came whole: a command, or an edit of its own.
      if (!data) return action;
      const letter = await session.letters.check(data.uri, token);
      const offer = letter?.version === data.version ? offerOf(letter.problems, data.key) : undefined;
      if (!letter || !offer)
        throw new ResponseError(LSPErrorCodes.ContentModified, 'The letter has changed; ask again.');
      return { ...action, edit: toWorkspaceEdit(offer.edits, letter, client) };
    }),
  );
}

function offersAt(letter: CheckedLetter, { range, context }: CodeActionParams): readonly Offer[] {
  const { problems, source } = letter;
  const wants = (kind: string): boolean => !context.only || context.only.some((only) => isWithin(kind, only));
  const offers: (Offer | undefined)[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const fixes = quickFixesAt(problems, toSpan(source, range));
    offers.push(...fixes.map(({ problem, index }) => fixOffer(problems, problems.indexOf(problem), index)));
    const codes = new Set(fixes.map(({ problem }) => problem.code));
    offers.push(...[...codes].map((code) => allOfKindOffer(problems, code)));
  }
  // Without being asked for by kind it would stand in every menu.
  if (context.only && wants(fixAllKind)) offers.push(allSafeOffer(problems));
  return offers.filter((offer) => offer !== undefined);
}

function offerOf(problems: readonly Problem[], key: OfferKey): Offer | undefined {
  if ('allSafe' in key) return allSafeOffer(problems);
  return 'allOfKind' in key ? allOfKindOffer(problems, key.allOfKind) : fixOffer(problems, key.problem, key.fix);
}

function fixOffer(problems: readonly Problem[], place: number, index: number): Offer | undefined {
  const problem = problems[place];
  const fix = problem?.fixes?.[index];
  if (!problem || !fix) return undefined;
  const key = { problem: place, fix: index };
  const isPreferred = index === 0 && isSafe(fix);
  return { title: fix.title, kind: CodeActionKind.QuickFix, problem, isPreferred, key, edits: fix.edits };
}

function allOfKindOffer(problems: readonly Problem[], code: string): Offer | undefined {
  const all = fixAllOfKind(problems, code);
  return all && { title: all.title, kind: CodeActionKind.QuickFix, key: { allOfKind: code }, edits: all.edits };
}

function allSafeOffer(problems: readonly Problem[]): Offer | undefined {
  const all = fixAllSafe(problems);
  return all && { title: all.title, kind: fixAllKind, key: { allSafe: true }, edits: all.edits };
}

function toCodeAction(session: Session, letter: CheckedLetter, offer: Offer): CodeAction {
  const { client } = session;
  const { title, kind, problem, isPreferred, key } = offer;
  const data: OfferData = { uri: letter.uri, version: letter.version, key };
  return {
    title,
    kind,
    ...(problem && { diagnostics: [toDiagnostic(problem, letter, client)] }),
    ...(isPreferred && client.preferredActions && { isPreferred }),
    ...(client.resolvesEdits ? { data } : { edit: toWorkspaceEdit(offer.edits, letter, client) }),
  };
}

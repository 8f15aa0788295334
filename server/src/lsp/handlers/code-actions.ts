import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import {
  type FixEdit,
  fixAllOfKind,
  fixAllSafe,
  isSafe,
  overlaps,
  type Problem,
  quickFixesAt,
  type Span,
  touches,
} from '../../core/index';
import { isWithin, toDiagnostic, toSpan, toWorkspaceEdit } from '../convert';
import { guard } from '../guard';
import type { CheckedLetter } from '../letters';
import { answerChecked, type Session } from '../session';
import { explainActions } from './explaining';
import { suppressActions } from './ignoring';
import { rationaleActions } from './rationale-action';

/** Safe fixes of the whole letter, for `editor.codeActionsOnSave`. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.imr`;

/** An action as it is offered: without its edit, which is made when it is asked for. */
interface Offer {
  readonly title: string;
  readonly kind: string;
  readonly problem?: Problem | undefined;
  readonly isPreferred?: boolean;
  /** Finds the same offer again in the same version of the letter. */
  readonly key: OfferKey;
  readonly edits: readonly FixEdit[];
}

type OfferKey =
  | { readonly fix: number; readonly problem: number }
  | { readonly allOfKind: string }
  | { readonly allSafe: true | 'in menu' };

type OfferData = { readonly uri: string; readonly version: number } & { readonly key: OfferKey };

/**
 * The menu at a place: repairs of its problems, all of one rule, all safe ones, a rationale, explanations, and ways to suppress. Where
 * nothing repairs a problem the explanations come first. All actions name a problem: VS Code moves those that name none to the end.
 */
export function handleCodeActions(session: Session): void {
  const { connection, client } = session;

  connection.onCodeAction((params, token) =>
    answerChecked(session, 'code actions', params.textDocument.uri, null, token, (letter) => {
      if (!client.codeActions) return null;
      const offers = offersAt(letter, params).map((offer) => toCodeAction(session, letter, offer));
      const here = isAskedFor(params, CodeActionKind.QuickFix) ? problemsOfRules(letter, params) : [];
      const explain = explainActions(session, letter, here);
      const rationale = rationaleActions(session, letter, params, here[0]);
      const suppress = suppressActions(session, letter, here);
      return hasRepair(letter, params)
        ? [...offers, ...rationale, ...explain, ...suppress]
        : [...explain, ...offers, ...rationale, ...suppress];
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

function offersAt(letter: CheckedLetter, params: CodeActionParams): readonly Offer[] {
  const { problems, source } = letter;
  const offers: (Offer | undefined)[] = [];
  if (isAskedFor(params, CodeActionKind.QuickFix)) {
    const fixes = quickFixesAt(problems, toSpan(source, params.range));
    offers.push(...fixes.map(({ problem, index }) => fixOffer(problems, problems.indexOf(problem), index)));
    const codes = new Set(fixes.map(({ problem }) => problem.code));
    offers.push(...[...codes].map((code) => allOfKindOffer(problems, code)));
    if (fixes.length > 0) offers.push(allSafeOffer(problems, 'in menu'));
  }
  // Without being asked for by kind it would be in every menu twice.
  if (params.context.only && isAskedFor(params, fixAllKind)) offers.push(allSafeOffer(problems, true));
  return offers.filter((offer) => offer !== undefined);
}

function isAskedFor({ context: { only } }: CodeActionParams, kind: string): boolean {
  return !only || only.some((wanted) => isWithin(kind, wanted));
}

function hasRepair({ problems, source }: CheckedLetter, { range }: CodeActionParams): boolean {
  return quickFixesAt(problems, toSpan(source, range)).length > 0;
}

/** The first problem of each rule that has one in the range. */
function problemsOfRules({ problems, source }: CheckedLetter, { range }: CodeActionParams): readonly Problem[] {
  const within: Span = toSpan(source, range);
  const here = problems.filter(({ span }) => touches(span, within.start) || overlaps(span, within));
  return [...new Map(here.toReversed().map((problem) => [problem.code, problem])).values()].reverse();
}

function offerOf(problems: readonly Problem[], key: OfferKey): Offer | undefined {
  if ('allSafe' in key) return allSafeOffer(problems, key.allSafe);
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
  const problem = problems.find((each) => each.code === code);
  return (
    all && { title: all.title, kind: CodeActionKind.QuickFix, problem, key: { allOfKind: code }, edits: all.edits }
  );
}

/** In the menu of a problem only where it mends more than that one. */
function allSafeOffer(problems: readonly Problem[], allSafe: true | 'in menu'): Offer | undefined {
  const all = fixAllSafe(problems);
  if (!all || (allSafe !== true && all.count < 2)) return undefined;
  const { title, edits } = all;
  if (allSafe === true) return { title, kind: fixAllKind, key: { allSafe }, edits };
  const problem = problems.find(({ fixes }) => fixes?.some(isSafe));
  return { title, kind: CodeActionKind.QuickFix, problem, key: { allSafe }, edits };
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

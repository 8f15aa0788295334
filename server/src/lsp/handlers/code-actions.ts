import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  LSPErrorCodes,
  type Range,
  ResponseError,
} from 'vscode-languageserver';
import {
  type FixEdit,
  fixAllOfKind,
  fixAllSafe,
  isSafe,
  type Problem,
  quickFixesOf,
  type Span,
  touches,
} from '../../core/index';
import { isWithin, toDiagnostic, toRange, toSpan, toWorkspaceEdit } from '../convert';
import { guard } from '../guard';
import type { CheckedLetter } from '../letters';
import { answerChecked, type Session } from '../session';
import { shownSpan } from '../shown-span';
import { dictionaryActions } from './dictionary';
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
 * The menu at a place: repairs of its problems, all of one rule, all safe ones, dictionaries, a rationale, explanations, and ways to suppress. Where
 * nothing repairs a problem the explanations come first. All actions name a problem: VS Code moves those that name none to the end.
 */
export function handleCodeActions(session: Session): void {
  const { connection, client } = session;

  connection.onCodeAction((params, token) =>
    answerChecked(session, 'code actions', params.textDocument.uri, null, token, (letter) => {
      if (!client.codeActions) return null;
      const named = isAskedFor(params, CodeActionKind.QuickFix) ? problemsAt(letter, params) : [];
      const offers = offersFor(letter, params, named).map((offer) => toCodeAction(session, letter, offer));
      const here = firstOfRules(named);
      const words = dictionaryActions(session, letter, named);
      const explain = explainActions(session, letter, here);
      const rationale = rationaleActions(session, letter, params, here[0]);
      const suppress = suppressActions(session, letter, here);
      return named.some(({ fixes }) => fixes?.length)
        ? [...offers, ...words, ...rationale, ...explain, ...suppress]
        : [...explain, ...offers, ...words, ...rationale, ...suppress];
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

/** `named`: the problems that are asked about. */
function offersFor({ problems }: CheckedLetter, params: CodeActionParams, named: readonly Problem[]): readonly Offer[] {
  const fixes = quickFixesOf(named);
  const codes = new Set(fixes.map(({ problem }) => problem.code));
  const offers: (Offer | undefined)[] = [
    ...fixes.map(({ problem, index }) => fixOffer(problems, problems.indexOf(problem), index)),
    ...[...codes].map((code) => allOfKindOffer(problems, code)),
  ];
  if (fixes.length > 0) offers.push(allSafeOffer(problems, 'in menu'));
  // Without being asked for by kind it would be in every menu twice.
  if (params.context.only && isAskedFor(params, fixAllKind)) offers.push(allSafeOffer(problems, true));
  return offers.filter((offer) => offer !== undefined);
}

function isAskedFor({ context: { only } }: CodeActionParams, kind: string): boolean {
  return !only || only.some((wanted) => isWithin(kind, wanted));
}

/**
 * The problems that are asked about: first those that the range touches, where they are or where they are underlined; then those whose
 * diagnostics are named, wherever the range is.
 */
function problemsAt({ problems, source }: CheckedLetter, { range, context }: CodeActionParams): readonly Problem[] {
  const within = toSpan(source, range);
  const meets = (span: Span): boolean => touches(span, within.start) || touches(within, span.start);
  const isTouched = ({ span }: Problem): boolean => meets(span) || meets(shownSpan(source, span));
  const keys = new Set(context.diagnostics.map(({ code, range }) => keyOf(code, range)));
  const isNamed = ({ code, span }: Problem): boolean =>
    keys.size > 0 && keys.has(keyOf(code, toRange(source, shownSpan(source, span))));
  return [...new Set([...problems.filter(isTouched), ...problems.filter(isNamed)])];
}

/** What a diagnostic is known by when it comes back. */
function keyOf(code: Diagnostic['code'], { start, end }: Range): string {
  return [code, start.line, start.character, end.line, end.character].join(' ');
}

/** The first problem of each rule. */
function firstOfRules(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.toReversed().map((problem) => [problem.code, problem])).values()].reverse();
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

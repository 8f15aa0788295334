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

/** An action without its edit, which is computed when the action is resolved. */
interface Offer {
  readonly title: string;
  readonly kind: string;
  readonly problem?: Problem | undefined;
  readonly isPreferred?: boolean;
  /** Finds the same action again in the same version of the letter. */
  readonly key: OfferKey;
  readonly edits: readonly FixEdit[];
}

type OfferKey =
  | { readonly fix: number; readonly problem: number }
  | { readonly allOfKind: string }
  | { readonly allSafe: true | 'in menu' };

type OfferData = { readonly uri: string; readonly version: number } & { readonly key: OfferKey };

/**
 * Builds the menu at a place: fixes of its problems, all fixes of one rule, all safe fixes, dictionaries, a rationale, explanations,
 * and ways to suppress. If nothing fixes a problem, the explanations come first. Every action names a problem, because VS Code moves
 * others to the end.
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
      // An action that came complete: a command, or an edit of its own.
      if (!data) return action;
      const letter = await session.letters.check(data.uri, token);
      const offer = letter?.version === data.version ? offerOf(letter.problems, data.key) : undefined;
      if (!letter || !offer)
        throw new ResponseError(LSPErrorCodes.ContentModified, 'The letter has changed; ask again.');
      return { ...action, edit: toWorkspaceEdit(offer.edits, letter, client) };
    }),
  );
}

/** `named`: the diagnostics in the request. */
function offersFor({ problems }: CheckedLetter, params: CodeActionParams, named: readonly Problem[]): readonly Offer[] {
  const fixes = quickFixesOf(named);
  const codes = new Set(fixes.map(({ problem }) => problem.code));
  const offers: (Offer | undefined)[] = [
    ...fixes.map(({ problem, index }) => fixOffer(problems, problems.indexOf(problem), index)),
    ...[...codes].map((code) => allOfKindOffer(problems, code)),
  ];
  if (fixes.length > 0) offers.push(allSafeOffer(problems, 'in menu'));
  // If it were not requested by kind, every menu would list it twice.
  if (params.context.only && isAskedFor(params, fixAllKind)) offers.push(allSafeOffer(problems, true));
  return offers.filter((offer) => offer !== undefined);
}

function isAskedFor({ context: { only } }: CodeActionParams, kind: string): boolean {
  return !only || only.some((wanted) => isWithin(kind, wanted));
}

/**
 * Returns the problems that a request is about: first those whose span or underline the range touches, then those whose diagnostics
 * the client names, wherever the range is.
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

/** Identifies a diagnostic that the client sends back. */
function keyOf(code: Diagnostic['code'], { start, end }: Range): string {
  return [code, start.line, start.character, end.line, end.character].join(' ');
}

/** Returns the first problem of each rule. */
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

/** Only in the menu of a problem, and only if it fixes others too. */
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

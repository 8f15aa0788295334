import { type Fix, isSafe, type Problem, type Severity, type SourceText } from '../core/index';
import { type Range, toRange } from './place';

/** A finding as plain data; `problem` in docs/json/check.schema.json is its schema. */
export interface CheckedProblem extends Range {
  /** Code of the rule: `IMR301`. */
  readonly code: string;
  /** Name of the rule: `missing-conclusion`. */
  readonly rule: string;
  /** As configured. */
  readonly severity: Severity;
  /** What is wrong, in plain text. It does not repeat the item. */
  readonly message: string;
  /** Why it matters, with its source, and how to repair it; absent where the rule says no more than the message. */
  readonly help?: string;
  /** The item of the decision block that the problem is in, as printed; null outside of a block. */
  readonly item: string | null;
  /** Other places that the message is about. */
  readonly related: readonly (Range & { readonly message: string })[];
  /** Ways to repair it, the best first. */
  readonly fixes: readonly CheckedFix[];
}

/** A repair that a person or `imr fix` may choose. */
export interface CheckedFix {
  /** What it does, as an imperative. */
  readonly title: string;
  /** `safe`: `imr fix` applies it. */
  readonly kind: 'safe' | 'review';
  /** What to replace, in ascending order; the ranges do not overlap. */
  readonly edits: readonly (Range & { readonly newText: string })[];
}

/** The fixes are worked out when they are first asked for. */
export function toCheckedProblem(problem: Problem, source: SourceText): CheckedProblem {
  const { code, rule, severity, message, help, item, span, related = [] } = problem;
  let fixes: readonly CheckedFix[] | undefined;
  return {
    code,
    rule,
    severity,
    message,
    ...(help !== undefined && { help }),
    item: item ?? null,
    ...toRange(source, span),
    related: related.map((place) => ({ message: place.message, ...toRange(source, place.span) })),
    get fixes() {
      fixes ??= (problem.fixes ?? []).map((fix) => toFix(fix, source));
      return fixes;
    },
  };
}

function toFix(fix: Fix, source: SourceText): CheckedFix {
  const edits = fix.edits.map((edit) => ({ ...toRange(source, edit.span), newText: edit.newText }));
  return { title: fix.title, kind: isSafe(fix) ? 'safe' : 'review', edits };
}

import { type Fix, isSafe, type Problem, type Severity, type SourceText } from '../../core/index';
import type { ReportedFile } from '../report/report';
import { type Range, toRange } from './place';

/** A file in the JSON of `imr check`; docs/json/check.schema.json is its schema. */
export interface CheckedFile {
  readonly path: string;
  /** Null for a file of the tool's own. */
  readonly form: string | null;
  /** How many decision blocks the letter holds. */
  readonly blocks: number;
  readonly problems: readonly CheckedProblem[];
  /** One for each decision block, in order. */
  readonly elements: readonly CheckedElements[];
}

/** What a rationale addresses of what its item's class asks for, as ids of the library's elements. */
interface CheckedElements {
  readonly item: string;
  readonly class: string | null;
  readonly present: readonly string[];
  /** Required or expected, and not there. */
  readonly missing: readonly string[];
}

interface CheckedProblem extends Range {
  readonly code: string;
  readonly rule: string;
  readonly severity: Severity;
  /** Without the item. */
  readonly message: string;
  /** Why it matters, with its source, and how to repair it; absent where the rule says no more than the message. */
  readonly help?: string;
  /** The item of the decision block that the problem is in, as printed; null outside of a block. */
  readonly item: string | null;
  readonly related: readonly (Range & { readonly message: string })[];
  readonly fixes: readonly CheckedFix[];
}

interface CheckedFix {
  readonly title: string;
  /** `safe`: `imr fix` applies it. */
  readonly kind: 'safe' | 'review';
  readonly edits: readonly (Range & { readonly newText: string })[];
}

export function toCheckedFile({ path, source, letter, problems }: ReportedFile): CheckedFile {
  const decisions = letter?.decisions ?? [];
  return {
    path,
    form: letter?.form ?? null,
    blocks: decisions.length,
    problems: problems.map((problem) => toProblem(problem, source)),
    elements: decisions.map((decision) => ({
      item: decision.item,
      class: decision.class?.id ?? null,
      present: decision.present,
      missing: decision.missing,
    })),
  };
}

function toProblem(problem: Problem, source: SourceText): CheckedProblem {
  const { code, rule, severity, message, help, item, span, related = [], fixes = [] } = problem;
  return {
    code,
    rule,
    severity,
    message,
    ...(help !== undefined && { help }),
    item: item ?? null,
    ...toRange(source, span),
    related: related.map((place) => ({ message: place.message, ...toRange(source, place.span) })),
    fixes: fixes.map((fix) => toFix(fix, source)),
  };
}

function toFix(fix: Fix, source: SourceText): CheckedFix {
  const edits = fix.edits.map((edit) => ({ ...toRange(source, edit.span), newText: edit.newText }));
  return { title: fix.title, kind: isSafe(fix) ? 'safe' : 'review', edits };
}

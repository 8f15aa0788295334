import { type Fix, isSafe, type Problem, type SourceText } from '../core/index';
import type { CheckedFix, CheckedProblem } from './generated/documents';
import { toRange } from './place';

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

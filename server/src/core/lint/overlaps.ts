import type { Problem } from '../problem/problem';
import { severities } from '../problem/severity';
import { overlaps, type Span, spansOver } from '../text/span';

/** A longer finding is about a whole passage and says nothing of each word in it. */
const longestClaim = 80;

/**
 * Leaves each word one finding about its language: findings of IMR7xx give way to those of other groups at the same words, and to
 * the louder one, then the one of the lower code, among themselves. `problems` are sorted by place.
 */
export function withoutOverlaps(problems: readonly Problem[]): readonly Problem[] {
  if (!problems.some(isAboutLanguage)) return problems;
  const claimed = joined(problems.filter((problem) => !isAboutLanguage(problem) && isClaim(problem)));
  const kept = new Set<Problem>();
  let last: Problem | undefined;
  for (const problem of problems) {
    if (!isAboutLanguage(problem) || spansOver(claimed, spanOf(problem)).length > 0) continue;
    if (last && overlaps(spanOf(last), spanOf(problem))) {
      if (!isStronger(problem, last)) continue;
      kept.delete(last);
    }
    kept.add(problem);
    last = problem;
  }
  return problems.filter((problem) => !isAboutLanguage(problem) || kept.has(problem));
}

function isAboutLanguage({ code }: Problem): boolean {
  return code.startsWith('IMR7');
}

function isClaim({ span: { start, end } }: Problem): boolean {
  return end > start && end - start <= longestClaim;
}

/** An empty span is a place between characters, and shares it with the finding that stands there. */
function spanOf({ span: { start, end } }: Problem): Span {
  return { start, end: Math.max(end, start + 1) };
}

function isStronger(a: Problem, b: Problem): boolean {
  const louder = severities.indexOf(a.severity) - severities.indexOf(b.severity);
  return louder < 0 || (louder === 0 && a.code < b.code);
}

/** Spans sorted by start as spans that ascend and do not overlap, over the same text. */
function joined(spans: readonly { readonly span: Span }[]): readonly Span[] {
  const joint: Span[] = [];
  for (const { span } of spans) {
    const last = joint.at(-1);
    if (last && span.start < last.end)
      joint[joint.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else joint.push(span);
  }
  return joint;
}

import type { Problem } from '../problem/problem';
import { severities } from '../problem/severity';
import { overlaps, type Span, spansOver } from '../text/span';

/** Findings longer than this are about a whole passage and do not hide findings about single words. */
const longestClaim = 80;

/**
 * Leaves at most one language finding per word. A finding of IMR7xx gives way to one of another group at the same words; among
 * IMR7xx, the more severe one stays, then the one with the lower code. `problems` are sorted by place.
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

/** Says that the words themselves are wrong, not that something is missing beside them. */
function isClaim({ span: { start, end }, isAboutUnfinished }: Problem): boolean {
  return !isAboutUnfinished && end > start && end - start <= longestClaim;
}

/** An empty span is a place between characters; it overlaps a finding that touches it. */
function spanOf({ span: { start, end } }: Problem): Span {
  return { start, end: Math.max(end, start + 1) };
}

function isStronger(a: Problem, b: Problem): boolean {
  const louder = severities.indexOf(a.severity) - severities.indexOf(b.severity);
  return louder < 0 || (louder === 0 && a.code < b.code);
}

/** Merges spans that are sorted by start into ascending spans that do not overlap. */
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

import type { Stats } from '../../documents/generated/documents';
import type { Colors } from '../terminal';
import { counted } from './report';

/** Tables with the counts of many letters, for people. */
export function describeStats(stats: Stats, colors: Colors): string {
  const { letters, decisions, outcomes, letterOutcomes } = stats;
  const head = `${counted(letters, 'letter') || 'no letter'}, ${counted(decisions, 'decision') || 'no decision'}`;
  return [
    colors.bold(head),
    '',
    ...table(
      'Decisions',
      ['Upheld', 'Overturned', 'no outcome'],
      [outcomes.upheld, outcomes.overturned, outcomes.none],
    ),
    ...table(
      'Letters',
      ['all upheld', 'all overturned', 'mixed', 'undecided'],
      [letterOutcomes.upheld, letterOutcomes.overturned, letterOutcomes.mixed, letterOutcomes.undecided],
    ),
    ...table(
      'Forms',
      stats.forms.map(({ form }) => form),
      stats.forms.map((each) => each.letters),
    ),
    ...table(
      'Items by class (upheld, overturned)',
      stats.classes.map(({ title }) => title ?? 'of no known class'),
      stats.classes.map(({ upheld, overturned, none }) => upheld + overturned + none),
      stats.classes.map(({ upheld, overturned }) => `${upheld}, ${overturned}`),
    ),
    ...table(
      'Guidelines cited (by reviewers, by claims administrators)',
      stats.guidelines.map(({ title }) => title ?? 'not in the library'),
      stats.guidelines.map(({ reviewer, claimsAdministrator }) => reviewer + claimsAdministrator),
      stats.guidelines.map(({ reviewer, claimsAdministrator }) => `${reviewer}, ${claimsAdministrator}`),
    ),
    ...table(
      'Findings (in letters)',
      stats.findings.map(({ code, rule, severity }) => `${code} ${rule} ${severity}`),
      stats.findings.map(({ count }) => count),
      stats.findings.map((found) => String(found.letters)),
    ),
  ].join('\n');

  function table(title: string, names: readonly string[], counts: readonly number[], details: readonly string[] = []) {
    if (!counts.some((count) => count > 0)) return [];
    const width = Math.max(...names.map((name) => name.length));
    const digits = String(Math.max(...counts)).length;
    const most = Math.max(...counts);
    const rows = counts.flatMap((count, i) => {
      if (count === 0) return [];
      const detail = details[i] === undefined ? '' : ` (${details[i]})`;
      const bar = colors.dim('█'.repeat(Math.max(1, Math.round((count / most) * 24))));
      return [`  ${(names[i] ?? '').padEnd(width)}  ${String(count).padStart(digits)}  ${bar}${detail}`];
    });
    return [colors.bold(title), ...rows, ''];
  }
}

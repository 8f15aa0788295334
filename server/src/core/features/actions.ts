import type { Fix, FixEdit } from '../problem/fix';
import { isSafe } from '../problem/fix-kind';
import type { Problem } from '../problem/problem';
import { createEditSet } from '../text/edit-set';

/** A fix with the problem it mends. */
export interface QuickFix {
  readonly problem: Problem;
  readonly fix: Fix;
  /** Place among the fixes of its problem, from 0. */
  readonly index: number;
  /** The first of its problem, and safe: it may run unasked. */
  readonly isPreferred: boolean;
}

/** Lists the fixes of problems: the first of each problem, then the others, in the order of the problems. */
export function quickFixesOf(problems: readonly Problem[]): readonly QuickFix[] {
  const fixes = problems.flatMap((problem) => fixesOf(problem));
  return [...fixes.filter(({ index }) => index === 0), ...fixes.filter(({ index }) => index > 0)];
}

function fixesOf(problem: Problem): QuickFix[] {
  return (problem.fixes ?? []).map((fix, index) => ({ problem, fix, index, isPreferred: index === 0 && isSafe(fix) }));
}

/** Many safe fixes as one, to be applied together. */
export interface FixAll {
  readonly title: string;
  /** How many problems it mends. */
  readonly count: number;
  readonly edits: readonly FixEdit[];
}

/** The safe fixes of all problems of one rule; undefined where fewer than two can be mended together. */
export function fixAllOfKind(problems: readonly Problem[], code: string): FixAll | undefined {
  const same = problems.filter((problem) => problem.code === code);
  const all = together(safeFixesOf(same));
  return all.count < 2
    ? undefined
    : { ...all, title: `Fix all ${all.count} ${code} (${same[0]?.rule}) in this letter` };
}

/** The safe fixes of all problems, to be applied unseen; undefined where there is none. */
export function fixAllSafe(problems: readonly Problem[]): FixAll | undefined {
  const all = together(safeFixesOf(problems));
  return all.count === 0 ? undefined : { ...all, title: 'Apply all safe fixes' };
}

/** The first safe fix of each problem that has one. */
function safeFixesOf(problems: readonly Problem[]): Fix[] {
  return problems.flatMap(({ fixes }) => fixes?.find(isSafe) ?? []);
}

/** Of fixes that touch one another the first is taken; the next run offers the others. */
function together(fixes: readonly Fix[]): Omit<FixAll, 'title'> {
  const set = createEditSet();
  const taken = fixes.filter((fix) => set.takes(fix.edits));
  const edits = taken.flatMap((fix) => fix.edits.map(({ span, newText }) => ({ span, newText })));
  return { count: taken.length, edits };
}

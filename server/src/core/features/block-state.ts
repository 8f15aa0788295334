import type { DecisionBlock, Letter } from '../model/letter';
import type { Problem } from '../problem/problem';
import { addTo } from '../text/groups';
import { counted } from './facts/words';

/** The worst of a block's open points: what its mark in the editor tells. */
export type BlockState = 'complete' | 'warnings' | 'errors';

/** An error or warning; information and hints ask for nothing. */
export function isOpenPoint({ severity }: Pick<Problem, 'severity'>): boolean {
  return severity === 'error' || severity === 'warning';
}

export function problemsOf(block: DecisionBlock, problems: readonly Problem[]): readonly Problem[] {
  return problems.filter((problem) => problem.block === block.index);
}

/** Groups the problems once, for whoever asks about block after block; those of no block are those of `undefined`. */
export function problemsByBlock(
  problems: readonly Problem[],
): (block: Pick<DecisionBlock, 'index'> | undefined) => readonly Problem[] {
  const groups = new Map<number | undefined, Problem[]>();
  for (const problem of problems) addTo(groups, problem.block, problem);
  return (block) => groups.get(block?.index) ?? [];
}

/** `problems` are those of the block. */
export function stateOf(problems: readonly Problem[]): BlockState {
  const open = problems.filter(isOpenPoint);
  if (open.length === 0) return 'complete';
  return open.some(({ severity }) => severity === 'error') ? 'errors' : 'warnings';
}

/** `Upheld`, `Overturned`, `No outcome`. */
export function outcomeInWords({ heading }: DecisionBlock): string {
  return heading.outcome.value ?? 'No outcome';
}

/** `1 error, 2 warnings`; empty where nothing is open. */
export function countOpenPoints(problems: readonly Pick<Problem, 'severity'>[]): string {
  const count = (severity: 'error' | 'warning'): string => {
    const n = problems.filter((problem) => problem.severity === severity).length;
    return n === 0 ? '' : counted(n, severity);
  };
  return [count('error'), count('warning')].filter(Boolean).join(', ');
}

/** The whole letter in a line: `4 decisions, 2 open points`. */
export function summaryOf({ blocks }: Letter, problems: readonly Problem[]): string {
  return `${counted(blocks.length, 'decision')}, ${counted(problems.filter(isOpenPoint).length, 'open point')}`;
}

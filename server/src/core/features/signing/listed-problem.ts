import { type Letter, nameOf } from '../../model/letter';
import type { Problem } from '../../problem/problem';
import { type Severity, severities } from '../../problem/severity';
import { positionAt } from '../../text/source-text';

/** A problem as the page tells it. */
export interface ListedProblem {
  readonly severity: Severity;
  readonly code: string;
  /** Names the item only where it is not under the heading of its decision. */
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** Why it matters and how to repair it, as the finding says; shown on demand. */
  readonly help?: string;
}

/** The gravest first; hints ask for nothing and are counted with their rules only. */
export function listProblems({ source }: Letter, problems: readonly Problem[]): readonly ListedProblem[] {
  return problems
    .filter(({ severity }) => severity !== 'hint')
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
    .map((problem) => toListed(source, problem, problem.message));
}

/** One that stands under no heading names its item itself. */
export function listProblem({ source, blocks }: Letter, problem: Problem): ListedProblem {
  const { message } = problem;
  const block = problem.block === undefined ? undefined : blocks[problem.block];
  return toListed(source, problem, block ? `${nameOf(block)}: ${message}` : message);
}

function toListed(source: Letter['source'], problem: Problem, message: string): ListedProblem {
  const { severity, code, span, help } = problem;
  const { line, character } = positionAt(source, span.start);
  return { severity, code, message, line: line + 1, column: character + 1, ...(help && { help }) };
}

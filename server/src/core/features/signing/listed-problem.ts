import { type Letter, nameOf } from '../../model/letter';
import type { Problem } from '../../problem/problem';
import { type Severity, severities } from '../../problem/severity';
import { lineAt } from '../../text/source-text';

/** A problem as the page tells it. */
export interface ListedProblem {
  readonly severity: Severity;
  readonly code: string;
  /** Names the item only where it is not under the heading of its decision. */
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** Why it matters and how to repair it, as the finding says; shown on demand. */
  readonly help?: string;
}

/** The gravest first; hints ask for nothing and are counted with their rules only. */
export function listProblems({ source }: Letter, problems: readonly Problem[]): readonly ListedProblem[] {
  return problems
    .filter(({ severity }) => severity !== 'hint')
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
    .map(({ severity, code, message, span, help }) => {
      return { severity, code, message, line: lineAt(source, span.start) + 1, ...(help && { help }) };
    });
}

/** One that stands under no heading names its item itself. */
export function listProblem(letter: Letter, problem: Problem): ListedProblem {
  const { severity, code, message, span, help } = problem;
  const block = problem.block === undefined ? undefined : letter.blocks[problem.block];
  return {
    severity,
    code,
    message: block ? `${nameOf(block)}: ${message}` : message,
    line: lineAt(letter.source, span.start) + 1,
    ...(help && { help }),
  };
}

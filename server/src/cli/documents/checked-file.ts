import { type CheckedProblem, toCheckedProblem } from '../../documents/checked-problem';
import type { ReportedFile } from '../report/report';

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

export function toCheckedFile({ path, source, letter, problems }: ReportedFile): CheckedFile {
  const decisions = letter?.decisions ?? [];
  return {
    path,
    form: letter?.form ?? null,
    blocks: decisions.length,
    problems: problems.map((problem) => toCheckedProblem(problem, source)),
    elements: decisions.map((decision) => ({
      item: decision.item,
      class: decision.class?.id ?? null,
      present: decision.present,
      missing: decision.missing,
    })),
  };
}

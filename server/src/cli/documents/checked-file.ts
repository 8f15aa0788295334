import { type CheckedProblem, toCheckedProblem } from '../../documents/checked-problem';
import { type Range, toRange } from '../../documents/place';
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

/** The state of an element, and the sentence that shows it. */
interface CheckedState extends Partial<Range> {
  readonly id: string;
  readonly state: string;
}

/** What a rationale addresses of what its item's class asks for, as ids of the library's elements. */
interface CheckedElements {
  readonly item: string;
  readonly class: string | null;
  readonly present: readonly string[];
  /** Required or expected, and not stated for this patient. */
  readonly missing: readonly string[];
  readonly states: readonly CheckedState[];
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
      states: decision.states.map(({ id, state, sentence }) => ({
        id,
        state,
        ...(sentence && toRange(source, sentence)),
      })),
    })),
  };
}

import type { Problem, SourceText } from '../../core/index';
import { type CheckedProblem, toCheckedProblem } from '../../documents/checked-problem';
import { type Range, toRange } from '../../documents/place';
import { unitAt } from '../../import/imported-letter';
import type { ReportedFile } from '../report/report';

/** A file in the JSON of `imr check`; docs/json/check.schema.json is its schema. */
export interface CheckedFile {
  readonly path: string;
  /** Null for a file of the tool's own. */
  readonly form: string | null;
  /** How many decision blocks the letter holds. */
  readonly blocks: number;
  readonly problems: readonly (CheckedProblem & Partial<DocumentPlace>)[];
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

/** Where a finding is in a document, whose converted text its offsets refer to. */
interface DocumentPlace {
  /** The words concerned, at most 200 UTF-16 units of them; empty where something is missing. */
  readonly quote: string;
  /** From 1; in any document but a PDF. */
  readonly paragraph?: number;
  /** From 1; in a PDF. */
  readonly page?: number;
}

const longestQuote = 200;

export function toCheckedFile({ path, source, imported, letter, problems }: ReportedFile): CheckedFile {
  const decisions = letter?.decisions ?? [];
  return {
    path,
    form: letter?.form ?? null,
    blocks: decisions.length,
    problems: problems.map((problem) => {
      const checked = toCheckedProblem(problem, source);
      return imported ? Object.assign(checked, placeIn(imported, source, problem)) : checked;
    }),
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

function placeIn(
  imported: NonNullable<ReportedFile['imported']>,
  { text }: SourceText,
  { span }: Problem,
): DocumentPlace {
  const quote = text.slice(span.start, Math.min(span.end, span.start + longestQuote));
  return { quote, [imported.unit]: unitAt(imported, span.start) };
}

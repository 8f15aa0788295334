import type { Problem, SourceText } from '../../core/index';
import { toCheckedProblem } from '../../documents/checked-problem';
import type { CheckedFile, CheckedProblem } from '../../documents/generated/documents';
import { toRange } from '../../documents/place';
import { unitAt } from '../../import/imported-letter';
import type { ReportedFile } from '../report/report';

/** Place of a finding in a document. Its offsets refer to the converted text. */
type DocumentPlace = Pick<CheckedProblem, 'quote' | 'paragraph' | 'page'>;

/** In UTF-16 units. */
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

import { choiceOf, type SnippetPart } from '../../text/snippet';
import { isEmpty } from '../../text/span';
import type { Completion, CompletionProvider } from './completion';
import type { CompletionPlace } from './place';

const outcomes = ['Upheld', 'Overturned'] as const;
interface Offered {
  readonly label: string;
  readonly part: SnippetPart;
}

/** An item, its colon, and no more than a word behind it. */
const afterItem = /^(.{3,600}):( ?)([A-Za-z]{0,12})$/;

/** Behind the colon of an item, in a block or in a paragraph that becomes one. */
export const outcomeCompletions: CompletionProvider = (place) => {
  const typed = place.field && !startsBlock(place) ? undefined : afterItem.exec(place.paragraph);
  const [, item = '', , word = ''] = typed ?? [];
  // A word that is not right before the cursor is an outcome on the line above.
  if (item === '' || !place.before.endsWith(word) || isLabel(place, item) || !isItem(place, item)) return [];
  // Enter must not decide: before a letter is typed, the open choice comes first.
  const open: Offered[] = word === '' ? [{ label: '[Upheld | Overturned]', part: choiceOf(outcomes) }] : [];
  const decided = outcomes.map((outcome): Offered => ({ label: outcome, part: outcome }));
  return [...open, ...decided].map(({ label, part }): Completion => {
    const span = { start: place.offset - word.length, end: endOfOutcome(place) };
    const space = word === '' && /\S$/.test(place.before) ? ' ' : '';
    return { kind: 'outcome', label, span, parts: [space, part], filter: label };
  });
};

/** A paragraph of its own behind a rationale may be the next heading. */
function startsBlock({ field, paragraphStart }: CompletionPlace): boolean {
  return field?.kind === 'rationale' && paragraphStart > field.label.end;
}

function isLabel({ ask }: CompletionPlace, text: string): boolean {
  const { fields, headerRows } = ask.letter.form;
  return [...fields.flatMap(({ labels }) => labels), ...headerRows.map(({ label }) => label)].some((label) =>
    text.toLowerCase().endsWith(label.toLowerCase()),
  );
}

/** A heading, or a paragraph without a full sentence that names a drug or treatment. */
function isItem({ ask, block, offset }: CompletionPlace, text: string): boolean {
  const heading = block?.heading.span;
  if (heading && !isEmpty(heading) && heading.start <= offset && offset <= heading.end + 1) return true;
  if (/[.!?] [A-Z]/.test(text) && !/original request/i.test(text)) return false;
  const { drugs, treatments } = ask.library.subjectOf(text);
  return drugs.length + treatments.length > 0;
}

/** An outcome that stands there already is replaced whole. */
function endOfOutcome({ block, offset, line }: CompletionPlace): number {
  const outcome = block?.heading.outcome.span;
  const isThere = outcome && outcome.start <= offset && offset <= outcome.end && outcome.end <= line.end;
  return isThere ? outcome.end : offset;
}

import type { Ask } from '../../analysis/fact';
import type { DecisionBlock, Field, Letter } from '../../model/letter';
import { readSource } from '../../text/reading';
import { lineAt, lineSpan } from '../../text/source-text';
import type { Span } from '../../text/span';

/** Where a cursor stands, as far as completions ask. */
export interface CompletionPlace {
  readonly ask: Ask;
  readonly offset: number;
  /** The line up to the cursor, and the whole of it. */
  readonly before: string;
  readonly line: Span;
  /** The paragraph up to the cursor as reading text, and where it begins. */
  readonly paragraph: string;
  readonly paragraphStart: number;
  /** The block that begins last before the cursor. */
  readonly block?: DecisionBlock;
  /** The field behind whose label the cursor stands, in its text or in the white space right behind it. */
  readonly field?: Field;
}

export function placeAt(ask: Ask, offset: number): CompletionPlace {
  const { letter } = ask;
  const { source } = letter;
  const line = lineSpan(source, lineAt(source, offset));
  const paragraphStart = startOfParagraph(letter, line.start);
  const block = letter.blocks.findLast(({ span }) => span.start <= offset);
  const field = block?.fieldsInOrder.findLast((each) => each.label.end <= offset);
  return {
    ask,
    offset,
    before: source.text.slice(line.start, offset),
    line,
    paragraph: readSource(source, { start: paragraphStart, end: offset }).text,
    paragraphStart,
    ...(block && { block }),
    ...(field && isIn(letter, field, offset) && { field }),
  };
}

/** Goes up to the line behind the last empty one; in text whose line ends are doubled, to the last gap wider than that. */
function startOfParagraph({ source, layout }: Letter, from: number): number {
  const head = source.text.slice(0, from);
  const gap =
    layout.lineGap.trim() === '' && /\n[ \t]*\n/.test(layout.lineGap) ? /\n[ \t]*\n[ \t]+\n/g : /\n[ \t]*\r?\n/g;
  let start = 0;
  for (const match of head.matchAll(gap)) start = match.index + match[0].length;
  return start;
}

/** White space behind a field still belongs to it up to the next paragraph. */
function isIn({ source, layout }: Letter, { label, body }: Field, offset: number): boolean {
  const end = Math.max(label.end, body.span.end);
  if (offset <= end) return true;
  const gap = source.text.slice(end, offset);
  return gap.trim() === '' && lineEnds(gap) <= lineEnds(layout.lineGap);
}

function lineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** What stands between the label of the cursor's field and the cursor, as reading text; a space at its end stays. */
export function typedInField({ ask, offset, field }: CompletionPlace): string {
  if (!field) return '';
  const { source } = ask.letter;
  const raw = source.text.slice(field.label.end, offset);
  const typed = readSource(source, { start: field.label.end, end: offset }).text;
  return typed !== '' && /\s$/.test(raw) ? `${typed} ` : typed;
}

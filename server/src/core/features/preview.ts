import { blockAround } from '../model/block-places';
import type { DecisionBlock, Letter } from '../model/letter';
import { paragraphsOf } from '../model/paragraphs';
import { readSource } from '../text/reading';
import { contains, type Span } from '../text/span';

/** A paragraph of the letter as it is printed. */
export interface PrintedParagraph {
  readonly kind: 'section' | 'heading' | 'field' | 'table' | 'text';
  /** On one line; a table keeps its lines. */
  readonly text: string;
  /** How many units at the beginning of `text` are a label. */
  readonly label: number;
  /** Its source, without white space at its ends. */
  readonly span: Span;
  /** Index of the decision block that it belongs to. */
  readonly block?: number;
}

/** The letter paragraph by paragraph, without line breaks, page breaks and page lines. */
export function printedLetter(letter: Letter): readonly PrintedParagraph[] {
  return paragraphsOf(letter).map(({ start, end, verbatim }) => {
    const span = { start, end };
    const block = blockAround(letter, span);
    const { kind, label = 0 } = verbatim ? { kind: 'table' as const } : kindOf(letter, span, block);
    const text = verbatim ? letter.source.text.slice(start, end) : readSource(letter.source, span).text;
    return { kind, text, label, span, ...(block && { block: block.index }) };
  });
}

function kindOf(
  letter: Letter,
  span: Span,
  block: DecisionBlock | undefined,
): Pick<PrintedParagraph, 'kind'> & { readonly label?: number } {
  if (letter.sections.some(({ heading }) => isFilled(heading) && contains(heading, span))) return { kind: 'section' };
  if (!block) return { kind: 'text' };
  if (isFilled(block.heading.span) && contains(block.heading.span, span)) return { kind: 'heading' };
  const field = block.fieldsInOrder.find(({ label }) => isFilled(label) && label.start === span.start);
  if (!field) return { kind: 'text' };
  return { kind: 'field', label: readSource(letter.source, field.label).text.length };
}

function isFilled({ start, end }: Span): boolean {
  return start < end;
}

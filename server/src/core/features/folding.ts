import type { Ask } from '../analysis/fact';
import type { DecisionBlock, Letter } from '../model/letter';
import { readSource } from '../text/reading';
import { lineAt } from '../text/source-text';
import { compareSpans, type Span } from '../text/span';

/**
 * What can be folded: case header, sections, decision blocks, fields. A fold begins in the line that stays to be seen (a
 * heading's last one, with the outcome in it) and covers two lines or more; no two begin in one line.
 */
export function foldsOf({ letter }: Ask): readonly Span[] {
  const sections = letter.sections.map(({ heading, span }) => ({
    start: Math.max(heading.end, span.start),
    end: readSource(letter.source, span).span.end,
  }));
  const header = letter.header ? [letter.header.span] : [];
  return oncePerLine(letter, [...header, ...sections, ...letter.blocks.flatMap(foldsOfBlock)]);
}

function foldsOfBlock({ heading, span, fieldsInOrder }: DecisionBlock): Span[] {
  const block = { start: heading.span.end, end: span.end };
  return [block, ...fieldsInOrder.map((field) => ({ start: field.label.end, end: field.span.end }))];
}

/** Of folds that begin in one line the longest. */
function oncePerLine({ source }: Letter, folds: readonly Span[]): Span[] {
  const taken = new Set<number>();
  return [...folds].sort(compareSpans).filter(({ start, end }) => {
    const line = lineAt(source, start);
    if (lineAt(source, end) <= line || taken.has(line)) return false;
    taken.add(line);
    return true;
  });
}

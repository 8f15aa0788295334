import type { Ask } from '../analysis/fact';
import { measuresIn } from '../analysis/measures';
import { sentencesIn } from '../analysis/sentences';
import type { DecisionBlock, Field, Heading, Section } from '../model/letter';
import { type Reading, readSource, toSourceSpan } from '../text/reading';
import { contains, isEmpty, type Span, touches } from '../text/span';

/**
 * The spans a growing selection takes from `offset` on, innermost first, each inside the next; the last is the whole text.
 * They follow the letter: sentence or citation, field, block, section.
 */
export function selectionsAt(ask: Ask, offset: number): readonly Span[] {
  const { letter } = ask;
  const whole = { start: 0, end: letter.source.text.length };
  const parts = [
    ...(letter.header ? headerParts(letter.header) : []),
    ...letter.sections.flatMap((section) => sectionParts(ask, section, offset)),
    ...letter.blocks.filter(({ span }) => touches(span, offset)).flatMap((block) => blockParts(ask, block, offset)),
  ];
  const around = parts.filter((part) => !isEmpty(part) && touches(part, offset));
  return nested([...around.sort((a, b) => lengthOf(a) - lengthOf(b)), whole]);
}

function headerParts(header: NonNullable<Ask['letter']['header']>): Span[] {
  const rows = Object.values(header.fields).flatMap(({ label, span }) => [
    span,
    { start: Math.min(label.start, span.start), end: Math.max(label.end, span.end) },
  ]);
  return [...rows, header.span];
}

function sectionParts(ask: Ask, section: Section, offset: number): Span[] {
  const { letter } = ask;
  if (!touches(section.span, offset)) return [];
  const whole = readSource(letter.source, section.span).span;
  const parts = [whole, section.heading, section.body.span, ...(section.lead ? [section.lead] : [])];
  const holdsBlocks = letter.blocks.some(({ span }) => contains(section.span, span));
  if (holdsBlocks) return [...parts, spanOfAll(letter.blocks)];
  return [...parts, section.prose.span, ...sentences(ask, section.prose)];
}

function spanOfAll(blocks: readonly DecisionBlock[]): Span {
  return { start: blocks[0]?.span.start ?? 0, end: blocks.at(-1)?.span.end ?? 0 };
}

function blockParts(ask: Ask, block: DecisionBlock, offset: number): Span[] {
  const fields = block.fieldsInOrder.filter(({ span }) => touches(span, offset));
  return [block.span, ...headingParts(ask, block.heading), ...fields.flatMap((field) => fieldParts(ask, field))];
}

function headingParts(ask: Ask, { span, item, outcome }: Heading): Span[] {
  const measures = ask(measuresIn, item.disputed).map((measure) => toSourceSpan(item.disputed, measure));
  return [span, item.span, item.disputed.span, outcome.span, ...measures];
}

function fieldParts(ask: Ask, { span, label, body, statements }: Field): Span[] {
  const inside = statements.flatMap((statement) => [
    statement.span,
    statement.textSpan,
    ...statement.citations.map((citation) => citation.span),
  ]);
  return [span, label, body.span, ...(statements.length === 0 ? sentences(ask, body) : inside)];
}

function sentences(ask: Ask, reading: Reading): Span[] {
  return ask(sentencesIn, reading).map((sentence) => toSourceSpan(reading, sentence));
}

/** Leaves out what is not strictly inside all that follow it, the shortest first. */
function nested(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    if (!last || (contains(span, last) && lengthOf(span) > lengthOf(last))) kept.push(span);
  }
  return kept;
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

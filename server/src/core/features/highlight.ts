import { caseSummary } from '../analysis/case-summary';
import type { Ask } from '../analysis/fact';
import { mentionsIn } from '../analysis/item-mentions';
import { namesIn } from '../analysis/names';
import { runningText } from '../analysis/running-text';
import { blockAt } from '../model/block-places';
import type { DecisionBlock } from '../model/letter';
import { toSourceSpan } from '../text/reading';
import { compareSpans, overlaps, type Span, touches } from '../text/span';
import { repeatsIn } from './repeats';

/** A place to highlight; `isDefinition` is the heading, of which the others speak. */
export interface Highlight {
  readonly span: Span;
  readonly isDefinition: boolean;
}

/**
 * Everything that stands for what the pointer is on: a block's item (by any of its names, in its heading, its rationale and
 * the summary), a drug or treatment elsewhere, a guideline cited. Empty where it is on none of these.
 */
export function highlightsAt(ask: Ask, offset: number): readonly Highlight[] {
  return itemHighlights(ask, offset) ?? citationHighlights(ask, offset) ?? nameHighlights(ask, offset) ?? [];
}

function itemHighlights(ask: Ask, offset: number): Highlight[] | undefined {
  const { blocks } = ask.letter;
  const near = blockAt(ask.letter, offset);
  // In the summary the first block whose item is meant; in a block its own.
  for (const block of near ? [near] : blocks) {
    const places = itemPlaces(ask, block);
    if (places.some(({ span }) => touches(span, offset))) return places;
  }
  return undefined;
}

function itemPlaces(ask: Ask, block: DecisionBlock): Highlight[] {
  const { heading, fields } = block;
  const { disputed } = heading.item;
  if (disputed.text === '') return [];
  const summary = ask(caseSummary);
  const readings = [fields.rationale.body, ...(summary ? [summary.prose] : [])];
  const places = readings.flatMap((reading) => [
    ...ask(repeatsIn, block, reading).map(({ span }) => span),
    ...ask(mentionsIn, block, reading).map((match) => toSourceSpan(reading, match)),
  ]);
  return [{ span: disputed.span, isDefinition: true }, ...asHighlights(places)];
}

function citationHighlights({ letter }: Ask, offset: number): Highlight[] | undefined {
  const citations = letter.blocks.flatMap((block) => block.citations);
  const here = citations.find(({ span }) => touches(span, offset));
  if (!here) return undefined;
  const same = citations.filter(({ title, year }) => title === here.title && year === here.year);
  return asHighlights(same.map(({ span }) => span));
}

function nameHighlights(ask: Ask, offset: number): Highlight[] | undefined {
  const reading = ask(runningText).find(({ span }) => touches(span, offset));
  const here = reading && ask(namesIn, reading).find((match) => touches(toSourceSpan(reading, match), offset));
  if (!here || here.kind === 'body-part' || here.kind === 'abbreviation') return undefined;
  const ids = new Set(here.ids);
  const same = ask(runningText).flatMap((each) =>
    ask(namesIn, each)
      .filter((match) => match.ids.some((id) => ids.has(id)))
      .map((match) => toSourceSpan(each, match)),
  );
  return asHighlights(same);
}

/** In order, the longer of two that overlap. */
function asHighlights(spans: readonly Span[]): Highlight[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort(compareSpans)) {
    const last = kept.at(-1);
    if (!last || !overlaps(last, span)) kept.push(span);
  }
  return kept.map((span) => ({ span, isDefinition: false }));
}

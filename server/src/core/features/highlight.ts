import type { LetterAnalysis } from '../analysis/analysis';
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
export function highlightsAt(analysis: LetterAnalysis, offset: number): readonly Highlight[] {
  return (
    itemHighlights(analysis, offset) ?? citationHighlights(analysis, offset) ?? nameHighlights(analysis, offset) ?? []
  );
}

function itemHighlights(analysis: LetterAnalysis, offset: number): Highlight[] | undefined {
  const { blocks } = analysis.letter;
  const near = blocks.find(({ span }) => touches(span, offset));
  // In the summary the first block whose item is meant; in a block its own.
  for (const block of near ? [near] : blocks) {
    const places = itemPlaces(analysis, block);
    if (places.some(({ span }) => touches(span, offset))) return places;
  }
  return undefined;
}

function itemPlaces(analysis: LetterAnalysis, block: DecisionBlock): Highlight[] {
  const { heading, fields } = block;
  const { disputed } = heading.item;
  if (disputed.text === '') return [];
  const readings = [fields.rationale.body, ...(analysis.summary ? [analysis.summary.prose] : [])];
  const places = readings.flatMap((reading) => [
    ...repeatsIn(analysis, block, reading).map(({ span }) => span),
    ...analysis.mentionsIn(block, reading).map((match) => toSourceSpan(reading, match)),
  ]);
  return [{ span: disputed.span, isDefinition: true }, ...asHighlights(places)];
}

function citationHighlights({ letter }: LetterAnalysis, offset: number): Highlight[] | undefined {
  const citations = letter.blocks.flatMap((block) => block.citations);
  const here = citations.find(({ span }) => touches(span, offset));
  if (!here) return undefined;
  const same = citations.filter(({ title, year }) => title === here.title && year === here.year);
  return asHighlights(same.map(({ span }) => span));
}

function nameHighlights(analysis: LetterAnalysis, offset: number): Highlight[] | undefined {
  const reading = analysis.prose.find(({ span }) => touches(span, offset));
  const here = reading && analysis.namesIn(reading).find((match) => touches(toSourceSpan(reading, match), offset));
  if (!here || here.kind === 'body-part' || here.kind === 'abbreviation') return undefined;
  const ids = new Set(here.ids);
  const same = analysis.prose.flatMap((each) =>
    analysis
      .namesIn(each)
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

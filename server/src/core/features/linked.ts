import type { Ask } from '../analysis/fact';
import { blockAt } from '../model/block-places';
import { type Span, touches } from '../text/span';
import { repeatsIn } from './repeats';

/**
 * The places of a block's item, its heading's first, that read exactly as the heading does, white space included: what is typed
 * into one of them can go into all. Empty unless `offset` is at one of them and there are two.
 */
export function linkedItemAt(ask: Ask, offset: number): readonly Span[] {
  const { source } = ask.letter;
  const block = blockAt(ask.letter, offset);
  if (!block || block.heading.item.disputed.text === '') return [];
  const { span } = block.heading.item.disputed;
  const printed = source.text.slice(span.start, span.end);
  const again = ask(repeatsIn, block, block.fields.rationale.body)
    .map((repeat) => repeat.span)
    .filter(({ start, end }) => source.text.slice(start, end) === printed);
  const places = [span, ...again];
  return places.length > 1 && places.some((place) => touches(place, offset)) ? places : [];
}

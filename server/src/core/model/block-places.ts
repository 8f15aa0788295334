import { firstWhere } from '../text/ascending';
import { contains, type Span, touches } from '../text/span';
import type { DecisionBlock, Letter } from './letter';

// Blocks stand in text order and do not overlap, so that one is found without looking at all of them.

/** The blocks that lie in `range`. */
export function blocksWithin({ blocks }: Letter, range: Span): readonly DecisionBlock[] {
  const from = firstWhere(blocks, ({ span }) => span.start >= range.start);
  let to = from;
  while (to < blocks.length && contains(range, (blocks[to] as DecisionBlock).span)) to++;
  return blocks.slice(from, to);
}

/** The block that `inner` lies in. */
export function blockAround({ blocks }: Letter, inner: Span): DecisionBlock | undefined {
  const block = blocks[firstWhere(blocks, ({ span }) => span.end >= inner.end)];
  return block && contains(block.span, inner) ? block : undefined;
}

/** The block that holds `offset` or touches it, as a cursor does; of two the first. */
export function blockAt({ blocks }: Letter, offset: number): DecisionBlock | undefined {
  const block = blocks[firstWhere(blocks, ({ span }) => span.end >= offset)];
  return block && touches(block.span, offset) ? block : undefined;
}

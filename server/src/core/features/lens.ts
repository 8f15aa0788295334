import type { Ask } from '../analysis/fact';
import type { Problem } from '../problem/problem';
import type { Span } from '../text/span';
import { isOpenPoint, outcomeInWords, problemsByBlock } from './block-state';
import { countElements, elementsAsked, settledBlock } from './elements';
import { counted } from './facts/words';

/** A line over a decision block: `Upheld · 5 of 6 elements · 2 problems`. */
export interface Lens {
  /** The block's heading, or the place where it begins. */
  readonly span: Span;
  readonly title: string;
  /** Index of the block. */
  readonly block: number;
}

/**
 * One lens a block; it tells nothing that the outline and the hover over the outcome do not tell too. Elements are counted in
 * `settled`, an earlier version in which nobody was within a sentence, where that has the same block.
 */
export function lensesOf(ask: Ask, problems: readonly Problem[], settled = ask): readonly Lens[] {
  const problemsOf = problemsByBlock(problems);
  return ask.letter.blocks.map((block) => {
    const open = problemsOf(block).filter(isOpenPoint).length;
    const elements = elementsAsked(...settledBlock(ask, settled, block));
    const parts = [
      outcomeInWords(block),
      countElements(elements),
      open === 0 ? 'no problems' : counted(open, 'problem'),
    ];
    return { span: block.heading.span, title: parts.filter(Boolean).join(' · '), block: block.index };
  });
}

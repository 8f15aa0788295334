import type { DecisionBlock } from '../model/letter';
import { fact } from './fact';
import { withNamesMeant } from './misspelt-drugs';

/** The drugs, treatments, body parts and rationale class of a block's item. */
export const subjectOf = fact((ask, block: DecisionBlock) =>
  ask.library.subjectOf(ask(withNamesMeant, block.heading.item.disputed)),
);

import type { DecisionBlock } from '../model/letter';
import { fact, textFact } from './fact';
import { withNamesMeant } from './misspelled-drugs';

const subjectIn = textFact((_, library, of) => library.subjectOf(of(withNamesMeant)));

/** The drugs, treatments, body parts and rationale class of a block's item. */
export const subjectOf = fact((ask, block: DecisionBlock) => ask(subjectIn, block.heading.item.disputed));

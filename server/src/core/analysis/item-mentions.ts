import type { DecisionBlock } from '../model/letter';
import type { Reading } from '../text/reading';
import { fact } from './fact';
import { mentionsOf } from './mentions';
import { namesMeantIn } from './misspelled-drugs';
import { subjectOf } from './subjects';

/** The names in a reading that mean a block's item. */
export const mentionsIn = fact((ask, block: DecisionBlock, reading: Reading) =>
  mentionsOf(ask.library, ask(subjectOf, block), ask(namesMeantIn, reading)),
);

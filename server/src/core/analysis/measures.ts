import type { Library } from '../library/types';
import { findMeasures } from '../model/find-measures';
import type { Measure } from '../model/measures';
import { conceptsIn } from './concepts';
import { textFact } from './fact';

/** The strengths, quantities and frequencies in a text, in order. */
export const measuresIn = textFact((text, _, of) => findMeasures(text, of(conceptsIn)));

/** The same of a text that is no reading of its own. */
export function measuresOf({ lexicon }: Library, text: string): Measure[] {
  return findMeasures(text, lexicon.match(lexicon.tokens(text)));
}

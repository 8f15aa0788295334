import { findFrequencies } from './frequencies';
import type { MeasureWords } from './measure-words';
import type { Measure } from './measures';
import { findQuantities } from './quantities';
import { findSides } from './sides';
import { findStrengths } from './strengths';

/** All measures in a reading text, in order of their place; pain scores, spinal levels and dates are none. */
export function findMeasures(text: string, words: MeasureWords): Measure[] {
  const frequencies = findFrequencies(text);
  const found: Measure[] = [
    ...findStrengths(text),
    ...findQuantities(text, words, frequencies),
    ...frequencies,
    ...findSides(words),
  ];
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

import type { DecisionBlock } from '../model/letter';
import { spanAt } from '../text/span';
import { conceptsIn } from './concepts';
import { fact } from './fact';

/**
 * Returns the beginnings, at most six letters in lower case, of those words of an item that name something: no unit, form, count, part of
 * the body or abbreviation.
 */
export const namingWordsOf = fact((ask, { heading }: DecisionBlock): readonly string[] => {
  const common = ask(conceptsIn, heading.item.disputed).of('item.common-word');
  return ask
    .matches(heading.item.disputed, /[A-Za-z]{4,}/g)
    .filter(({ 0: word, index }) => !spanAt(common, index) && !/^[A-Z]{2,5}s?$/.test(word))
    .map(([word]) => word.toLowerCase().slice(0, 6));
});

import { editDistance } from '../text/edit-distance';
import { matchesIn } from '../text/matches';
import { type Span, spansApart } from '../text/span';
import type { VerdictWords } from './verdict-words';

/** Predicates of necessity in a text, in order: as the lexicon has them, misspelled, and bare at the end of a sentence. */
export function findPredicates(text: string, words: VerdictWords): readonly Span[] {
  const known = words.of('conclusion.predicate');
  const bare = words.of('conclusion.bare-predicate').map(({ start, end }) => {
    const space = text.slice(start, end).search(/\s|$/);
    return { start, end: start + space };
  });
  return spansApart([...known, ...misspelled(text), ...bare]);
}

/** The words that a slip of the pen or a broken character makes these of: `medicaly neccesary`, `medically n�cessary`; not the noun. */
const [first, second] = ['medically', 'necessary'] as const;
const slips = /\bm[^\s.,;]{5,9}[ -]{1,2}(?:un)?n(?!ecessit)[^\s.,;]{6,11}/gi;

/** Two letters off at most in each word. */
function misspelled(text: string): readonly Span[] {
  return matchesIn(text, slips).flatMap(({ index, 0: words }) => {
    const [one = '', other = ''] = words.toLowerCase().split(/[ -]{1,2}/);
    const isMeant = editDistance(one, first, 2) <= 2 && editDistance(other.replace(/^un(?=n)/, ''), second, 2) <= 2;
    return isMeant ? [{ start: index, end: index + words.length }] : [];
  });
}

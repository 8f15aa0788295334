import type { Library } from '../library/types';
import type { WordRange } from './match-pattern';
import type { Word } from './sentence';

/** The last two items of a list that has no `and` between them. */
export interface OpenList {
  readonly before: WordRange;
  readonly last: WordRange;
}

const longestItem = 6;
const partsOfItems = new Set(['NOUN', 'ADJ', 'PROPN', 'DET', 'SYM']);

/**
 * Finds `ice, rest, braces.` in a sentence in full: at least three short items between commas, the last one behind a comma alone. A sentence
 * with a colon, semicolon, bracket or quotation mark is not read, because its commas may part other things.
 */
export function listsWithoutAnd(words: readonly Word[], { wordList }: Library): OpenList[] {
  if (!words.some(({ pos }) => pos === 'AUX' || pos === 'VERB') || words.some(({ text }) => /^[;:("“]$/.test(text)))
    return [];
  const ends = wordList('list-end');
  const inItems = wordList('list-item-word');
  const neverInItems = wordList('never-in-list-item');
  const belongs = ({ pos, lower }: Word): boolean => (partsOfItems.has(pos) || inItems.has(lower)) && !ends.has(lower);
  const isItem = ({ first, behind }: WordRange): boolean => {
    const item = words.slice(first, behind);
    if (item.length === 0 || item.length > longestItem || item.some(({ lower }) => neverInItems.has(lower)))
      return false;
    return (
      item.every((word) => belongs(word) || /ing$/.test(word.lower)) &&
      item.some(({ pos }) => pos === 'NOUN' || pos === 'PROPN')
    );
  };
  const commas = words.flatMap(({ text }, i) => (text === ',' ? [i] : []));
  return commas.slice(1).flatMap((comma, k): OpenList[] => {
    const before = { first: (commas[k] as number) + 1, behind: comma };
    const next = commas[k + 2] ?? words.length;
    let behind = comma + 1;
    while (behind < next && belongs(words[behind] as Word)) behind++;
    const last = { first: comma + 1, behind };
    const follower = words[last.behind];
    const isEnd =
      ends.has(follower?.text ?? '') || (follower?.text === ',' && words[last.behind + 1]?.lower === 'with');
    return isEnd && isItem(before) && isItem(last) ? [{ before, last }] : [];
  });
}

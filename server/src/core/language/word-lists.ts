import type { WordRange } from './match-pattern';
import type { Word } from './sentence';

/** The commas of a list that has no `and` before its last item: the last item, and the one before it. */
export interface OpenList {
  readonly before: WordRange;
  readonly last: WordRange;
}

const longestItem = 6;
const partsOfItems = new Set(['NOUN', 'ADJ', 'PROPN', 'DET', 'SYM']);
const wordsOfItems = new Set(['of', '-', 'rest', 'back', 'pain']);
const neverInItems = new Set(['a', 'an', 'both', 'not', 'such', 'that', 'this', 'other']);
const endsList = new Set(['.', 'with', 'without', 'is', 'was', 'were', 'are']);

/**
 * Finds `ice, rest, braces.` in a sentence in full: at least three short items between commas, the last one behind a comma alone. A sentence
 * with a colon, semicolon, bracket or quotation mark is not read, because its commas may part other things.
 */
export function listsWithoutAnd(words: readonly Word[]): OpenList[] {
  if (!words.some(({ pos }) => pos === 'AUX' || pos === 'VERB') || words.some(({ text }) => /^[;:("“]$/.test(text)))
    return [];
  const commas = words.flatMap(({ text }, i) => (text === ',' ? [i] : []));
  return commas.slice(1).flatMap((comma, k): OpenList[] => {
    const before = { first: (commas[k] as number) + 1, behind: comma };
    const next = commas[k + 2] ?? words.length;
    const last = { first: comma + 1, behind: endOfItem(words, comma + 1, next) };
    const follower = words[last.behind];
    const isEnd =
      endsList.has(follower?.text ?? '') || (follower?.text === ',' && words[last.behind + 1]?.lower === 'with');
    return isEnd && isItem(words, before) && isItem(words, last) ? [{ before, last }] : [];
  });
}

function endOfItem(words: readonly Word[], from: number, to: number): number {
  let at = from;
  while (at < to && belongs(words[at] as Word)) at++;
  return at;
}

function belongs({ pos, lower }: Word): boolean {
  return (partsOfItems.has(pos) || wordsOfItems.has(lower)) && !endsList.has(lower);
}

function isItem(words: readonly Word[], { first, behind }: WordRange): boolean {
  const item = words.slice(first, behind);
  if (item.length === 0 || item.length > longestItem || item.some(({ lower }) => neverInItems.has(lower))) return false;
  return (
    item.every((word) => belongs(word) || /ing$/.test(word.lower)) &&
    item.some(({ pos }) => pos === 'NOUN' || pos === 'PROPN')
  );
}

const shortestRepeat = 3;
const longestRepeat = 8;

/** Words that stand twice in a row, one comma between them at most: an item of a list, or at least three words with a noun. */
export function repeatedRuns(words: readonly Word[]): WordRange[] {
  const found: WordRange[] = [];
  for (let at = 1; at < words.length; at++) {
    const length = repeatedLength(words, at);
    if (length === 0) continue;
    found.push({ first: at, behind: at + length });
    at += length - 1;
  }
  return found;
}

/** How many words from `at` on stand just before it too; 0 where it is no repetition. */
function repeatedLength(words: readonly Word[], at: number): number {
  const isListed = words[at - 1]?.text === ',';
  for (let length = longestRepeat; length >= (isListed ? 2 : shortestRepeat); length--) {
    const start = at - length - (isListed ? 1 : 0);
    if (start < 0 || at + length > words.length) continue;
    if (!isRepeated(words, start, at, length)) continue;
    if (!words.slice(at, at + length).some(({ pos }) => pos === 'NOUN')) continue;
    const closes = words[at + length];
    if (isListed && (!opensItem(words[start - 1]) || (closes && closes.pos !== 'PUNCT' && closes.lower !== 'and')))
      continue;
    return length;
  }
  return 0;
}

/** So many words from `at` on are those from `start` on. */
function isRepeated(words: readonly Word[], start: number, at: number, length: number): boolean {
  for (let i = 0; i < length; i++) {
    const { lower, pos } = words[at + i] as Word;
    if (pos === 'PUNCT' || lower !== words[start + i]?.lower) return false;
  }
  return true;
}

function opensItem(word: Word | undefined): boolean {
  return !word || word.pos === 'PUNCT' || word.pos === 'VERB' || word.pos === 'ADP' || word.lower === 'and';
}

import type { WordRange } from './match-pattern';
import type { Word } from './sentence';

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

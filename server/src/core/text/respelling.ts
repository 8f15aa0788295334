import { editDistance } from './edit-distance';

/**
 * True where two texts differ in spelling only: in case, marks and spaces, and in a letter of a word of four or five, two of a
 * longer one. Shorter words and numbers are the same in both, so that no `not` comes from a `now`.
 */
export function isRespelling(printed: string, right: string): boolean {
  const [words, meant] = [wordsOf(printed), wordsOf(right)];
  if (words.join('') === meant.join('')) return true;
  return words.length === meant.length && words.every((word, i) => isSameWord(word, meant[i] ?? ''));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function isSameWord(word: string, meant: string): boolean {
  if (word === meant) return true;
  if (meant.length < 4 || /\p{N}/u.test(word + meant)) return false;
  const limit = meant.length < 6 ? 1 : 2;
  return editDistance(word, meant, limit) <= limit;
}

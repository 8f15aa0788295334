import type { Library } from '../library/types';

/** How the word behind an indefinite article begins when it is said. */
export type Onset = 'vowel' | 'consonant';

/**
 * Tells by its spelling how a word, number or abbreviation begins when it is said: `hour` and `MRI` with a vowel, `unit` and `TENS` with a
 * consonant. Undefined where people say it in two ways.
 */
export function onsetOf(word: string, library: Library): Onset | undefined {
  const lower = word.toLowerCase();
  if (/^\d/.test(word)) return onsetOfNumber(word);
  if (library.wordList('said-both-ways').has(lower)) return undefined;
  if (isSpelledOut(word))
    return library.wordList('said-as-word').has(lower) ? onsetOfWord(lower, library) : onsetOfLetter(word);
  return /^[a-z]/.test(lower) ? onsetOfWord(lower, library) : undefined;
}

/** Eight, eleven, eighteen and whatever begins with them. */
function onsetOfNumber(word: string): Onset {
  const digits = /^\d+/.exec(word)?.[0] ?? '';
  return digits.startsWith('8') || digits === '11' || digits === '18' ? 'vowel' : 'consonant';
}

/** `MRI`, `L5`, `x-ray`, `H-wave`: its first letter is said by its name. */
function isSpelledOut(word: string): boolean {
  return /^[A-Z]{2,6}s?(?![A-Za-z])/.test(word) || /^[A-Za-z](?:\d|-|$)/.test(word);
}

function onsetOfLetter(word: string): Onset {
  return /^[aefhilmnorsx]/i.test(word) ? 'vowel' : 'consonant';
}

function onsetOfWord(lower: string, library: Library): Onset | undefined {
  const begins = (list: string): boolean =>
    [...library.wordList(list)].some((beginning) => lower.startsWith(beginning));
  if (library.wordList('silent-h').has(lower)) return 'vowel';
  // "an historical", "an herb" are heard too.
  if (/^(?:hist|herb|hotel|habit)/.test(lower)) return undefined;
  if (!/^[aeiou]/.test(lower)) return 'consonant';
  return begins('consonant-sound') && !begins('vowel-sound-all-the-same') ? 'consonant' : 'vowel';
}

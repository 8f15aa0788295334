import { fact } from '../analysis/fact';
import { passages } from '../analysis/running-text';

/**
 * Words in lower case that this letter uses as names: all words of its header and of the section about the reviewer, and words that
 * have a capital inside a sentence.
 */
export const properNames = fact((ask): ReadonlySet<string> => {
  const { header } = ask.letter;
  const names = new Set<string>();
  for (const field of Object.values(header?.fields ?? {})) addWords(names, field.text, /[A-Za-z]{3,}/g);
  for (const { place, reading } of ask(passages)) {
    const isAboutReviewer = place === 'how-made' || place === 'qualifications';
    addWords(names, reading.text, isAboutReviewer ? /[A-Za-z]{3,}/g : /(?<=[a-z,;] )[A-Z][a-z]{2,}/g);
  }
  return names;
});

function addWords(names: Set<string>, text: string, pattern: RegExp): void {
  for (const [word] of text.matchAll(pattern)) names.add(word.toLowerCase());
}

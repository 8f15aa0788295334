import { fact, textFact } from '../analysis/fact';
import { passages } from '../analysis/running-text';

/**
 * Words in lower case that this letter uses as names: all words of its header and of the section about the reviewer, and words that
 * have a capital inside a sentence.
 */
export const properNames = fact((ask): ReadonlySet<string> => {
  const { header } = ask.letter;
  const names = new Set<string>();
  for (const field of Object.values(header?.fields ?? {})) for (const word of wordsOf(field.text)) names.add(word);
  for (const { place, reading } of ask(passages)) {
    const isAboutReviewer = place === 'how-made' || place === 'qualifications';
    for (const word of isAboutReviewer ? wordsOf(reading.text) : ask(capitalsIn, reading)) names.add(word);
  }
  return names;
});

const capitalsIn = textFact((text) => lowerOf(text, /(?<=[a-z,;] )[A-Z][a-z]{2,}/g));

function wordsOf(text: string): readonly string[] {
  return lowerOf(text, /[A-Za-z]{3,}/g);
}

function lowerOf(text: string, pattern: RegExp): readonly string[] {
  return [...new Set(Array.from(text.matchAll(pattern), ([word]) => word.toLowerCase()))];
}

import { textFact } from './fact';

/** The phrases of the library's packs in a text; of each use the longest from the left. */
export const phrasesIn = textFact((text, library) => library.matchPhrases(text));

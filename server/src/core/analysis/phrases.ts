import { tokensIn } from './concepts';
import { textFact } from './fact';

/** The phrases of the library's packs in a text; of each use the longest from the left. */
export const phrasesIn = textFact((_, library, of) => library.matchPhrases(of(tokensIn)));

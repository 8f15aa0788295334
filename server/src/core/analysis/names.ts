import { tokensIn } from './concepts';
import { textFact } from './fact';

/** The library's names in a text: the longest from the left, not overlapping. */
export const namesIn = textFact((_, library, of) => library.matchNames(of(tokensIn)));

import { findRepeatedWords } from '../text/repeated-words';
import { textFact } from './fact';

/** Words that a text says twice in a row. */
export const repeatedWordsIn = textFact((text) => findRepeatedWords(text));

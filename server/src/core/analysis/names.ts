import { textFact } from './fact';

/** The library's names in a text: the longest from the left, not overlapping. */
export const namesIn = textFact((text, library) => library.matchNames(text));

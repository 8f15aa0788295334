import { request } from './messages';
import type { PlainRange } from './places';

/** A finding as the server reported it: the version of its letter, and where in it. */
export interface FindingPlace {
  readonly uri: string;
  readonly version: number;
  readonly code: string;
  readonly range: PlainRange;
}

/** Request: add this finding to the suppressions. The answer is the file that was written; null where it is broken. */
export const ignoreHere = request<IgnoreHere, WrittenFile | null>('imr/ignoreHere');

export interface IgnoreHere extends FindingPlace {
  readonly reason: string;
}

/** Request: switch the rule off in the folder's configuration. The answer is as for `ignoreHere`. */
export const ignoreInFolder = request<FindingPlace, WrittenFile | null>('imr/ignoreInFolder');

/** A file that was written, and its text before (empty: there was none) and now. */
export interface WrittenFile {
  readonly uri: string;
  readonly before: string;
  readonly text: string;
}

/** Request: put a file back that was written. False where it has changed since, and stays. */
export const undoIgnoring = request<WrittenFile, boolean>('imr/undoIgnoring');

/** Request: add a word to those of the folder's configuration. The answer is as for `ignoreHere`. */
export const addWordInFolder = request<WordOfLetter, WrittenFile | null>('imr/addWordInFolder');

/** A word that is spelled right, and the letter that has it. */
export interface WordOfLetter {
  readonly uri: string;
  readonly word: string;
}

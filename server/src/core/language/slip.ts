import type { Word } from './sentence';

/** Something wrong with words of a sentence, and how to repair it where that is certain. */
export interface Slip {
  readonly first: Word;
  readonly last: Word;
  /** What is wrong: one or two short sentences. */
  readonly message: string;
  /** What to write instead of the words from one to another. */
  readonly fix?: { readonly first: Word; readonly last: Word; readonly text: string };
  /** Other readings of the sentence are possible. */
  readonly isDoubtful?: boolean;
}

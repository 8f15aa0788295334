import type { Voice } from '../analysis/sentence-voices';
import type { TextPlace } from '../model/prose';
import type { Reading } from '../text/reading';
import type { Span } from '../text/span';
import type { TaggedWord } from './tagger';

/** A word, number or mark. Offsets are UTF-16 units of the sentence's text, half-open; `spanOfWords` maps them to the letter. */
export interface Word extends TaggedWord {
  /** As printed. */
  readonly text: string;
  /** In lower case, with straight apostrophes. */
  readonly lower: string;
  /** White space stands before it, or it is the first. */
  readonly isApart: boolean;
}

/** How many words a rule looks back or ahead for the rest of a clause, so that a text without stops costs no more than any other. */
export const longestClause = 60;

/**
 * A sentence of a letter's running text. `span` is its place in the letter. `reading` is the sentence alone, on one line, so every fact about a
 * text can be asked of it: `ask(conceptsIn, sentence.reading)`, `ask(namesIn, sentence.reading)`.
 */
export interface Sentence {
  readonly span: Span;
  readonly reading: Reading;
  /** The text of `reading`. */
  readonly text: string;
  readonly words: readonly Word[];
  /** The section or field it is in. */
  readonly place: TextPlace;
  /** Whom it is about. A recital of a guideline is `guideline` or `patients-in-general`. */
  readonly voice: Voice;
  /** What stands in quotation marks, marks included, in offsets of `text`. Findings that touch it are dropped unless the rule `readsQuotations`. */
  readonly quotations: readonly Span[];
}

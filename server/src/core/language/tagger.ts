import type { Span } from '../text/span';

/** Universal parts of speech (https://universaldependencies.org/u/pos/). `AUX` includes every form of be, have and do, and the modals. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** A word, number or mark of a sentence, in offsets of the sentence's text. */
export interface TaggedWord extends Span {
  readonly pos: PartOfSpeech;
}

/**
 * Cuts a sentence into words and says what part of speech each is. A tagger guesses from the neighbors: the first word of a sentence is
 * often called a name, and rare verbs a noun. Marks are words of their own, contractions are two (`does` `n't`, `knee` `'s`), and a
 * unit is parted from its number (`10/325` `mg`). The words ascend and cover all but white space.
 */
export interface Tagger {
  tag(sentence: string): readonly TaggedWord[];
}

import type { Span } from '../text/span';

/** The concepts of the lexicon that measures are read with. */
export type MeasureConcept =
  | `measure.${'dose-behind' | 'therapy-word' | 'use-word'}`
  | `side.${'both' | 'left' | 'right'}`
  | `limb.${'both' | 'left' | 'right'}`
  | 'sided.not-a-side';

/** What a text says, by concept: spans ascend and do not overlap. */
export interface MeasureWords {
  of(concept: MeasureConcept): readonly Span[];
}

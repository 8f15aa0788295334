import { notification } from './messages';
import type { PlainRange } from './places';

/** Server to client, after each check of an open letter. */
export const letterChanged = notification<LetterState>('imr/letterChanged');

/** The id that stands for the form of a letter that is not checked, and the code of its one diagnostic. */
export const notChecked = 'not-checked';

export interface LetterState {
  readonly uri: string;
  readonly version: number;
  /** Id and title of the letter's form. */
  readonly form: { readonly id: string; readonly title: string };
  readonly blocks: readonly BlockState[];
  /** Errors and warnings in the whole letter. */
  readonly openPoints: number;
  /** Both counts in words: `4 decisions, 2 open points`. */
  readonly summary: string;
}

export interface BlockState {
  readonly item: string;
  readonly outcome: 'Upheld' | 'Overturned' | null;
  /** `complete`: nothing to do. `warnings`, `errors`: the worst problem in the block. */
  readonly state: 'complete' | 'warnings' | 'errors';
  readonly openPoints: number;
  readonly range: PlainRange;
  readonly heading: PlainRange;
  /** Empty where the outcome is missing. */
  readonly outcomeRange: PlainRange;
}

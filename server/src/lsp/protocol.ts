/** What client and server say to each other beyond LSP: method names and plain types, no import. Ranges are LSP ranges. */

export interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

export interface PlainRange {
  readonly start: PlainPosition;
  readonly end: PlainPosition;
}

/** Server to client, after each check of an open letter. */
export const letterChanged = 'imr/letterChanged';

export interface LetterState {
  readonly uri: string;
  readonly version: number;
  /** Id and title of the letter's form. */
  readonly form: { readonly id: string; readonly title: string };
  readonly blocks: readonly BlockState[];
  /** Errors and warnings in the whole letter. */
  readonly openPoints: number;
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

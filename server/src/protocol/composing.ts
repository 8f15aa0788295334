import { request } from './messages';
import type { PlainPosition } from './places';

/** Request, with an empty object for its parameters: the forms a new letter may have, the latest last. */
export const letterForms = request<object, LetterFormInfo[]>('imr/letterForms');

export interface LetterFormInfo {
  readonly id: string;
  readonly title: string;
}

/** Request: a whole letter to fill in, as `InsertText` for an empty document. */
export const newLetter = request<NewLetterParams, InsertText | null>('imr/newLetter');

export interface NewLetterParams {
  readonly form: string;
  /** Empty: a place to fill in. */
  readonly specialty: string;
  /** Of utilization review, `MM/DD/YYYY`. Empty: a place to fill in. */
  readonly reviewDate: string;
  readonly items: readonly NewItemParams[];
}

export interface NewItemParams {
  readonly item: string;
  /** Null: left open, to be chosen in the letter. */
  readonly outcome: 'Upheld' | 'Overturned' | null;
}

/** Request: one more decision block, behind the last one of an open letter. Null for a text that is no letter. */
export const newBlock = request<NewBlockParams, InsertText | null>('imr/newBlock');

export interface NewBlockParams extends NewItemParams {
  readonly uri: string;
}

/** Request: items that the summary names and no block decides, those denied first. */
export const undecidedItems = request<UndecidedItemsParams, UndecidedItemInfo[]>('imr/undecidedItems');

export interface UndecidedItemsParams {
  readonly uri: string;
}

export interface UndecidedItemInfo {
  readonly item: string;
  readonly kind: 'denied' | 'requested';
}

/** Text to insert: `snippet` with tab stops, `text` without. */
export interface InsertText {
  readonly position: PlainPosition;
  /** End of the text that it takes the place of; absent where it only goes in. */
  readonly end?: PlainPosition;
  readonly text: string;
  readonly snippet: string;
}

import type { InsertText } from './composing';
import { request } from './messages';
import type { PlainPosition } from './places';

/** Request: what the rationale of a block may still be given. Null where there is no such block. */
export const rationaleChoices = request<RationaleChoicesParams, RationaleChoices | null>('imr/rationaleChoices');

export interface RationaleChoicesParams {
  readonly uri: string;
  /** Index of the block, or a place in it. */
  readonly block: number | PlainPosition;
}

export interface RationaleChoices {
  /** Index of the block. */
  readonly block: number;
  readonly item: string;
  /** Of the heading. Null: nobody has decided, and what is inserted leaves it open. */
  readonly outcome: 'Upheld' | 'Overturned' | null;
  readonly choices: readonly RationaleChoiceInfo[];
}

export interface RationaleChoiceInfo {
  readonly id: string;
  readonly group: 'whole' | 'missing' | 'standing';
  readonly title: string;
  /** What would be written. */
  readonly text: string;
}

/** Request: the text of the choices, and where it belongs, as `InsertText`. Null where they have none. */
export const insertRationale = request<InsertRationaleParams, InsertText | null>('imr/insertRationale');

export interface InsertRationaleParams {
  readonly uri: string;
  readonly block: number;
  readonly choices: readonly string[];
}

import type { BlockState } from './letter-state';
import { request } from './messages';
import type { PlainRange } from './places';

/** Request: an open letter by its decisions, row by row, for a tree. Null for a text that is no letter. */
export const determination = request<DeterminationParams, Determination | null>('imr/determination');

export interface DeterminationParams {
  readonly uri: string;
}

export interface Determination {
  readonly version: number;
  /** What is open in the letter as a whole, where anything is, then each decision block. */
  readonly rows: readonly DeterminationRow[];
}

export interface DeterminationRow {
  /** Unique in the letter, and the same in its next version. */
  readonly id: string;
  readonly sign: DeterminationSign;
  readonly label: string;
  /** What stands behind the label, less loudly. */
  readonly detail: string;
  /** More, in plain words; lines. */
  readonly tooltip: string;
  /** The row as a screen reader says it, its icon included. */
  readonly spoken: string;
  /** Where it leads; empty where something is missing. */
  readonly range: PlainRange;
  /** Index of the block it belongs to. */
  readonly block?: number;
  readonly children: readonly DeterminationRow[];
}

/** `criterion-only`: only a sentence about a guideline speaks of it. `not-asked`: does not apply, or is optional and absent. */
export type ElementTick = 'stated' | 'criterion-only' | 'open' | 'missing' | 'not-asked';

/** What kind of row it is, and what its icon tells. `element`: the id of an element, which is that of its sentence in `imr/rationaleChoices`. */
export type DeterminationSign =
  | { readonly kind: 'letter' | 'rationale' }
  | { readonly kind: 'block'; readonly outcome: BlockState['outcome']; readonly state: BlockState['state'] }
  | { readonly kind: 'element'; readonly element: string; readonly state: ElementTick }
  | {
      readonly kind: 'problem';
      readonly severity: 'error' | 'warning' | 'information' | 'hint';
      readonly isFixable: boolean;
    };

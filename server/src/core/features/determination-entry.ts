import type { Outcome } from '../model/letter';
import type { Severity } from '../problem/severity';
import type { Span } from '../text/span';
import type { BlockState } from './block-state';

/** `not-asked`: does not apply in this decision, or is optional and absent. */
export type ElementTick = 'stated' | 'criterion-only' | 'open' | 'missing' | 'not-asked';

/** What kind of row it is, and what its icon tells. */
export type DeterminationSign =
  | { readonly kind: 'letter' | 'rationale' }
  | { readonly kind: 'block'; readonly outcome: Outcome | null; readonly state: BlockState }
  /** `element`: its id. */
  | { readonly kind: 'element'; readonly element: string; readonly state: ElementTick }
  | { readonly kind: 'problem'; readonly severity: Severity; readonly isFixable: boolean };

/** A row of the letter seen by its decisions, in words; the sign says nothing that the words do not say. */
export interface DeterminationEntry {
  /** Unique in the letter, and the same in its next version. */
  readonly id: string;
  readonly sign: DeterminationSign;
  readonly label: string;
  /** What stands behind the label, less loudly. */
  readonly detail: string;
  /** More, in plain words; lines. */
  readonly tooltip: string;
  /** The row as a screen reader says it. */
  readonly spoken: string;
  /** Where it leads; empty where something is missing. */
  readonly span: Span;
  /** Index of the block it belongs to. */
  readonly block?: number;
  readonly children: readonly DeterminationEntry[];
}

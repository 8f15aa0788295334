import type { Span } from '../text/span';
import type { Fix } from './fix';
import type { Severity } from './severity';

export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

/** What a check yields. The engine adds the rule, the severity, and in a block the item. */
export interface Finding {
  /** Place of the problem. Empty if something is missing. */
  readonly span: Span;
  /** What is wrong and, if it is not obvious, what to do: one or two whole sentences that do not repeat the item. */
  readonly message: string;
  /** Why it matters, with its source, and how to repair it: one or two sentences. Shown on demand, never in a list of problems. */
  readonly help?: string;
  readonly related?: readonly RelatedPlace[];
  /** Identifies the finding for suppressions and baselines if `span` does not. A rule whose spans change keeps the former span here. */
  readonly anchor?: Span;
  /** The preferred fix first. A function delays the work until somebody asks for the fixes. */
  readonly fixes?: Fixes | (() => Fixes | undefined);
  /** Lowers the severity of this finding because it is less certain. */
  readonly atMost?: Severity;
  /** A word that no dictionary has and that a person may add to one. */
  readonly unknownWord?: string;
}

type Fixes = readonly Fix[];

/** A finding and its rule. */
export interface Problem extends Omit<Finding, 'fixes'> {
  readonly fixes?: Fixes;
  readonly code: string;
  readonly rule: string;
  readonly severity: Severity;
  /** Index of the decision block it is about, and its item as printed. */
  readonly block?: number;
  readonly item?: string;
  /** True for a finding about something not written yet. It waits while its block is being written. */
  readonly isAboutUnfinished?: true;
}

import type { Span } from '../text/span';
import type { Fix } from './fix';
import type { Severity } from './severity';

export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

/** What a check yields. The engine adds the rule, the severity and, in a block, the item. */
export interface Finding {
  /** Where the problem is; empty where something is missing. */
  readonly span: Span;
  /** What is wrong and, where it is not obvious, what to do: a whole sentence or two that do not repeat the item. */
  readonly message: string;
  /** Why it matters here, with its source, and how to repair it: one or two sentences. Shown on demand, never in a list of problems. */
  readonly help?: string;
  readonly related?: readonly RelatedPlace[];
  /** What suppressions and baselines know the finding by, where that is not `span`. A rule whose span changes keeps the old one here. */
  readonly anchor?: Span;
  /** The preferred one first; a function where they take work, which is done when somebody asks for them. */
  readonly fixes?: Fixes | (() => Fixes | undefined);
  /** Lowers the rule's severity for this finding: what is less certain is said less loudly. */
  readonly atMost?: Severity;
  /** The word that no dictionary has, as a person may add it to one: then it is no finding. */
  readonly unknownWord?: string;
}

type Fixes = readonly Fix[];

/** A finding with the rule it comes from. */
export interface Problem extends Omit<Finding, 'fixes'> {
  readonly fixes?: Fixes;
  readonly code: string;
  readonly rule: string;
  readonly severity: Severity;
  /** Index of the decision block it is about, and its item as printed. */
  readonly block?: number;
  readonly item?: string;
  /** About something not written yet: held back in the block that is being written. */
  readonly isAboutUnfinished?: true;
}

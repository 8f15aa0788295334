import type { Finding, Severity } from './rule';

/** A finding with the rule it comes from. */
export interface Problem extends Finding {
  readonly code: string;
  readonly rule: string;
  readonly severity: Severity;
  /** Index of the decision block it is about, and its item as printed. */
  readonly block?: number;
  readonly item?: string;
  /** Held back in the block that is being edited. */
  readonly isAboutUnfinished?: true;
}

import type { Ask } from '../analysis/fact';
import type { Rule } from '../rules/rule';
import type { KnownFinding, Stretch } from './known-findings';

/** Findings of rules in one part of the letter, kept with its text for the next version. */
export interface Shelf extends Stretch {
  readonly findings: Map<Rule, readonly KnownFinding[]>;
}

interface Kept {
  readonly basis: readonly unknown[];
  readonly findings: Shelf['findings'];
}

/**
 * Returns the shelf of one kind for a part. It is the one of an earlier version if the text and every part of `basis`, compared by
 * identity, are the same; otherwise it is empty.
 */
export function shelfFor(
  notes: ReturnType<Ask['notesOn']>,
  kind: object,
  { start, end, text }: Stretch,
  basis: readonly unknown[],
): Shelf {
  let kept = notes.get(kind) as Kept | undefined;
  if (!kept?.basis.every((part, i) => part === basis[i])) {
    kept = { basis, findings: new Map() };
    notes.set(kind, kept);
  }
  return { start, end, text, findings: kept.findings };
}

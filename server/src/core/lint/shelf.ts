import type { Ask } from '../analysis/fact';
import type { Rule } from '../rules/rule';
import type { KnownFinding, Stretch } from './known-findings';

/** What rules found in a stretch of the letter, kept with its text for the next version. */
export interface Shelf extends Stretch {
  readonly findings: Map<Rule, readonly KnownFinding[]>;
}

interface Kept {
  readonly basis: readonly unknown[];
  readonly findings: Shelf['findings'];
}

/**
 * The shelf of one kind for a stretch, among the notes on its text: that of an earlier version of the letter where the text is the same and so is all else that
 * findings of this kind depend on, `basis`, compared by identity, part by part; else an empty one.
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

import type { LetterAnalysis } from '../analysis/analysis';
import type { LedgerElement } from '../analysis/ledger';
import type { DecisionBlock } from '../model/letter';

/** The elements that a block's rationale is asked for, told by whether they are there. */
export interface AskedElements {
  readonly present: readonly LedgerElement[];
  readonly missing: readonly LedgerElement[];
}

/** Required and expected elements that apply; an optional one is asked of nobody. */
export function elementsAsked(analysis: LetterAnalysis, block: DecisionBlock): AskedElements {
  const asked = analysis.ledgerOf(block).elements.filter(({ level }) => level !== 'optional');
  return {
    present: asked.filter(({ state }) => state === 'present'),
    missing: asked.filter(({ state }) => state === 'missing'),
  };
}

/** `5 of 6 elements`; empty where none is asked for. */
export function countElements({ present, missing }: AskedElements): string {
  const count = present.length + missing.length;
  return count === 0 ? '' : `${present.length} of ${count} element${count === 1 ? '' : 's'}`;
}

import { composeRationale } from '../analysis/compose';
import type { Ask } from '../analysis/fact';
import { isLacking, ledgerOf } from '../analysis/ledger';
import type { DecisionBlock } from '../model/letter';
import type { Fix } from '../problem/fix';
import { addToRationale } from '../problem/rationale-edits';

/**
 * Returns one fix for everything that a block's ledger lacks, if that is more than the element `known`, which has its own fix.
 * Otherwise empty.
 */
export function allThatIsMissing(ask: Ask, block: DecisionBlock, title: string, known: string): Fix[] {
  const outcome = block.heading.outcome.value;
  const { class: rationaleClass, elements } = ask(ledgerOf, block);
  const others = elements.filter(
    (element) => isLacking(element) && element.level !== 'optional' && element.id !== known,
  );
  if (!rationaleClass || others.length === 0) return [];
  return [
    {
      title,
      kind: 'review',
      isLazy: true,
      get edits() {
        return [addToRationale(ask, block, composeRationale(ask, block, outcome))];
      },
    },
  ];
}

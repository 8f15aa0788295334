import { composeRationale } from '../analysis/compose';
import type { Ask } from '../analysis/fact';
import { isLacking, ledgerOf } from '../analysis/ledger';
import type { DecisionBlock } from '../model/letter';
import type { Fix } from '../problem/fix';
import { addToRationale } from '../problem/rationale-edits';

/**
 * One fix for all that a block's ledger misses, where that is more than the element `known`, which has a fix of its own.
 * Empty otherwise.
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

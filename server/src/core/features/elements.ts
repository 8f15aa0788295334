import type { Ask } from '../analysis/fact';
import { type LedgerElement, ledgerOf } from '../analysis/ledger';
import type { Library } from '../library/types';
import type { DecisionBlock } from '../model/letter';
import { shorten } from '../text/shorten';
import { counted } from './facts/words';

/** The elements that a block's rationale is asked for, by state. */
export interface AskedElements {
  readonly present: readonly LedgerElement[];
  /** Still an open place or choice. */
  readonly open: readonly LedgerElement[];
  readonly missing: readonly LedgerElement[];
}

/** Required and expected elements that apply; an optional one is asked of nobody. */
export function elementsAsked(ask: Ask, block: DecisionBlock): AskedElements {
  const asked = ask(ledgerOf, block).elements.filter(isAsked);
  return {
    present: asked.filter(({ state }) => state === 'present'),
    open: asked.filter(({ state }) => state === 'open'),
    missing: asked.filter(({ state }) => state === 'missing'),
  };
}

export function isAsked({ level, state }: LedgerElement): boolean {
  return level !== 'optional' && state !== 'not-applicable';
}

/** `5 of 6 elements`, `2 of 6 elements, 3 open`; empty where none is asked for. */
export function countElements({ present, open, missing }: Record<keyof AskedElements, readonly unknown[]>): string {
  const count = present.length + open.length + missing.length;
  if (count === 0) return '';
  return `${present.length} of ${counted(count, 'element')}${open.length > 0 ? `, ${open.length} open` : ''}`;
}

/** A few words for an element, as the list of its sentences names it; of one without a sentence the beginning of what it asks for. */
export function elementTitle(library: Library, { id, mustSay }: LedgerElement): string {
  return library.template(id)?.title ?? shorten(mustSay.replace(/\.$/, ''), 60);
}

/** `present`, `open`, `missing`, `not asked for here`; of what is optional `optional, present` or no more than `optional`. */
export function elementStateInWords({ state, level }: LedgerElement): string {
  if (state === 'not-applicable') return 'not asked for here';
  if (level !== 'optional') return state;
  return state === 'missing' ? level : `${level}, ${state}`;
}

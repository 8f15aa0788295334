import type { Ask } from '../analysis/fact';
import { type ElementState, type LedgerElement, ledgerOf } from '../analysis/ledger';
import type { Library } from '../library/types';
import type { DecisionBlock } from '../model/letter';
import { printedText } from '../text/reading';
import { shorten } from '../text/shorten';
import { counted } from './facts/words';

/** The elements that a block's rationale is asked for, by state. */
export interface AskedElements {
  /** Stated for this patient. */
  readonly stated: readonly LedgerElement[];
  /** Only a sentence about a guideline or patients in general speaks of it. */
  readonly criterionOnly: readonly LedgerElement[];
  /** Still an open place or choice. */
  readonly open: readonly LedgerElement[];
  readonly missing: readonly LedgerElement[];
}

/** Required and expected elements that apply; an optional one is asked of nobody. */
export function elementsAsked(ask: Ask, block: DecisionBlock): AskedElements {
  const asked = ask(ledgerOf, block).elements.filter(isAsked);
  const inState = (wanted: ElementState): readonly LedgerElement[] => asked.filter(({ state }) => state === wanted);
  return {
    stated: inState('stated'),
    criterionOnly: inState('criterion-only'),
    open: inState('open'),
    missing: inState('missing'),
  };
}

/**
 * The block in `settled`, an earlier version of the letter in which nobody was within a sentence, for asking about its elements; where
 * that has no such block, the block as it is.
 */
export function settledBlock(ask: Ask, settled: Ask, block: DecisionBlock): readonly [Ask, DecisionBlock] {
  const before = settled.letter.blocks[block.index];
  return before && before.heading.item.text === block.heading.item.text ? [settled, before] : [ask, block];
}

export function isAsked({ level, state }: LedgerElement): boolean {
  return level !== 'optional' && state !== 'not-applicable';
}

/** `5 of 6 elements`, `2 of 6 elements, 3 open`, `2 of 6 elements, 1 criterion only`; empty where none is asked for. */
export function countElements(asked: Record<keyof AskedElements, readonly unknown[]>): string {
  const { stated, criterionOnly, open, missing } = asked;
  const count = stated.length + criterionOnly.length + open.length + missing.length;
  if (count === 0) return '';
  const parts = [
    `${stated.length} of ${counted(count, 'element')}`,
    ...(open.length > 0 ? [`${open.length} open`] : []),
    ...(criterionOnly.length > 0 ? [`${criterionOnly.length} criterion only`] : []),
  ];
  return parts.join(', ');
}

/** A few words for an element, as the list of its sentences names it; of one without a sentence the beginning of what it asks for. */
export function elementTitle(library: Library, { id, mustSay }: LedgerElement): string {
  return library.template(id)?.title ?? shorten(mustSay.replace(/\.$/, ''), 60);
}

const statesInWords: Readonly<Record<ElementState, string>> = {
  stated: 'stated for this patient',
  'criterion-only': 'criterion only',
  open: 'open',
  missing: 'missing',
  'not-applicable': 'not asked for here',
};

/** `stated for this patient`, `criterion only`, `missing`; of what is optional `optional, open` or no more than `optional`. */
export function elementStateInWords({ state, level }: LedgerElement): string {
  if (state === 'not-applicable' || level !== 'optional') return statesInWords[state];
  return state === 'missing' ? level : `${level}, ${statesInWords[state]}`;
}

/** The sentence that shows an element's state, as one line; empty where nothing speaks of it. */
export function sentenceOf({ letter }: Ask, { sentence }: LedgerElement): string {
  return sentence ? printedText(letter.source, sentence).replace(/\s+/g, ' ') : '';
}

import type { ElementEntry, ElementLevel, RationaleClassEntry } from '../library/entries';
import type { DecisionBlock } from '../model/letter';
import { toReadingOffset, toSourceSpan } from '../text/reading';
import { emptySpan, type Span, spanAround } from '../text/span';
import { isAncillary } from './ancillary';
import { isDue } from './element-conditions';
import { evidenceOf } from './element-evidence';
import { type Ask, fact } from './fact';
import { sentencesIn } from './sentences';
import { subjectOf } from './subjects';

/**
 * `stated`: a sentence about this case addresses it, or says expressly that it is absent. `criterion-only`: only a sentence about a
 * guideline or patients in general does. `open`: only an open place or choice does. `not-applicable`: not due in this decision.
 */
export type ElementState = 'stated' | 'criterion-only' | 'open' | 'missing' | 'not-applicable';

/** What a rationale must address, and whether this one does. */
export interface LedgerElement {
  readonly id: string;
  readonly level: ElementLevel;
  readonly mustSay: string;
  readonly state: ElementState;
  /** The source span of the words that show the state; absent where nothing speaks of the element. */
  readonly span?: Span;
  /** The source span of the sentence with those words. */
  readonly sentence?: Span;
  /** True for an element of every rationale, false for one of the item's class. */
  readonly isCommon: boolean;
}

/** Due, and no sentence about this case addresses it, nor is one begun. */
export function isLacking({ state }: Pick<LedgerElement, 'state'>): boolean {
  return state === 'missing' || state === 'criterion-only';
}

/** The element ledger of a block: of the item's class where it has one, then of every rationale. */
export interface Ledger {
  readonly class: RationaleClassEntry | undefined;
  readonly elements: readonly LedgerElement[];
}

/** Cues show that an element is addressed, not that it is right. The rationale of an ancillary item owes its conclusion only. */
export const ledgerOf = fact((ask, block: DecisionBlock): Ledger => {
  const { library } = ask;
  const { class: rationaleClass } = ask(subjectOf, block);
  const state = (element: ElementEntry, isCommon: boolean): LedgerElement => ({
    id: element.id,
    level: element.level,
    mustSay: element.mustSay,
    isCommon,
    ...stateOf(ask, block, element),
  });
  return {
    class: rationaleClass,
    elements: [
      ...(rationaleClass?.elements ?? []).map((element) => state(element, false)),
      ...library.commonElements.map((element) => state(element, true)),
    ],
  };
});

type State = Pick<LedgerElement, 'state' | 'span' | 'sentence'>;

function stateOf(ask: Ask, block: DecisionBlock, element: ElementEntry): State {
  const owesConclusionOnly = ask(isAncillary, block) && element.id !== 'conclusion';
  if (owesConclusionOnly || !isDue(ask, block, element)) return { state: 'not-applicable' };
  const { stated, recited, open } = evidenceOf(ask, block, element);
  const shown = stated ?? (element.recitalIsEnough ? recited : undefined);
  if (shown) return withSentence(ask, block, 'stated', shown);
  if (open) return withSentence(ask, block, 'open', open);
  return recited ? withSentence(ask, block, 'criterion-only', recited) : { state: 'missing' };
}

function withSentence(ask: Ask, { fields }: DecisionBlock, state: ElementState, span: Span): State {
  const { body } = fields.rationale;
  const at = emptySpan(toReadingOffset(body, span.start));
  const sentence = spanAround(ask(sentencesIn, body), at);
  return { state, span, sentence: sentence ? toSourceSpan(body, sentence) : span };
}

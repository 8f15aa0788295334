import type {
  ConditionEntry,
  ConditionFacets,
  ElementEntry,
  ElementLevel,
  RationaleClassEntry,
} from '../library/entries';
import type { DecisionBlock } from '../model/letter';
import { type Reading, toSourceSpan } from '../text/reading';
import { type Span, spanAround } from '../text/span';
import { isAncillary } from './ancillary';
import { caseSummary } from './case-summary';
import { conclusionOf, openConclusionOf } from './conclusions';
import { cuesIn, openCuesIn } from './cue-index';
import { type Ask, fact } from './fact';
import { mentionsIn } from './item-mentions';
import { openSentencesIn } from './open-texts';
import { subjectOf } from './subjects';

/** `open`: only an open place or choice speaks of it. */
export type ElementState = 'present' | 'open' | 'missing' | 'not-applicable';

/** What a rationale must address, and whether this one does. */
export interface LedgerElement {
  readonly id: string;
  readonly level: ElementLevel;
  readonly mustSay: string;
  readonly state: ElementState;
  /** Where it is present or open: the source span of the words that show it. */
  readonly span?: Span;
  /** True for an element of every rationale, false for one of the item's class. */
  readonly isCommon: boolean;
}

/** The element ledger of a block: of the item's class where it has one, then of every rationale. */
export interface Ledger {
  readonly class: RationaleClassEntry | undefined;
  readonly elements: readonly LedgerElement[];
}

/** Cues show that an element is touched, not that it is right. The rationale of an ancillary item owes its conclusion only. */
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

type State = Pick<LedgerElement, 'state' | 'span'>;

function stateOf(ask: Ask, block: DecisionBlock, element: ElementEntry): State {
  const { body } = block.fields.rationale;
  if (element.id === 'conclusion') return asState(ask(conclusionOf, block)?.phrase, ask(openConclusionOf, block));
  if (ask(isAncillary, block) || !applies(ask, block, element)) return { state: 'not-applicable' };
  const names = element.id === 'item-named' ? ask(mentionsIn, block, body) : [];
  const unsettled = ask(openSentencesIn, body);
  const isOpen = (place: Span): boolean => spanAround(unsettled, place) !== undefined;
  const first = (cues: ReadonlyMap<string, Span>, named: readonly Span[]): Span | undefined => {
    const places = [...(element.cues ?? []).flatMap((cue) => cues.get(cue) ?? []), ...named];
    const place = places.sort((a, b) => a.start - b.start)[0];
    return place && toSourceSpan(body, place);
  };
  const stated = names.filter((name) => !isOpen(name));
  return asState(first(ask(cuesIn, body), stated), first(ask(openCuesIn, body), names.filter(isOpen)));
}

function asState(stated: Span | undefined, open: Span | undefined): State {
  if (stated) return { state: 'present', span: stated };
  return open ? { state: 'open', span: open } : { state: 'missing' };
}

function applies(ask: Ask, block: DecisionBlock, element: ElementEntry): boolean {
  if (element.appliesWhen === undefined) return true;
  const condition = ask.library.condition(element.appliesWhen);
  return condition !== undefined && conditionHolds(ask, block, condition);
}

/** All facets, and one of `either` where that is given. */
export function conditionHolds(ask: Ask, block: DecisionBlock, condition: ConditionEntry): boolean {
  const holds = (facets: ConditionFacets): boolean => facetsHold(ask, block, facets);
  return holds(condition) && (condition.either === undefined || condition.either.some(holds));
}

function facetsHold(ask: Ask, block: DecisionBlock, facets: ConditionFacets): boolean {
  const { drugs, bodyParts } = ask(subjectOf, block);
  const shares = (wanted: readonly string[] | undefined, have: () => readonly string[]): boolean =>
    wanted === undefined || have().some((id) => wanted.includes(id));
  const says = (cues: readonly string[] | undefined, readings: () => readonly Reading[]): boolean =>
    cues === undefined || readings().some((reading) => cues.some((cue) => ask(cuesIn, reading).has(cue)));
  return (
    (facets.outcome === undefined || block.heading.outcome.value === facets.outcome) &&
    (facets.citation === undefined || citesOutsideOnly(block)) &&
    (facets.weaningCaution === undefined || drugs.some((drug) => drug.weaningCaution === facets.weaningCaution)) &&
    shares(facets.drugs, () => drugs.map(({ id }) => id)) &&
    shares(facets.drugClasses, () => drugs.flatMap((drug) => ask.library.classesOf(drug).map(({ id }) => id))) &&
    shares(facets.bodyParts, () => bodyParts.map(({ id }) => id)) &&
    says(facets.itemCues, () => [block.heading.item.reading]) &&
    says(facets.recordCues, () => recordOf(ask, block))
  );
}

/** The reviewer relies on sources outside the MTUS alone. */
function citesOutsideOnly({ fields }: DecisionBlock): boolean {
  const kinds = fields.reviewerGuideline.statements.map(({ kind }) => kind);
  return kinds.includes('non-mtus') && !kinds.includes('mtus');
}

function recordOf(ask: Ask, { heading, fields }: DecisionBlock): Reading[] {
  const summary = ask(caseSummary);
  return [...(summary ? [summary.prose] : []), heading.item.reading, fields.rationale.body];
}

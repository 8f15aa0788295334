import type {
  ConditionEntry,
  ConditionFacets,
  ElementEntry,
  ElementLevel,
  RationaleClassEntry,
} from '../library/entries';
import type { Library } from '../library/types';
import type { DecisionBlock } from '../model/letter';
import { type Reading, toSourceSpan } from '../text/reading';
import type { Span } from '../text/span';
import type { LetterAnalysis } from './analysis';
import { type CueIndex, createCueIndex } from './cues';

export type ElementState = 'present' | 'missing' | 'not-applicable';

/** What a rationale must address, and whether this one does. */
export interface LedgerElement {
  readonly id: string;
  readonly level: ElementLevel;
  readonly mustSay: string;
  readonly state: ElementState;
  /** Where it is present: the source span of the words that show it. */
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
export function ledgerOf(analysis: LetterAnalysis, block: DecisionBlock): Ledger {
  const { library } = analysis;
  const { class: rationaleClass } = analysis.subjectOf(block);
  const state = (element: ElementEntry, isCommon: boolean): LedgerElement => ({
    id: element.id,
    level: element.level,
    mustSay: element.mustSay,
    isCommon,
    ...stateOf(analysis, block, element),
  });
  return {
    class: rationaleClass,
    elements: [
      ...(rationaleClass?.elements ?? []).map((element) => state(element, false)),
      ...library.commonElements.map((element) => state(element, true)),
    ],
  };
}

type State = Pick<LedgerElement, 'state' | 'span'>;

function stateOf(analysis: LetterAnalysis, block: DecisionBlock, element: ElementEntry): State {
  if (element.id === 'conclusion') return asState(block.conclusion?.phrase);
  if (analysis.isAncillary(block) || !applies(analysis, block, element)) return { state: 'not-applicable' };
  const { body } = block.fields.rationale;
  const cues = analysis.cuesIn(body);
  const places = element.cues.flatMap((cue) => cues.get(cue) ?? []);
  if (element.id === 'item-named') places.push(...analysis.mentionsIn(block, body));
  const first = places.sort((a, b) => a.start - b.start)[0];
  return asState(first && toSourceSpan(body, first));
}

function asState(span: Span | undefined): State {
  return span ? { state: 'present', span } : { state: 'missing' };
}

function applies(analysis: LetterAnalysis, block: DecisionBlock, element: ElementEntry): boolean {
  if (element.appliesWhen === undefined) return true;
  const condition = analysis.library.condition(element.appliesWhen);
  return condition !== undefined && conditionHolds(analysis, block, condition);
}

/** All facets, and one of `either` where that is given. */
export function conditionHolds(analysis: LetterAnalysis, block: DecisionBlock, condition: ConditionEntry): boolean {
  const holds = (facets: ConditionFacets): boolean => facetsHold(analysis, block, facets);
  return holds(condition) && (condition.either === undefined || condition.either.some(holds));
}

function facetsHold(analysis: LetterAnalysis, block: DecisionBlock, facets: ConditionFacets): boolean {
  const { drugs, bodyParts } = analysis.subjectOf(block);
  const shares = (wanted: readonly string[] | undefined, have: () => readonly string[]): boolean =>
    wanted === undefined || have().some((id) => wanted.includes(id));
  const says = (cues: readonly string[] | undefined, readings: () => readonly Reading[]): boolean =>
    cues === undefined || readings().some((reading) => cues.some((cue) => analysis.cuesIn(reading).has(cue)));
  return (
    (facets.outcome === undefined || block.heading.outcome.value === facets.outcome) &&
    (facets.citation === undefined || citesOutsideOnly(block)) &&
    (facets.weaningCaution === undefined || drugs.some((drug) => drug.weaningCaution === facets.weaningCaution)) &&
    shares(facets.drugs, () => drugs.map(({ id }) => id)) &&
    shares(facets.drugClasses, () => drugs.flatMap((drug) => analysis.library.classesOf(drug).map(({ id }) => id))) &&
    shares(facets.bodyParts, () => bodyParts.map(({ id }) => id)) &&
    says(facets.itemCues, () => [block.heading.item.reading]) &&
    says(facets.recordCues, () => recordOf(analysis, block))
  );
}

/** The reviewer relies on sources outside the MTUS alone. */
function citesOutsideOnly({ fields }: DecisionBlock): boolean {
  const kinds = fields.reviewerGuideline.statements.map(({ kind }) => kind);
  return kinds.includes('non-mtus') && !kinds.includes('mtus');
}

function recordOf({ summary }: LetterAnalysis, { heading, fields }: DecisionBlock): Reading[] {
  return [...(summary ? [summary.prose] : []), heading.item.reading, fields.rationale.body];
}

const indexes = new WeakMap<Library, CueIndex>();

/** The cues of all elements and conditions of a library; built on first use and kept as long as the library. */
export function cueIndexOf(library: Library): CueIndex {
  let index = indexes.get(library);
  if (!index) {
    index = createCueIndex(allCues(library));
    indexes.set(library, index);
  }
  return index;
}

function* allCues({ classes, commonElements, condition }: Library): Generator<string> {
  for (const element of [...commonElements, ...classes.flatMap(({ elements }) => elements)]) {
    yield* element.cues;
    const narrowing = element.appliesWhen === undefined ? undefined : condition(element.appliesWhen);
    for (const facets of narrowing ? [narrowing, ...(narrowing.either ?? [])] : []) {
      yield* facets.itemCues ?? [];
      yield* facets.recordCues ?? [];
    }
  }
}

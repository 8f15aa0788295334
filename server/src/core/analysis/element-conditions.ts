import type { ConditionEntry, ConditionFacets, ElementEntry } from '../library/entries';
import type { DecisionBlock } from '../model/letter';
import type { Reading } from '../text/reading';
import { hasWithin, spanAround } from '../text/span';
import { caseSummary } from './case-summary';
import { conceptsIn } from './concepts';
import { cuePlacesIn, saidIn } from './cue-index';
import type { Ask } from './fact';
import { mentionsIn } from './item-mentions';
import { sentencesIn } from './sentences';
import { subjectOf } from './subjects';

/** Whether a block's rationale owes the element: for its outcome, and under its condition. Without an outcome yet, either counts. */
export function isDue(ask: Ask, block: DecisionBlock, { outcome, appliesWhen }: ElementEntry): boolean {
  const { value } = block.heading.outcome;
  if (outcome !== undefined && value !== null && value !== outcome) return false;
  if (appliesWhen === undefined) return true;
  const condition = ask.library.condition(appliesWhen);
  return condition !== undefined && conditionHolds(ask, block, condition);
}

function conditionHolds(ask: Ask, block: DecisionBlock, condition: ConditionEntry): boolean {
  const holds = (facets: ConditionFacets): boolean => facetsHold(ask, block, facets);
  return holds(condition) && (condition.either?.some(holds) ?? true) && !condition.unless?.some(holds);
}

function facetsHold(ask: Ask, block: DecisionBlock, facets: ConditionFacets): boolean {
  const { drugs, bodyParts, class: rationaleClass } = ask(subjectOf, block);
  const shares = (wanted: readonly string[] | undefined, have: () => readonly string[]): boolean =>
    wanted === undefined || have().some((id) => wanted.includes(id));
  const says = (wanted: readonly string[] | undefined, have: () => Says): boolean =>
    wanted === undefined || wanted.some(have());
  return (
    (facets.outcome === undefined || block.heading.outcome.value === facets.outcome) &&
    (facets.citation === undefined || citesOutsideOnly(block)) &&
    (facets.weaningCaution === undefined || drugs.some((drug) => drug.weaningCaution === facets.weaningCaution)) &&
    shares(facets.classes, () => (rationaleClass ? [rationaleClass.id] : [])) &&
    shares(facets.drugs, () => drugs.map(({ id }) => id)) &&
    shares(facets.drugClasses, () => drugs.flatMap((drug) => ask.library.classesOf(drug).map(({ id }) => id))) &&
    shares(facets.bodyParts, () => bodyParts.map(({ id }) => id)) &&
    says(facets.itemCues, () => saidInHeading(ask, block)) &&
    says(facets.useCues, () => saidOfItem(ask, block)) &&
    says(facets.recordCues, () => saidOfCase(ask, block))
  );
}

/** The reviewer relies on sources outside the MTUS alone. */
function citesOutsideOnly({ fields }: DecisionBlock): boolean {
  const kinds = fields.reviewerGuideline.statements.map(({ kind }) => kind);
  return kinds.includes('non-mtus') && !kinds.includes('mtus');
}

type Says = (cue: string) => boolean;

function saidInHeading(ask: Ask, { heading }: DecisionBlock): Says {
  const placeOf = ask(saidIn, heading.item.reading);
  return (cue) => placeOf(cue) !== undefined;
}

/** In the heading, or in what the rationale tells of this case. */
function saidInBlock(ask: Ask, block: DecisionBlock): Says {
  const inRationale = ask(cuePlacesIn, block.fields.rationale.body);
  const inHeading = saidInHeading(ask, block);
  return (cue) => inRationale(cue).told !== undefined || inHeading(cue);
}

/** In the block, or anywhere in the summary. */
function saidOfCase(ask: Ask, block: DecisionBlock): Says {
  const inBlock = saidInBlock(ask, block);
  const summary = ask(caseSummary)?.prose;
  if (!summary) return inBlock;
  const inSummary = ask(saidIn, summary);
  return (cue) => inBlock(cue) || inSummary(cue) !== undefined;
}

/** In the block, or in a sentence of the summary that names the item. */
function saidOfItem(ask: Ask, block: DecisionBlock): Says {
  const inBlock = saidInBlock(ask, block);
  const summary = ask(caseSummary)?.prose;
  return (cue) => inBlock(cue) || (summary !== undefined && isSaidBesideItem(ask, block, summary, cue));
}

/** A sentence of the summary holds both the item and the cue. */
function isSaidBesideItem(ask: Ask, block: DecisionBlock, summary: Reading, cue: string): boolean {
  const places = ask(conceptsIn, summary).cue(cue);
  if (places.length === 0) return false;
  const names = ask(mentionsIn, block, summary);
  const sentences = ask(sentencesIn, summary);
  return places.some((place) => {
    const sentence = spanAround(sentences, place);
    return sentence !== undefined && hasWithin(names, sentence);
  });
}

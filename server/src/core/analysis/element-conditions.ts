import type { ConditionEntry, ConditionFacets, ElementEntry } from '../library/entries';
import type { DecisionBlock } from '../model/letter';
import type { Reading } from '../text/reading';
import { spansWithin } from '../text/span';
import { caseSummary } from './case-summary';
import { conceptsIn } from './concepts';
import { cuePlacesIn, cuesIn } from './cue-index';
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
  const says = (wanted: readonly string[] | undefined, have: (cue: string) => boolean): boolean =>
    wanted === undefined || wanted.some(have);
  return (
    (facets.outcome === undefined || block.heading.outcome.value === facets.outcome) &&
    (facets.citation === undefined || citesOutsideOnly(block)) &&
    (facets.weaningCaution === undefined || drugs.some((drug) => drug.weaningCaution === facets.weaningCaution)) &&
    shares(facets.classes, () => (rationaleClass ? [rationaleClass.id] : [])) &&
    shares(facets.drugs, () => drugs.map(({ id }) => id)) &&
    shares(facets.drugClasses, () => drugs.flatMap((drug) => ask.library.classesOf(drug).map(({ id }) => id))) &&
    shares(facets.bodyParts, () => bodyParts.map(({ id }) => id)) &&
    says(facets.itemCues, (cue) => ask(cuesIn, block.heading.item.reading).has(cue)) &&
    says(facets.useCues, (cue) => isSaidOfItem(ask, block, cue)) &&
    says(facets.recordCues, (cue) => isSaidOfCase(ask, block, cue))
  );
}

/** The reviewer relies on sources outside the MTUS alone. */
function citesOutsideOnly({ fields }: DecisionBlock): boolean {
  const kinds = fields.reviewerGuideline.statements.map(({ kind }) => kind);
  return kinds.includes('non-mtus') && !kinds.includes('mtus');
}

/** In the heading, or in what the rationale tells of this case. */
function isSaidInBlock(ask: Ask, { heading, fields }: DecisionBlock, cue: string): boolean {
  return ask(cuesIn, heading.item.reading).has(cue) || ask(cuePlacesIn, fields.rationale.body).told.has(cue);
}

function isSaidOfCase(ask: Ask, block: DecisionBlock, cue: string): boolean {
  const summary = ask(caseSummary)?.prose;
  return isSaidInBlock(ask, block, cue) || (summary !== undefined && ask(cuesIn, summary).has(cue));
}

function isSaidOfItem(ask: Ask, block: DecisionBlock, cue: string): boolean {
  const summary = ask(caseSummary)?.prose;
  return isSaidInBlock(ask, block, cue) || (summary !== undefined && isSaidBesideItem(ask, block, summary, cue));
}

/** A sentence of the summary holds both the item and the cue. */
function isSaidBesideItem(ask: Ask, block: DecisionBlock, summary: Reading, cue: string): boolean {
  const places = ask(conceptsIn, summary).cues().get(cue);
  if (!places) return false;
  const names = ask(mentionsIn, block, summary);
  return ask(sentencesIn, summary).some(
    (sentence) => spansWithin(places, sentence).length > 0 && spansWithin(names, sentence).length > 0,
  );
}

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
  const { outcome, citation, weaningCaution, classes, drugClasses, itemCues, useCues, recordCues } = facets;
  const { drugs, bodyParts, class: rationaleClass } = ask(subjectOf, block);
  return (
    (outcome === undefined || block.heading.outcome.value === outcome) &&
    (citation === undefined || citesOutsideOnly(block)) &&
    (weaningCaution === undefined || drugs.some((drug) => drug.weaningCaution === weaningCaution)) &&
    (classes === undefined || (rationaleClass !== undefined && classes.includes(rationaleClass.id))) &&
    (facets.drugs === undefined || hasOneOf(drugs, facets.drugs)) &&
    (drugClasses === undefined || drugs.some((drug) => hasOneOf(ask.library.classesOf(drug), drugClasses))) &&
    (facets.bodyParts === undefined || hasOneOf(bodyParts, facets.bodyParts)) &&
    (itemCues === undefined || itemCues.some(saidInHeading(ask, block))) &&
    (useCues === undefined || useCues.some(saidOfItem(ask, block))) &&
    (recordCues === undefined || recordCues.some(saidOfCase(ask, block)))
  );
}

function hasOneOf(entries: readonly { readonly id: string }[], ids: readonly string[]): boolean {
  return entries.some(({ id }) => ids.includes(id));
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

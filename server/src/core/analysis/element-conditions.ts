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
    (itemCues === undefined || isSaidInHeading(ask, block, itemCues)) &&
    (useCues === undefined || isSaidOfItem(ask, block, useCues)) &&
    (recordCues === undefined || isSaidOfCase(ask, block, recordCues))
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

type Cues = readonly string[];

function isSaidInHeading(ask: Ask, { heading }: DecisionBlock, cues: Cues): boolean {
  return isSaidAnywhere(ask, heading.item.reading, cues);
}

/** In a sentence that is not open. */
function isSaidAnywhere(ask: Ask, reading: Reading, cues: Cues): boolean {
  const held = ask(conceptsIn, reading).cuesAmong(cues);
  return held.length > 0 && held.some((cue) => ask(saidIn, reading)(cue) !== undefined);
}

/** In the heading, or in what the rationale tells of this case. */
function isSaidInBlock(ask: Ask, block: DecisionBlock, cues: Cues): boolean {
  const { body } = block.fields.rationale;
  const held = ask(conceptsIn, body).cuesAmong(cues);
  const isTold = held.length > 0 && held.some((cue) => ask(cuePlacesIn, body)(cue).told !== undefined);
  return isTold || isSaidInHeading(ask, block, cues);
}

/** In the block, or anywhere in the summary. */
function isSaidOfCase(ask: Ask, block: DecisionBlock, cues: Cues): boolean {
  const summary = ask(caseSummary)?.prose;
  return isSaidInBlock(ask, block, cues) || (summary !== undefined && isSaidAnywhere(ask, summary, cues));
}

/** In the block, or in a sentence of the summary that names the item. */
function isSaidOfItem(ask: Ask, block: DecisionBlock, cues: Cues): boolean {
  if (isSaidInBlock(ask, block, cues)) return true;
  const summary = ask(caseSummary)?.prose;
  if (!summary) return false;
  return ask(conceptsIn, summary)
    .cuesAmong(cues)
    .some((cue) => isSaidBesideItem(ask, block, summary, cue));
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

import { isAncillary } from '../../analysis/ancillary';
import { caseSummary } from '../../analysis/case-summary';
import type { Ask } from '../../analysis/fact';
import { mentionsIn } from '../../analysis/item-mentions';
import { namesIn } from '../../analysis/names';
import { subjectOf } from '../../analysis/subjects';
import type { DrugEntry } from '../../library/entries';
import type { DecisionBlock } from '../../model/letter';
import type { Reading } from '../../text/reading';
import { defineBlockRule } from '../rule';

export const itemNotInSummary = defineBlockRule({
  code: 'IMR401',
  name: 'item-not-in-summary',
  severity: 'warning',
  fix: null,
  reads: 'case',
  summary: 'The clinical summary does not mention the item, by any of its names.',
  why: "The determination rests on the employee's condition and on the documents, which the summary tells (Labor Code 4610.6(e)). An item of which it says nothing was, for the reader, decided without the record.",
  repair:
    'Say in the summary since when and for what the treatment is given or asked for, and what utilization review said of it.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low back
pain. Utilization review on 12/07/2016 denied the request.`,
        blocks: `Zanaflex 4mg #60: Upheld
^^^^^^^^^^^^^^^^

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle
relaxants (for pain).

Decision rationale: The MTUS supports a short course, and the injured worker has had Zanaflex for
months. The request for Zanaflex 4mg #60 is not medically necessary.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low back
pain and takes tizanidine. Utilization review on 12/07/2016 denied the request.`,
        blocks: `Zanaflex 4mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle
relaxants (for pain).

Decision rationale: The MTUS supports a short course, and the injured worker has had Zanaflex for
months. The request for Zanaflex 4mg #60 is not medically necessary.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Utilization review
on 12/07/2016 denied the request for compound drugs and imaging.`,
        blocks: `Ketoprofen 20% in cream base 240g: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Topical
analgesics.

Decision rationale: The MTUS does not support ketoprofen on the skin, and the records of the injured
worker give no reason. The request is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const summary = ask(caseSummary);
    const { disputed } = block.heading.item;
    if (!summary || summary.prose.text === '' || ask(isAncillary, block) || adjunct.test(disputed.text)) return;
    if (ask(mentionsIn, block, summary.prose).length > 0 || isKnownOtherwise(ask, block)) return;
    yield {
      span: disputed.span,
      message: 'The clinical summary does not mention this item by any of its names.',
      related: [{ span: summary.heading, message: 'The clinical summary' }],
    };
  },
});

/** An item of an operation follows from it. */
const adjunct = /^(?:associated|assistant|pre-?op|post-?op|peri-?op)/i;

/** General words that stand for any item of a class. */
const umbrellas: Readonly<Record<string, RegExp>> = {
  pt: /therap|rehab|physio|exercise program/i,
  chiropractic: /chiro|manipulat|manual|therap|physio/i,
  acupuncture: /acu-?punct/i,
  imaging: /imag|\bMRI|\bCT\b|\bscan|x-?ray|radiograph|arthrogram|\bstud(?:y|ies)\b/i,
  esi: /inject|epidural|\bblock|\bESI/i,
  surgery: /surg|operat|arthroscop/i,
  dme: /\bdevices?\b|equipment|\bbrac(?:es?|ing)\b|\bsplint|durable|\bDME\b/i,
};
const modality = /stimulat|ultrasound|traction|heat|massage|cold|ice\b|laser/i;

/** The summary names the class of the drug or treatment, or a word of the heading that names something. */
function isKnownOtherwise(ask: Ask, block: DecisionBlock): boolean {
  const prose = ask(caseSummary)?.prose;
  const { drugs, treatments, class: rationaleClass } = ask(subjectOf, block);
  const heading = block.heading.item.disputed.text;
  // What a drug is called is known; the other words of its heading say how it is taken.
  const words = drugs.length > 0 ? [] : namingWords(heading);
  if (!prose || words.some((word) => prose.text.toLowerCase().includes(word))) return true;
  const isPrepared = /cream|gel|ointment|lotion|patch|suspension|compound|topical|%|unknown quantity|mg\/ml/i.test(
    heading,
  );
  if (isPrepared && /\b(?:compound|topical|suspension|cream|gel|ointment|patch)/i.test(prose.text)) return true;
  if (drugs.length > 0) return isClassNamed(ask, prose, drugs);
  const isModality = modality.test(heading) && !/\b(?:unit|device|machine|pump)\b/i.test(heading);
  if (isModality && /modalit|physiotherap/i.test(prose.text)) return true;
  const umbrella = umbrellas[rationaleClass?.id ?? ''];
  return umbrella ? umbrella.test(prose.text) : words.length < (treatments.length > 0 ? 1 : 2);
}

function isClassNamed(ask: Ask, prose: Reading, drugs: readonly DrugEntry[]): boolean {
  const classes = new Set(drugs.flatMap((drug) => ask.library.classesOf(drug).map(({ id }) => id)));
  return ask(namesIn, prose).some(({ refs }) => refs.some(({ kind, id }) => kind === 'drug-class' && classes.has(id)));
}

/** The beginnings of the words that name something: not a unit, form, count, part of the body or abbreviation. */
function namingWords(heading: string): string[] {
  const words = [...heading.matchAll(/[A-Za-z]{4,}/g)].map(([word]) => word);
  return words
    .filter((word) => !common.test(word) && !/^[A-Z]{2,5}s?$/.test(word))
    .map((word) => word.toLowerCase().slice(0, 6));
}

const common =
  /^(?:tablets?|tabs?|capsules?|caps?|patch|cream|ointment|refills?|quantity|unknown|times|daily|weeks?|months?|days?|every|needed|with|without|from|this|that|then|after|before|three|four|five|nine|twelve|eight|seven|hours?|suspension|bedtime|mouth|spasms?|orally|take|right|left|both|bilateral|upper|lower|extremit(?:y|ies)|lumbar|cervical|thoracic|spine|shoulder|elbow|wrist|hand|knee|ankle|foot|back|neck|head|treatment|sessions?|visits?|additional|initial|physical|therapy|contrast|request|service|evaluation|test|tests|testing|unit|injections?|purchase|rental|retrospective|custom|baseline|pain)$/i;

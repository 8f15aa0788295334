import { isAncillary } from '../../analysis/ancillary';
import { caseSummary } from '../../analysis/case-summary';
import { conceptsIn } from '../../analysis/concepts';
import type { Ask } from '../../analysis/fact';
import { mentionsIn } from '../../analysis/item-mentions';
import { namesIn } from '../../analysis/names';
import { namingWordsOf } from '../../analysis/naming-words';
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
  summary: 'The clinical summary never mentions the item, under any of its names.',
  why: "The determination rests on the employee's condition and on the documents, which the summary describes (Labor Code 4610.6(e)). If the summary never mentions the item, the decision seems to be made without the record.",
  repair:
    'Say in the summary why the treatment is requested, since when it has been given, and what utilization review decided.',
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
    if (
      !summary ||
      summary.prose.text === '' ||
      ask(isAncillary, block) ||
      ask(conceptsIn, disputed).has('item.adjunct')
    )
      return;
    if (ask(mentionsIn, block, summary.prose).length > 0 || isKnownOtherwise(ask, block)) return;
    yield {
      span: disputed.span,
      message: 'The clinical summary never mentions this item.',
      related: [{ span: summary.heading, message: 'The clinical summary' }],
    };
  },
});

/** The summary names the class of the drug or treatment, or a word of the heading that names something. */
function isKnownOtherwise(ask: Ask, block: DecisionBlock): boolean {
  const prose = ask(caseSummary)?.prose;
  if (!prose) return true;
  const { drugs, treatments, class: rationaleClass } = ask(subjectOf, block);
  const { disputed } = block.heading.item;
  // What a drug is called is known; the other words of its heading say how it is taken.
  const words = drugs.length > 0 ? [] : ask(namingWordsOf, block);
  const told = ask(conceptsIn, prose);
  const asked = ask(conceptsIn, disputed);
  if (words.some((word) => prose.text.toLowerCase().includes(word))) return true;
  if (asked.has('item.topical') && told.has('item.topical-told')) return true;
  if (drugs.length > 0) return isClassNamed(ask, prose, drugs);
  if (asked.has('item.modality') && !asked.has('item.device') && told.has('item.modality-told')) return true;
  const id = rationaleClass?.id ?? '';
  if (ask.library.lexicon.kinds('class-word').includes(id)) return told.kinds('class-word').includes(id);
  return words.length < (treatments.length > 0 ? 1 : 2);
}

function isClassNamed(ask: Ask, prose: Reading, drugs: readonly DrugEntry[]): boolean {
  const classes = new Set(drugs.flatMap((drug) => ask.library.classesOf(drug).map(({ id }) => id)));
  return ask(namesIn, prose).some(({ refs }) => refs.some(({ kind, id }) => kind === 'drug-class' && classes.has(id)));
}

import { caseSummary } from '../../analysis/case-summary';
import { conceptsIn } from '../../analysis/concepts';
import { conclusionOf } from '../../analysis/conclusions';
import type { Ask } from '../../analysis/fact';
import { mentionsIn } from '../../analysis/item-mentions';
import { ingredientsNamed } from '../../analysis/mentions';
import { namesMeantIn } from '../../analysis/misspelled-drugs';
import { openSentencesIn } from '../../analysis/open-texts';
import { voicesIn } from '../../analysis/sentence-voices';
import { subjectOf } from '../../analysis/subjects';
import type { DrugEntry } from '../../library/entries';
import type { ConceptId } from '../../library/lexicon/generated/concept-id';
import type { DecisionBlock } from '../../model/letter';
import { appendSentence } from '../../problem/edits';
import type { Fix } from '../../problem/fix';
import type { Reading } from '../../text/reading';
import { contains, type Span, span, spanAround, spansWithin } from '../../text/span';
import { openStatement } from '../open-statement';
import { defineBlockRule } from '../rule';

export const weaningNotAddressed = defineBlockRule({
  code: 'IMR307',
  name: 'weaning-not-addressed',
  severity: 'warning',
  fix: 'review',
  reads: 'case',
  summary: 'A drug that is dangerous to stop suddenly is denied, and weaning is not addressed.',
  why: 'Opioids, benzodiazepines, barbiturates, and carisoprodol cause withdrawal when long-term use stops suddenly. The MTUS covers weaning (Chronic Pain 2009, page 124; Opioids 2016, section 4; since December 1, 2017, the Opioids guideline, ACOEM April 20, 2017, whose heading "Tapering" is not confirmed). A determination is not advice to stop abruptly, and the letter should say so.',
  repair: 'Add the advisory that this is not a recommendation to stop abruptly, or say how to taper the drug.',
  whileTyping: 'quiet',
  examples: {
    bad: [
      {
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: The MTUS asks for lasting gains in function. The injured worker has taken Norco
for two years without any. The request for Norco 10/325mg #60 is not medically necessary.
                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^`,
      },
      {
        form: '2014',
        blocks: `Soma 350 mg #90: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines
Carisoprodol.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Carisoprodol Page(s): 29.

Decision rationale: The MTUS does not recommend Soma for chronic pain. The injured worker has taken it
since 2012. The request for Soma 350 mg #90 is not medically necessary.
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^`,
      },
    ],
    good: [
      {},
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She takes ibuprofen for
months and will start tramadol. Utilization review on 12/07/2016 denied tramadol 50mg #30.`,
        blocks: `Tramadol 50mg #30: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 3.3.9 Opioids for
Chronic Pain.

Decision rationale: The MTUS asks for other drugs first. The injured worker gains from ibuprofen, which she takes. The request for
tramadol 50mg #30 is not medically necessary.`,
      },
      {
        blocks: `Valium 5mg #1: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s):
Benzodiazepines.

Decision rationale: The MTUS limits benzodiazepines to weeks. The injured worker asks for a single dose
before the MRI and gives no reason. The request for Valium 5mg #1 is not medically necessary.`,
      },
      {
        blocks: `Norco 10/325mg #60: Overturned

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 3.3.9 Opioids for
Chronic Pain.

Decision rationale: The MTUS asks for lasting gains in function. The injured worker has taken Norco
for two years and is back at work. The request for Norco 10/325mg #60 is medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const { rationale } = block.fields;
    if (rationale.state !== 'present' || block.heading.outcome.value !== 'Upheld') return;
    const drug = ask(subjectOf, block).drugs.find((candidate) => needsWeaning(ask, candidate));
    if (!drug || addressesWeaning(ask, rationale.body) || !isInUse(ask, block, drug)) return;
    yield {
      span: ask(conclusionOf, block)?.phrase ?? rationale.label,
      message: `The rationale denies ${drug.generic} but does not address weaning.`,
      help: 'Stopping this drug suddenly is dangerous. Say that the denial is not advice to stop abruptly, or how to taper.',
      related: [{ span: block.heading.item.span, message: `The drug: ${drug.generic}` }],
      fixes: () => advisory(ask, block),
    };
  },
});

/** The template's own sentence on weaning, where there is one for the outcome. */
function advisory(ask: Ask, block: DecisionBlock): readonly Fix[] {
  const statement = openStatement(ask, block, 'weaning-caution');
  if (!statement) return [];
  return [
    {
      title: 'Add a choice: the weaning advisory, or how to taper',
      kind: 'review',
      edits: [appendSentence(ask.letter, block.fields.rationale, statement)],
    },
  ];
}

function needsWeaning(ask: Ask, drug: DrugEntry): boolean {
  if (drug.weaningCaution !== true) return false;
  return drug.dependence === true || ask.library.classesOf(drug).some(({ dependence }) => dependence === true);
}

/** What a guideline says of weaning is no advice to this patient. */
const quotation = /["“][^"“”]{40,1500}["”]/g;

/** The rationale says something of weaning, outside quotations. */
function addressesWeaning(ask: Ask, rationale: Reading): boolean {
  const quoted = ask.matches(rationale, quotation).map(({ index, 0: words }) => span(index, index + words.length));
  return ask(conceptsIn, rationale)
    .of('weaning')
    .some((mention) => !quoted.some((each) => contains(each, mention)));
}

/**
 * Nothing says that it was never taken or is asked for once, and a sentence about this case tells that it is taken: in the summary one
 * that names the drug or its class, in the rationale also one that names no other drug.
 */
function isInUse(ask: Ask, block: DecisionBlock, drug: DrugEntry): boolean {
  const { heading, fields } = block;
  const { body } = fields.rationale;
  const own = [heading.item.reading, body];
  const isFirst = own.some((reading) => tellingSentences(ask, reading, 'use.first').length > 0);
  if (isFirst) return false;
  const classes = new Set(ask.library.classesOf(drug).map(({ id }) => id));
  const isNamed = (reading: Reading, sentence: Span): boolean =>
    spansWithin(ask(mentionsIn, block, reading), sentence).length > 0 ||
    spansWithin(ask(namesMeantIn, reading), sentence).some(({ refs }) =>
      refs.some(({ kind, id }) => kind === 'drug-class' && classes.has(id)),
    );
  const namesAnother = (reading: Reading, sentence: Span): boolean =>
    spansWithin(ask(namesMeantIn, reading), sentence).some((name) => ingredientsNamed(ask.library, name).length > 0);
  const goesOn = (reading: Reading): readonly Span[] =>
    tellingSentences(ask, reading, 'use.ongoing').filter(
      (sentence) => spansWithin(ask(conceptsIn, reading).of('use.start'), sentence).length === 0,
    );
  const summary = ask(caseSummary)?.prose;
  return (
    goesOn(body).some((sentence) => isNamed(body, sentence) || !namesAnother(body, sentence)) ||
    (summary !== undefined && goesOn(summary).some((sentence) => isNamed(summary, sentence)))
  );
}

/** The finished sentences with the concept that neither recite a guideline nor advise. */
function tellingSentences(ask: Ask, reading: Reading, concept: ConceptId): readonly Span[] {
  const mentions = ask(conceptsIn, reading).of(concept);
  if (mentions.length === 0) return [];
  const open = ask(openSentencesIn, reading);
  return ask(voicesIn, reading).filter(
    (each) =>
      each.voice === 'case' && !each.advises && spansWithin(mentions, each).length > 0 && !spanAround(open, each),
  );
}

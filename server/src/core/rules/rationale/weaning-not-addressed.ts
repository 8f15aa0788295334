import { caseSummary } from '../../analysis/case-summary';
import { conceptsIn } from '../../analysis/concepts';
import { conclusionOf } from '../../analysis/conclusions';
import type { Ask } from '../../analysis/fact';
import { openSentencesIn } from '../../analysis/open-texts';
import { voicesIn } from '../../analysis/sentence-voices';
import { subjectOf } from '../../analysis/subjects';
import type { DrugEntry } from '../../library/entries';
import type { ConceptId } from '../../library/lexicon/generated/concept-id';
import type { DecisionBlock } from '../../model/letter';
import { appendSentence } from '../../problem/edits';
import type { Reading } from '../../text/reading';
import { contains, span, spanAround, spansWithin } from '../../text/span';
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
  *check({ letter, ask, block }) {
    const { rationale } = block.fields;
    if (rationale.state !== 'present' || block.heading.outcome.value !== 'Upheld') return;
    const drug = ask(subjectOf, block).drugs.find((candidate) => needsWeaning(ask, candidate));
    if (!drug || addressesWeaning(ask, rationale.body) || !isInUse(ask, block)) return;
    const statement = openStatement(ask, block, 'weaning-caution');
    yield {
      span: ask(conclusionOf, block)?.phrase ?? rationale.label,
      message: `The rationale denies ${drug.generic} but does not address weaning.`,
      help: 'Stopping this drug suddenly is dangerous. Say that the denial is not advice to stop abruptly, or how to taper.',
      related: [{ span: block.heading.item.span, message: `The drug: ${drug.generic}` }],
      fixes: statement && [
        {
          title: 'Add a choice: the weaning advisory, or how to taper',
          kind: 'review',
          edits: [appendSentence(letter, rationale, statement)],
        },
      ],
    };
  },
});

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

/** Nothing says that it was never taken or is asked for once, and something about this case that it is taken. */
function isInUse(ask: Ask, { heading, fields }: DecisionBlock): boolean {
  const own = [heading.item.reading, fields.rationale.body];
  const summary = ask(caseSummary)?.prose;
  const says = (concept: ConceptId) => (reading: Reading) => saysOfCase(ask, reading, concept);
  return !own.some(says('use.first')) && [...own, ...(summary ? [summary] : [])].some(says('use.ongoing'));
}

/** In a finished sentence that neither recites a guideline nor advises. */
function saysOfCase(ask: Ask, reading: Reading, concept: ConceptId): boolean {
  const mentions = ask(conceptsIn, reading).of(concept);
  const open = ask(openSentencesIn, reading);
  const telling = ask(voicesIn, reading).filter((each) => each.voice === 'case' && !each.advises);
  return telling.some((each) => spansWithin(mentions, each).length > 0 && !spanAround(open, each));
}

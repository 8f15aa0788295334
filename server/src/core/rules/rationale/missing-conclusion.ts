import { conclusionOf, isConclusionDamaged, openConclusionOf } from '../../analysis/conclusions';
import type { Ask } from '../../analysis/fact';
import { sentencesIn } from '../../analysis/sentences';
import type { DecisionBlock } from '../../model/letter';
import { appendSentence } from '../../problem/edits';
import type { Fix } from '../../problem/fix';
import { toSourceSpan } from '../../text/reading';
import { choiceOf } from '../../text/snippet';
import { allThatIsMissing } from '../missing-sentences';
import { defineBlockRule } from '../rule';

export const missingConclusion = defineBlockRule({
  code: 'IMR301',
  name: 'missing-conclusion',
  severity: 'error',
  fix: 'review',
  reads: 'block',
  summary: 'The rationale does not say whether the request is medically necessary.',
  why: 'The determination must say for each item whether it is medically necessary (Labor Code 4610.6(e), 8 CCR 9792.10.6(d)). The parties act on that sentence within days.',
  repair: 'End the rationale with one sentence that names the request and says whether it is medically necessary.',
  whileTyping: 'quiet',
  examples: {
    bad: [
      {
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 3.3.9 Opioids for
Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment.

Decision rationale: The MTUS asks for gains in function before an opioid is continued. No gain is
on record, so that Norco cannot be supported. It should be weaned.
                                              ^^^^^^^^^^^^^^^^^^^^`,
      },
    ],
    good: [
      {},
      {
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 3.3.9 Opioids for
Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment.

Decision rationale: The MTUS asks for gains in function. The records of the injured worker show none, and weaning
is advised. The requested Norco 10/325mg #60 is therefore not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const { rationale } = block.fields;
    if (rationale.state !== 'present' || ask(conclusionOf, block) || ask(openConclusionOf, block)) return;
    if (ask(isConclusionDamaged, block)) return;
    const last = ask(sentencesIn, rationale.body).at(-1);
    yield {
      span: last ? toSourceSpan(rationale.body, last) : rationale.body.span,
      message: 'The rationale does not say whether the request is medically necessary.',
      help: 'A determination must say whether the disputed service is medically necessary (Labor Code 4610.6(e)). Say so in the last sentence of the rationale.',
      fixes: () => conclusionFixes(ask, block),
    };
  },
});

function conclusionFixes(ask: Ask, block: DecisionBlock): readonly Fix[] {
  const { heading, fields } = block;
  const outcome = heading.outcome.value;
  const item = heading.item.disputed.text || 'this item';
  const verdict = outcome === 'Overturned' ? 'is' : 'is not';
  const sentence = [
    'The request for ',
    item,
    ' ',
    outcome ? verdict : choiceOf(['is not', 'is']),
    ' medically necessary.',
  ];
  return [
    {
      title: outcome === null ? 'Add the conclusion' : `Add the conclusion: … ${verdict} medically necessary`,
      kind: 'review',
      edits: [appendSentence(ask.letter, fields.rationale, sentence)],
    },
    ...allThatIsMissing(ask, block, 'Add the conclusion and all else that the rationale lacks', 'conclusion'),
  ];
}

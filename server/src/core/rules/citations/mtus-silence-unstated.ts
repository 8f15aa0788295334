import { conceptsIn } from '../../analysis/concepts';
import type { Ask } from '../../analysis/fact';
import type { DecisionBlock } from '../../model/letter';
import type { Fix } from '../../problem/fix';
import { addToRationale } from '../../problem/rationale-edits';
import { toSourceSpan } from '../../text/reading';
import { reviewerField } from '../guideline-fields';
import { openStatement } from '../open-statement';
import { defineBlockRule } from '../rule';

export const mtusSilenceUnstated = defineBlockRule({
  code: 'IMR211',
  name: 'mtus-silence-unstated',
  severity: 'hint',
  fix: 'review',
  reads: 'case',
  summary: 'Only sources outside the MTUS are cited, and the rationale does not say why the MTUS does not govern.',
  why: '8 CCR 9792.21(d) allows a reviewer to leave the MTUS in two cases: the MTUS does not address the treatment, or its presumption is rebutted. 8 CCR 9792.21.1 gives the order of the search. The letter should say which case applies. Copies of Labor Code 4610.5(c)(2) disagree on whether its own ranked list is still in force, so this rule does not rely on it.',
  repair: 'Say in the rationale that the MTUS does not address the request, or why its presumption is rebutted.',
  whileTyping: 'quiet',
  examples: {
    bad: [
      {
        blocks: `Walker: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s) outside of the MTUS
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Knee, Walking aids.

Decision rationale: ODG recommends walking aids for an unsteady gait; ACOEM does not recommend bed rest. The
gait is normal. The request for a walker is not medically necessary.`,
      },
      {
        form: '2014',
        blocks: `Ambien 10mg #30: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: The Expert Reviewer did not base their decision on the MTUS. Decision based on
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Non-MTUS Citation Official Disability Guidelines (ODG) Pain, Insomnia treatment.

Decision rationale: ODG (MTUS does not address) allows Ambien for two weeks. The request for Ambien is
not medically necessary.`,
      },
    ],
    good: [
      {},
      {
        blocks: `Walker: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s) outside of the MTUS
Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Knee, Walking aids.

Decision rationale: The MTUS does not specifically address walkers. ODG recommends them for an unsteady
gait. The gait is normal. The request for a walker is not medically necessary.`,
      },
      {
        blocks: `Walker: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s) outside of the MTUS
Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Knee, Walking aids.

Decision rationale: The injured worker fell last week, and guidelines on chronic pain do not apply: the presumption in their
favor is rebutted. ODG recommends walkers for an unsteady gait. The gait is normal. The request for a walker is not medically
necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const field = reviewerField(block);
    const { rationale } = block.fields;
    const cites = (kind: string): boolean => field?.statements.some((statement) => statement.kind === kind) ?? false;
    if (!field || !cites('non-mtus') || cites('mtus') || rationale.state !== 'present') return;
    const said = ask(conceptsIn, rationale.body);
    if (said.has('mtus.silent') || said.has('mtus.set-aside')) return;
    yield {
      span: field.statements[0]?.span ?? toSourceSpan(field.body, { start: 0, end: 1 }),
      message: 'No MTUS citation, and the rationale does not say why the MTUS does not govern.',
      // No pack says of what the MTUS is silent: that a topic is not known is no proof.
      fixes: () => reasonFor(ask, block),
    };
  },
});

function reasonFor(ask: Ask, block: DecisionBlock): readonly Fix[] {
  const sentence = openStatement(ask, block, 'non-mtus-reason');
  if (!sentence) return [];
  return [
    {
      title: 'Add a sentence with a place for why the MTUS does not govern',
      kind: 'review',
      edits: [addToRationale(ask, block, sentence, 'start')],
    },
  ];
}

import { isDeniedAsAncillary } from '../../analysis/ancillary';
import { citationFixes } from '../citation-fixes';
import { reviewerField } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const reviewerCitesNothing = defineBlockRule({
  code: 'IMR210',
  name: 'reviewer-cites-nothing',
  severity: 'error',
  fix: 'review',
  reads: 'case',
  summary: 'The reviewer cites no evidence, and the item does not simply follow a denied operation.',
  why: 'Evidence is searched in a fixed order, the MTUS first (8 CCR 9792.21 and 9792.21.1), and the determination refers to the evidence it used (8 CCR 9792.10.6(d)). Only a service that is denied together with its operation needs no citation of its own.',
  repair:
    'Cite the guideline or study that governs. If the item is denied because its operation is denied, say so in the rationale.',
  examples: {
    bad: [
      {
        blocks: `Knee brace: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: The Expert Reviewer did not cite any medical evidence for its decision.
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Decision rationale: The knee is stable. The request for a knee brace is not medically necessary.`,
      },
    ],
    good: [
      {},
      {
        blocks: `Knee brace: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: The Expert Reviewer did not cite any medical evidence for its decision.

Decision rationale: Since the surgery on the knee is not medically necessary, the brace as an ancillary
service is not medically necessary either.`,
      },
    ],
  },
  *check({ ask, block }) {
    const field = reviewerField(block);
    const nothing = field?.statements.find(({ kind }) => kind === 'cites-nothing');
    // Without a rationale nobody can tell whether the service is ancillary; its lack is reported.
    if (!field || !nothing || block.fields.rationale.state !== 'present' || ask(isDeniedAsAncillary, block)) return;
    if (field.statements.some(({ kind }) => kind === 'mtus' || kind === 'non-mtus')) return;
    yield {
      span: nothing.span,
      message: 'The reviewer cites no medical evidence for this item.',
      fixes: () => citationFixes(ask, block, nothing.span),
    };
  },
});

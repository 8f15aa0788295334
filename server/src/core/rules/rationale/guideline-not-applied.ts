import { isAncillary } from '../../analysis/ancillary';
import { conceptsIn } from '../../analysis/concepts';
import { namesIn } from '../../analysis/names';
import { emptySpan } from '../../text/span';
import { defineBlockRule } from '../rule';

export const guidelineNotApplied = defineBlockRule({
  code: 'IMR306',
  name: 'guideline-not-applied',
  severity: 'information',
  fix: null,
  reads: 'block',
  summary: 'The rationale names no guideline and no criterion.',
  why: 'The findings must be tied to the standards of medical necessity (Labor Code 4610.6(c) and (e)), and the MTUS comes first (8 CCR 9792.21). Without a criterion, the reader has to guess why the cited guideline decides the case.',
  repair: 'Say what the cited guideline requires before you say what the record lacks.',
  whileTyping: 'quiet',
  examples: {
    bad: [
      {
        blocks: `Cane: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

Decision rationale: The injured worker walks without help and has full strength in both legs. The
^
request for a cane is not medically necessary.`,
      },
    ],
    good: [
      {
        blocks: `Cane: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

Decision rationale: ACOEM allows a walking aid while weight bearing is painful. The injured worker
walks without help. The request for a cane is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const { rationale } = block.fields;
    if (rationale.state !== 'present' || ask(isAncillary, block)) return;
    if (ask(conceptsIn, block.heading.item.reading).has('operation.adjunct')) return;
    if (ask(conceptsIn, rationale.body).has('guideline.standard')) return;
    if (ask(namesIn, rationale.body).some(({ kind }) => kind === 'guideline')) return;
    yield {
      span: emptySpan(rationale.label.start),
      message: 'The rationale names no guideline and no criterion.',
    };
  },
});

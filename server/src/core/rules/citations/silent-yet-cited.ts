import { conceptsIn } from '../../analysis/concepts';
import { sentencesIn } from '../../analysis/sentences';
import { toSourceSpan } from '../../text/reading';
import { contains } from '../../text/span';
import { reviewerField } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const silentYetCited = defineBlockRule({
  code: 'IMR212',
  name: 'silent-yet-cited',
  severity: 'warning',
  fix: null,
  reads: 'block',
  summary: 'The rationale says that the MTUS is silent, but only the MTUS is cited.',
  why: 'When the MTUS does not address a treatment, the reviewer must go on to the next source and cite it (8 CCR 9792.21(d) and 9792.21.1). A letter that then names only the MTUS has no basis.',
  repair: 'Cite the source that was used. If the MTUS does address the request, remove the sentence.',
  examples: {
    bad: [
      {
        blocks: `Walker: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

Decision rationale: The CA MTUS is silent on walkers. The gait is normal. The request for a walker is
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
not medically necessary.`,
      },
    ],
    good: [
      {},
      {
        blocks: `Walker: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care. Decision
based on Non-MTUS Citation Official Disability Guidelines (ODG) Knee, Walking aids.

Decision rationale: The CA MTUS is silent on walkers. The gait is normal. The request for a walker is
not medically necessary.`,
      },
      {
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Tapering Opioids.

Decision rationale: The MTUS does not recommend opioids without a gain in function. The MTUS chronic
pain guideline does not address Norco; the MTUS opioid guideline asks for monitoring. The request for
Norco 10/325mg #60 is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const field = reviewerField(block);
    const cites = (kind: string): boolean => field?.statements.some((statement) => statement.kind === kind) ?? false;
    if (!field || !cites('mtus') || cites('non-mtus') || cites('free')) return;
    const { body } = block.fields.rationale;
    const declared = ask(conceptsIn, body).first('mtus.declared-silent');
    const silent = declared && ask(sentencesIn, body).find((sentence) => contains(sentence, declared));
    if (!silent) return;
    yield {
      span: toSourceSpan(body, silent),
      message: 'The rationale says the MTUS is silent, but only the MTUS is cited.',
      related: [{ span: field.body.span, message: "The reviewer's citation." }],
    };
  },
});

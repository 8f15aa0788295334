import { caseSummary } from '../../analysis/case-summary';
import type { Ask } from '../../analysis/fact';
import { mentionsIn } from '../../analysis/item-mentions';
import { decisionsOfReview, type ReviewDecision } from '../../analysis/review-decisions';
import type { DecisionBlock } from '../../model/letter';
import { toSourceSpan } from '../../text/reading';
import { contains } from '../../text/span';
import { defineBlockRule } from '../rule';

export const deniedThoughModified = defineBlockRule({
  code: 'IMR422',
  name: 'denied-though-modified',
  severity: 'information',
  fix: null,
  reads: 'items',
  summary: 'The heading says that part of the request was authorized, and the summary that it was denied.',
  why: 'What is open for review depends on what utilization review granted (Labor Code 4610.5(c)(1)). The two places describe different decisions.',
  repair: 'Look the decision up. Say in the summary what was authorized, or correct the heading.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Utilization review on
12/07/2016 denied the request for Soma for want of relief.`,
        blocks: `Soma 350mg #60 was the original request. Soma 350mg #20 was authorized by the Claims Administrator.
The remaining IMR eligible portion of the original request, Soma 350mg #40 is: Upheld
                                                            ^^^^^^^^^^^^^^
Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle
relaxants (for pain).

Decision rationale: Relief is not on record. The request for Soma 350mg #40 is not medically necessary.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Utilization review on
12/07/2016 modified the request for Soma, allowing 20 tablets and denying the rest of Soma.`,
        blocks: `Soma 350mg #60 was the original request. Soma 350mg #20 was authorized by the Claims Administrator.
The remaining IMR eligible portion of the original request, Soma 350mg #40 is: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle
relaxants (for pain).

Decision rationale: Relief is not on record. The request for Soma 350mg #40 is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const { disputed, request } = block.heading.item;
    const summary = ask(caseSummary)?.prose;
    if (!summary || !request.original || !request.authorized) return;
    const about = ask(decisionsOfReview).filter((decision) => isAbout(ask, block, decision));
    const [first] = about;
    if (!first || about.some(({ kind }) => kind !== 'denied')) return;
    yield {
      span: disputed.span,
      message: 'The heading says part of this request was authorized; the summary says it was denied.',
      related: [{ span: toSourceSpan(summary, first.verb), message: 'The summary' }],
    };
  },
});

function isAbout(ask: Ask, block: DecisionBlock, { sentence }: ReviewDecision): boolean {
  const summary = ask(caseSummary)?.prose;
  return summary !== undefined && ask(mentionsIn, block, summary).some((mention) => contains(sentence, mention));
}

import { defineBlockRule } from '../rule';

export const wholeRequestRemains = defineBlockRule({
  code: 'IMR423',
  name: 'whole-request-remains',
  severity: 'hint',
  fix: null,
  reads: 'block',
  summary: 'The heading says that part of the request was authorized and still disputes all of it.',
  why: 'What utilization review authorized is not open for review (Labor Code 4610.5(c)(1)). If the authorized part is of another kind, the heading should say so.',
  repair: 'Subtract what was authorized, or say why nothing is subtracted.',
  examples: {
    bad: [
      {
        blocks: `Physical therapy, 12 visits was the original request. The Claims Administrator authorized 4 visits of
                                                                                          ^^^^^^^^^^^
physical therapy, leaving the original request IMR eligible. The original request, physical therapy, 12
visits is: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical
medicine treatment.

Decision rationale: The injured worker has had ten visits. The request is not medically necessary.`,
      },
    ],
    good: [
      {},
      {
        blocks: `Physical therapy, 12 visits was the original request. Physical therapy, 4 visits was authorized by the
Claims Administrator. The remaining IMR eligible portion of the original request, physical therapy, 8
visits is: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical
medicine treatment.

Decision rationale: The injured worker has had ten visits. The request is not medically necessary.`,
      },
    ],
  },
  *check({ block }) {
    const { wholeRemains, authorized, original, again } = block.heading.item.request;
    if (!wholeRemains || !authorized || !original) return;
    yield {
      span: authorized.span,
      message: 'This part was authorized, but the heading still disputes the whole request.',
      related: [{ span: (again ?? original).span, message: 'The whole request' }],
    };
  },
});

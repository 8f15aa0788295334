import { portionFaultOf } from '../../analysis/portions';
import { defineBlockRule } from '../rule';

export const portionArithmetic = defineBlockRule({
  code: 'IMR413',
  name: 'portion-arithmetic',
  severity: 'error',
  fix: null,
  reads: 'block',
  summary: 'The original request minus the authorized portion does not equal the remaining portion.',
  why: 'Only what utilization review did not authorize is decided (Labor Code 4610.5(c)(1)), and the claims administrator carries out the heading. A wrong number decides too much or too little.',
  repair: 'Look up the three amounts in the utilization review decision.',
  examples: {
    bad: [
      {
        blocks: `Norco 10/325mg #60 was the original request. Norco 10/325mg #25 was authorized by the Claims
Administrator. The remaining IMR eligible portion of the original request, Norco 10/325mg #45 is: Upheld
                                                                                          ^^^

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: The records of the injured worker show no gain in function with Norco, which
should be weaned. The request is not medically necessary.`,
      },
      {
        blocks: `Ultram 50mg #60 was the original request. The Claims Administrator authorized Ultram 50mg #5,
leaving the original request IMR eligible. The original request, Ultram 150mg #60 is: Upheld
                                                                        ^^^^^

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: The records of the injured worker show no gain in function with Ultram, which
should be weaned. The request is not medically necessary.`,
      },
    ],
    good: [
      {
        blocks: `Physical therapy 3 times a week for 4 weeks (12 sessions) was the original request. Physical therapy
for 10 sessions was authorized by the Claims Administrator. The remaining IMR eligible portion of the
original request, 2 sessions of physical therapy is: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical
medicine treatment.

Decision rationale: The MTUS allows ten visits, and the injured worker has had eleven. The request is
not medically necessary.

Motrin 600mg #90 with 2 refills was the original request. Motrin 600mg #90 was authorized by the Claims
Administrator. The remaining IMR eligible portion of the original request, two refills of Motrin 600mg
#90 is: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): NSAIDs
(non-steroidal anti-inflammatory drugs).

Decision rationale: The MTUS asks for short use, and the injured worker has taken Motrin for a year.
The request is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const fault = ask(portionFaultOf, block.heading.item);
    if (!fault) return;
    if (fault.kind === 'restated') {
      const [first] = fault.related;
      yield {
        span: fault.span,
        message: `The heading states the request twice: ${fault.first} and ${fault.second}.`,
        related: first && [{ span: first, message: `First ${fault.first}` }],
      };
      return;
    }
    const { original, authorized, remaining } = fault;
    yield {
      span: fault.span,
      message: `${original} requested minus ${authorized} authorized is ${original - authorized}, not ${remaining}.`,
      related: fault.related.map((span, i) => ({
        span,
        message: i === 0 ? `Requested: ${original}` : `Authorized: ${authorized}`,
      })),
    };
  },
});

import { caseDates, type StatedDate } from '../../analysis/case-dates';
import { recordDates } from '../../analysis/record-dates';
import { defineLetterRule } from '../rule';

export const requestOutOfOrder = defineLetterRule({
  code: 'IMR416',
  name: 'request-out-of-order',
  severity: 'warning',
  fix: null,
  reads: 'case',
  summary:
    'The request for authorization is dated after the decision on it, or before the first visit that the summary describes.',
  why: 'A request rests on a report and is then reviewed (8 CCR 9792.9.1). Dates in another order leave it open which request was decided, and on which record.',
  repair: 'Look the dates up in the request form, the report and the decision of utilization review.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. On 11/30/2016, the
injured worker presented with low back pain. The request for authorization is dated 12/17/2016.
                                                                                    ^^^^^^^^^^
Utilization review on 12/07/2016 denied the request for Norco 10/325mg #60.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. On 11/30/2016, the
injured worker presented with low back pain. The RFA was signed on 11/22/2016. Utilization review on
                                                                   ^^^^^^^^^^
12/07/2016 denied the request for Norco 10/325mg #60.`,
      },
    ],
    good: [
      {},
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. The office visit on
11/21/2016 shows spasm. On 12/01/2016, the injured worker presented with low back pain. The RFA was
signed on 11/22/2016. Utilization review on 12/07/2016 denied the request for Norco 10/325mg #60.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. On 12/20/2016, the
injured worker presented with low back pain. The RFA was signed on 11/22/2016. Utilization review on
12/07/2016 denied the request for Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ ask }) {
    const { visits, requests } = ask(recordDates);
    const { header, review } = ask(caseDates);
    const decision = header.urDenialDate ?? review[0];
    const lastReview = [header.urDenialDate, ...review]
      .map((date) => date?.iso ?? '')
      .sort()
      .at(-1);
    for (const request of requests) {
      if (!request.iso) continue;
      if (decision?.iso && request.iso > decision.iso) {
        yield {
          span: request.span,
          message: `The request is dated ${request.text}, after the review of it on ${decision.text}.`,
          related: [{ span: decision.span, message: `Utilization review: ${decision.text}` }],
        };
        continue;
      }
      // A visit after the review says nothing about the request that was reviewed.
      const first = earliest(visits.filter(({ iso }) => !lastReview || !iso || iso <= lastReview));
      if (requests.length > 1 || !first?.iso || first.iso <= request.iso) continue;
      yield {
        span: request.span,
        message: `The request is dated ${request.text}, before the first visit described, of ${first.text}.`,
        related: [{ span: first.span, message: `First visit described: ${first.text}` }],
      };
    }
  },
});

function earliest(dates: readonly StatedDate[]): StatedDate | undefined {
  return dates.toSorted((a, b) => (a.iso ?? '').localeCompare(b.iso ?? ''))[0];
}

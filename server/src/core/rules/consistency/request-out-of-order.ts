import { caseDates, type StatedDate } from '../../analysis/case-dates';
import { caseSummary } from '../../analysis/case-summary';
import { conceptsIn } from '../../analysis/concepts';
import type { Ask } from '../../analysis/fact';
import { mentionsIn } from '../../analysis/item-mentions';
import { recordDates } from '../../analysis/record-dates';
import { sentencesIn } from '../../analysis/sentences';
import { toSourceSpan } from '../../text/reading';
import { contains, hasWithin, type Span, span } from '../../text/span';
import { defineLetterRule } from '../rule';

export const requestOutOfOrder = defineLetterRule({
  code: 'IMR416',
  name: 'request-out-of-order',
  severity: 'warning',
  fix: null,
  reads: 'case',
  summary:
    'The request for authorization is dated after the decision on it, or before the first visit that the summary describes.',
  why: 'A request rests on a report and is then reviewed (8 CCR 9792.9.1). When the dates are out of order, it is unclear which request was decided and on which record.',
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
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. On 12/20/2016, the
injured worker presented with low back pain. The treatment plan consisted of Norco. The RFA was
signed on 11/22/2016.
          ^^^^^^^^^^
Utilization review on 12/07/2016 denied the request for Norco 10/325mg #60.`,
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
          message: `The request is dated ${request.text}, after its utilization review on ${decision.text}.`,
          related: [{ span: decision.span, message: `Utilization review: ${decision.text}` }],
        };
        continue;
      }
      if (requests.length > 1) continue;
      // A visit after the review counts only where its plan asks for an item in dispute, and then less.
      const early = visits.filter(({ iso }) => !lastReview || !iso || iso <= lastReview);
      const isLate = early.length === 0;
      const first = earliest(isLate ? visits.filter((visit) => plansItem(ask, visit.span, request.span)) : early);
      if (!first?.iso || first.iso <= request.iso) continue;
      yield {
        span: request.span,
        message: `The request is dated ${request.text}, before the first visit described (${first.text}).`,
        related: [{ span: first.span, message: `First visit described: ${first.text}` }],
        ...(isLate && { atMost: 'information' as const }),
      };
    }
  },
});

/** Between the visit and the request, a sentence of the summary plans or asks for an item in dispute. */
function plansItem(ask: Ask, visit: Span, request: Span): boolean {
  const prose = ask(caseSummary)?.prose;
  if (!prose || visit.end > request.start) return false;
  const between = span(visit.end, request.start);
  const items = ask.letter.blocks.flatMap((block) => ask(mentionsIn, block, prose));
  const plans = ask(conceptsIn, prose).of('request.disputed');
  return ask(sentencesIn, prose).some(
    (sentence) =>
      hasWithin(plans, sentence) &&
      contains(between, toSourceSpan(prose, sentence)) &&
      items.some((item) => contains(sentence, item)),
  );
}

function earliest(dates: readonly StatedDate[]): StatedDate | undefined {
  return dates.toSorted((a, b) => (a.iso ?? '').localeCompare(b.iso ?? ''))[0];
}

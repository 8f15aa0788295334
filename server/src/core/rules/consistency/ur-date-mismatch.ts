import { caseDates, isSameDay } from '../../analysis/case-dates';
import { defineLetterRule } from '../rule';

export const urDateMismatch = defineLetterRule({
  code: 'IMR406',
  name: 'ur-date-mismatch',
  severity: 'warning',
  fix: null,
  reads: 'case',
  summary: 'The date of the utilization review in the summary is not that of the case header.',
  why: 'Independent medical review is of one utilization review decision, named by its date in the notice of assignment (8 CCR 9792.10.4). Another date in the summary raises the question whether the right decision was reviewed, and the time to apply runs from it (Labor Code 4610.5(h)).',
  repair: 'Look the date up in the utilization review decision and correct the other.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low back
pain and takes Norco 10/325mg #60. Utilization review dated 12/17/2016 denied Norco 10/325mg #60.
                                                            ^^^^^^^^^^`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low back
pain. On 11/30/2016 Norco 10/325mg #60 was requested. On December 7, 2016, utilization review denied
the request for Norco 10/325mg #60, for a date of service of 11/30/2016.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low back
pain. Utilization review on 11/25/2016 certified an MRI. Utilization review on 12-7-16 denied Norco
10/325mg #60.`,
      },
    ],
  },
  *check({ ask }) {
    const { header, review } = ask(caseDates);
    const { urDenialDate } = header;
    const stated = review.filter(({ iso }) => iso !== null);
    const [first] = stated;
    if (!urDenialDate?.iso || !first || stated.some(({ iso }) => isSameDay(iso, urDenialDate.iso))) return;
    yield {
      span: first.span,
      message: `The summary dates the utilization review ${first.text}, the case header ${urDenialDate.text}. It must be plain which decision was reviewed. Correct the one that is wrong.`,
      related: [{ span: urDenialDate.span, message: `UR Denial Date in the header: ${urDenialDate.text}` }],
    };
  },
});

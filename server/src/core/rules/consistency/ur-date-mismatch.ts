import { caseDates, isSameDay } from '../../analysis/case-dates';
import { isoDateFaultOf } from '../../analysis/date-faults';
import { defineLetterRule } from '../rule';

export const urDateMismatch = defineLetterRule({
  code: 'IMR406',
  name: 'ur-date-mismatch',
  severity: 'warning',
  fix: null,
  reads: 'case',
  summary: 'The date of the utilization review in the summary differs from the case header.',
  why: 'The header identifies the utilization review decision under review by its date. Joined applications may add others (8 CCR 9792.10.4(a)), so this rule reports a summary that never gives the date of the header. Such a summary raises doubt about whether the right decision was reviewed.',
  repair: 'Look up the date in the utilization review decision and correct the wrong one.',
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
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low back
pain. On December 7, 3016, utilization review denied the request for Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ ask }) {
    const { header, review } = ask(caseDates);
    const { urDenialDate } = header;
    // A date that cannot be meant is reported as such (IMR407).
    const isSound = (iso: string | null): boolean => iso !== null && isoDateFaultOf(ask, iso) === undefined;
    const stated = review.filter(({ iso }) => isSound(iso));
    const [first] = stated;
    if (
      !urDenialDate?.iso ||
      !isSound(urDenialDate.iso) ||
      !first ||
      stated.some(({ iso }) => isSameDay(iso, urDenialDate.iso))
    )
      return;
    yield {
      span: first.span,
      message: `Utilization review date differs: ${first.text} here, ${urDenialDate.text} in the header.`,
      related: [{ span: urDenialDate.span, message: `UR Denial Date in the header: ${urDenialDate.text}` }],
    };
  },
});

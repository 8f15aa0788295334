import { caseDates } from '../../analysis/case-dates';
import { recordDates } from '../../analysis/record-dates';
import { defineLetterRule } from '../rule';

export const eventBeforeInjury = defineLetterRule({
  code: 'IMR415',
  name: 'event-before-injury',
  severity: 'warning',
  fix: null,
  reads: 'case',
  summary: 'The summary dates a visit or request of this case before the injury.',
  why: 'A visit cannot be about an injury that has not happened. One of the two dates is wrong, or the visit belongs to another claim. A plainly erroneous finding of fact may be a ground of appeal (Labor Code 4610.6(h)).',
  repair: 'Look both dates up in the report and the application, or say that the visit was for an earlier condition.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. The progress note
dated 02/06/2016 shows spasm. On 09/30/2016, the injured worker reported more pain. Utilization review
      ^^^^^^^^^^
                                 ^^^^^^^^^^
on 12/07/2016 denied the request for Norco 10/325mg #60.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. The request for
authorization dated 10/02/2016 is for Norco. Utilization review on 12/07/2016 denied the request for Norco
                    ^^^^^^^^^^
10/325mg #60.`,
      },
    ],
    good: [
      {},
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has a history of
visits for gout, the last visit on 02/06/2016. An MRI of 09/01/2016 is normal. The office visit on
11/30/2016 shows spasm. Utilization review on 12/07/2016 denied the request for Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ ask }) {
    const { dateOfInjury: injuryDate } = ask(caseDates).header;
    const injury = injuryDate?.iso;
    if (!injury) return;
    const { visits, requests } = ask(recordDates);
    const events = [
      ...visits.map((date) => ({ date, what: 'visit' })),
      ...requests.map((date) => ({ date, what: 'request' })),
    ];
    for (const { date, what } of events) {
      if (!date.iso || date.iso >= injury || yearsBetween(date.iso, injury) > mostYears) continue;
      yield {
        span: date.span,
        message: `This ${what} of ${date.text} is before the injury of ${injuryDate.text}.`,
        related: [{ span: injuryDate.span, message: `Date of injury in the header: ${injuryDate.text}` }],
      };
    }
  },
});

/** What is longer before is of an earlier condition, and no slip of the pen. */
const mostYears = 2;

function yearsBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / (365.25 * 24 * 60 * 60 * 1000);
}

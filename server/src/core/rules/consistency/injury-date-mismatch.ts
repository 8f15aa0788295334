import { caseDates, isSameDay, type StatedDate } from '../../analysis/case-dates';
import type { Finding } from '../../problem/problem';
import { defineLetterRule } from '../rule';

export const injuryDateMismatch = defineLetterRule({
  code: 'IMR405',
  name: 'injury-date-mismatch',
  severity: 'warning',
  fix: null,
  summary: 'The date of injury in the text differs from the case header.',
  why: 'The date of injury identifies the claim; applications of one employee may be joined only if they share it (8 CCR 9792.10.4(a)). With two dates, a party can say that another injury was reviewed. A plainly erroneous finding of fact may be a ground of appeal (Labor Code 4610.6(h)).',
  repair: 'Look up the date in the application and correct the other one.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/08/2016. She has low back
                                                                    ^^^^^^^^^^
pain and takes Norco 10/325mg #60. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female who was hurt in a fall. After an earlier injury on
4/2/2009 she had surgery. She sustained an industrial injury on November 18, 2016. She has low back
pain and takes Norco 10/325mg #60. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
      {
        summary: `The injured worker is a 44 year old female with an injury in 11/2016. She has low back pain and
takes Norco 10/325mg #60. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ ask }) {
    const { header, injury } = ask(caseDates);
    const { dateOfInjury } = header;
    if (!dateOfInjury?.iso) return;
    const inSummary = injury.filter(({ block }) => block === undefined);
    const inRationales = injury.filter(({ block }) => block !== undefined);
    const agrees = (date: StatedDate): boolean => isSameDay(date.iso, dateOfInjury.iso) || date.iso === null;
    const [first] = inSummary;
    if (first && !inSummary.some(agrees)) yield mismatch(first, dateOfInjury);
    const wrong = inRationales.filter(
      (date) => !agrees(date) && !inSummary.some(({ iso }) => isSameDay(iso, date.iso)),
    );
    for (const [i, date] of wrong.entries()) {
      if (wrong.findIndex(({ block }) => block === date.block) === i) yield mismatch(date, dateOfInjury);
    }
  },
});

function mismatch(stated: StatedDate, header: StatedDate): Finding {
  return {
    span: stated.span,
    message: `Date of injury differs: ${stated.text} here, ${header.text} in the header.`,
    related: [{ span: header.span, message: `Date of Injury in the header: ${header.text}` }],
  };
}

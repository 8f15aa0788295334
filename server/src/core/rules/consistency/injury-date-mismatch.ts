import { caseDates, isSameDay, type StatedDate } from '../../analysis/case-dates';
import type { Finding } from '../../problem/problem';
import { defineLetterRule } from '../rule';

export const injuryDateMismatch = defineLetterRule({
  code: 'IMR405',
  name: 'injury-date-mismatch',
  severity: 'warning',
  fix: null,
  summary: 'The date of injury in the text is not that of the case header.',
  why: 'The date of injury says which claim the determination is about (8 CCR 9792.10.4 joins applications of one date of injury). Two dates let a party say that another injury was reviewed, and a plainly erroneous finding on a matter of ordinary knowledge may be a ground of appeal (Labor Code 4610.6(h)).',
  repair: 'Look the date up in the application and correct the other.',
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
    if (first && !inSummary.some(agrees)) yield mismatch(first, dateOfInjury, 'summary');
    const wrong = inRationales.filter(
      (date) => !agrees(date) && !inSummary.some(({ iso }) => isSameDay(iso, date.iso)),
    );
    for (const [i, date] of wrong.entries()) {
      if (wrong.findIndex(({ block }) => block === date.block) === i) yield mismatch(date, dateOfInjury, 'rationale');
    }
  },
});

function mismatch(stated: StatedDate, header: StatedDate, where: string): Finding {
  return {
    span: stated.span,
    message: `The ${where} dates the injury ${stated.text}, the case header ${header.text}. A letter with two dates of injury can be taken for one about another claim. Correct the one that is wrong.`,
    related: [{ span: header.span, message: `Date of Injury in the header: ${header.text}` }],
  };
}

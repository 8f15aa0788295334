import { caseDates } from '../../analysis/case-dates';
import type { HeaderField } from '../../model/letter';
import { defineLetterRule } from '../rule';

export const datesOutOfOrder = defineLetterRule({
  code: 'IMR408',
  name: 'dates-out-of-order',
  severity: 'error',
  fix: null,
  reads: 'case',
  summary: 'The dates in the case header are in an impossible order.',
  why: 'The injury comes before the denial, the denial before the application, the application before the assignment, and the assignment before the decision. The time to decide runs from receipt of the request and the documents and depends on the dispute: 5 working days for a drug on the formulary, 30 days for other treatment, 72 hours for an imminent and serious threat to health (Labor Code 4610.6(d)(1); the last deadline is not confirmed). If the order is wrong, at least one date is wrong.',
  repair: 'Look up the date in the application and the notice of assignment.',
  examples: {
    bad: [
      {
        header: `Case Number:    CM17-0999999
Date Assigned:  01/18/2017      Date of Injury:  11/18/2016
Decision Date:  02/06/2016      UR Denial Date:  12/07/2016
                ^^^^^^^^^^
Priority:       Standard        Application      01/16/2017
                                Received:`,
      },
      {
        header: `Case Number:    CM17-0999999
Date Assigned:  01/18/2017      Date of Injury:  11/18/2017
                                                 ^^^^^^^^^^
Decision Date:  02/10/2017      UR Denial Date:  12/07/2016
Priority:       Standard        Application      01/16/2017
                                Received:`,
      },
    ],
    good: [
      {
        header: `Case Number:    CM17-0999999
Date Assigned:  01/18/2017      Date of Injury:  12/07/2016
Decision Date:  02/10/2017      UR Denial Date:  12/07/2016
Priority:       Standard        Application      01/18/2017
                                Received:`,
      },
    ],
  },
  *check({ ask }) {
    const { header } = ask(caseDates);
    const dates = order.flatMap(([key, name]) => {
      const date = header[key];
      return date?.iso && plausible.test(date.iso) ? [{ name, text: date.text, iso: date.iso, span: date.span }] : [];
    });
    const kept = longestAscending(dates.map(({ iso }) => iso));
    for (const [i, date] of dates.entries()) {
      if (kept.has(i)) continue;
      const other = dates.find(
        (candidate, j) => kept.has(j) && (j < i ? candidate.iso > date.iso : candidate.iso < date.iso),
      );
      if (!other) continue;
      const isBefore = other.iso > date.iso;
      yield {
        span: date.span,
        message: `The ${date.name} (${date.text}) is ${isBefore ? 'before' : 'after'} the ${other.name} (${other.text}).`,
        related: [{ span: other.span, message: `The ${other.name}: ${other.text}` }],
      };
    }
  },
});

/** A year that cannot be meant is reported as such (IMR407). */
const plausible = /^(?:19|20[0-4])/;
/** Each no later than the next. */
const order: readonly (readonly [HeaderField['key'], string])[] = [
  ['dateOfInjury', 'date of injury'],
  ['urDenialDate', 'UR denial date'],
  ['applicationReceived', 'date of the application'],
  ['dateAssigned', 'date of assignment'],
  ['decisionDate', 'decision date'],
];

/** Indexes of the longest run of values that do not descend; what is outside it is out of order. */
function longestAscending(values: readonly string[]): ReadonlySet<number> {
  const runs: number[][] = [];
  values.forEach((value, i) => {
    const before = runs.filter((run) => (values[run.at(-1) ?? 0] ?? '') <= value);
    const longest = before.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []);
    runs.push([...longest, i]);
  });
  return new Set(runs.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []));
}

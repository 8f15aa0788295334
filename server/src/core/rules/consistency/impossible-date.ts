import { caseDates } from '../../analysis/case-dates';
import { conceptsIn } from '../../analysis/concepts';
import { dateFaultOf } from '../../analysis/date-faults';
import { datesIn } from '../../analysis/date-mentions';
import type { Ask } from '../../analysis/fact';
import { runningText } from '../../analysis/running-text';
import { monthName } from '../../model/dates';
import type { Finding } from '../../problem/problem';
import { marked } from '../../text/matches';
import { type Reading, toSourceSpan } from '../../text/reading';
import type { Span } from '../../text/span';
import { TakenText } from '../../text/taken-text';
import { defineLetterRule, type LetterContext } from '../rule';

export const impossibleDate = defineLetterRule({
  code: 'IMR407',
  name: 'impossible-date',
  severity: 'error',
  fix: null,
  summary: 'A date does not exist, or cannot belong to this case.',
  why: 'Reports, requests, and decisions are identified by their dates. Month 13 or the year 3026 identifies nothing.',
  repair: 'Look up the date in the record.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. On 13/28/2016 she
                                                                                   ^^^^^^^^^^
had low back pain, and on February 30, 2017 too. Utilization review on 12/07/2016 denied Norco.
                          ^^^^^^^^^^^^^^^^^`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. A drug screen was
done on 11/25/3016. Utilization review denied Norco 10/325mg #60 on 12/07/2016.
        ^^^^^^^^^^`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low back
pain. Utilization review denied Norco 10/325mg #60 on 12/3 12/7/2016.
                                                      ^^^^^^^^^^^^^^`,
      },
      {
        header: `Case Number:    CM17-0999999
Date Assigned:  01/18/2017      Date of Injury:  11/31/2016
                                                 ^^^^^^^^^^
Decision Date:  02/10/2017      UR Denial Date:  12/07/2016
Priority:       Standard        Application      01/16/2017
                                Received:`,
        summary: 'The injured worker is a 44 year old female. Utilization review denied Norco 10/325mg #60.',
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11-18 2016. She was seen on
                                                                    ^^^^^^^^^^
11/22/20116, 11//29/2016 and 12/2/206. Utilization review denied Norco 10/325mg #60 on 12 07-2016.
^^^^^^^^^^^
             ^^^^^^^^^^^
                             ^^^^^^^^
                                                                                       ^^^^^^^^^^`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She was seen in June 20216,
                                                                                                ^^^^^^^^^^
on August 12, 20106, May 4, 201, March 181, 2016 and 11/221/2016. Utilization review denied Norco on 12/07/2016.
   ^^^^^^^^^^^^^^^^
                     ^^^^^^^^^^
                                 ^^^^^^^^^^^^^^^
                                                     ^^^^^^^^^^^`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She may take March 20 mg. Pain was 8/10, then
7/10 8/10, at L3-4-5 and L5-S1, with 5/5 strength, in 5-6 2016 visits, on 11/30/2016 and 12/
14/2016. She takes Norco 10-325 mg 4-6-8 hourly. Utilization review on 12/07/2016 denied Norco.`,
      },
    ],
  },
  *check(context) {
    yield* headerDates(context);
    for (const reading of context.ask(runningText)) {
      const reported = new TakenText(reading.text.length);
      for (const { text, year, month, day, iso, start, end } of context.ask(datesIn, reading)) {
        const fault = dateFaultOf(context.ask, { year, month, day, iso });
        if (!fault || isNumberOfRecord(context.ask, reading, start)) continue;
        reported.take({ start, end });
        yield finding(toSourceSpan(reading, { start, end }), text, fault);
      }
      for (const match of context.ask.matches(reading, broken)) {
        const place = { start: match.index, end: match.index + match[0].length };
        if (reported.has(place)) continue;
        yield finding(toSourceSpan(reading, place), match[0], 'two dates run together');
      }
      for (const match of [mistyped, mistypedInWords].flatMap((pattern) => context.ask.matches(reading, pattern))) {
        const place = { start: match.index, end: match.index + match[0].length };
        if (reported.has(place)) continue;
        reported.take(place);
        yield finding(toSourceSpan(reading, place), match[0], 'a digit or separator is missing or doubled');
      }
    }
  },
});

const digits = '0123456789';

/**
 * Two dates run together, where one should stand: `on 3/25 7/14`. A pain score (`7/10 8/10`) has no such word before it, and no
 * second number above 12; where both have one, no word is asked for.
 */
const broken = marked(
  digits,
  /(?:(?<=\b(?:on|dated|date of|of|since|until|through|before|after) )(?!\d{1,2}\/10 \d{1,2}\/10\b)|(?<![\w/.-])(?=\d{1,2}\/(?:1[3-9]|2\d|3[01]) \d{1,2}\/(?:1[3-9]|2\d|3[01])\b(?! ?(?:degrees|%))))(?:[1-9]|1[0-2])\/\d{1,2} (?:[1-9]|1[0-2])\/\d{1,2}(?:\/(?:\d{4}|\d{2}))?\b(?!\/)/gi,
);

const month = '(?:0?[1-9]|1[0-2])';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const lateDay = '(?:1[3-9]|2\\d|3[01])';
const dateWord = '(?<=\\b(?:on|dated|date of|injury of|claim from|since|until|review|review of) \\(?)';
/** `11/18/20116`, `11/18/206`, `11/181/2016`, `111/18/2016`, `11//18/2016`, `11-18 2016`, `11 18-2016`, `11-18/2016`. What may be a range or a score needs a word before it. */
const mistyped = marked(
  digits,
  new RegExp(
    [
      `${month}([/-])${day}\\1(?:(?:19|20)(?:\\d|\\d{3})|2[01]\\d)`,
      `(?:${month}([/-])\\d{3}\\2|\\d{3}([/-])${day}\\3)(?:19|20)\\d\\d`,
      `${month}(?:[/-]{2}${day}[/-]{1,2}|[/-]${day}[/-]{2})(?:(?:19|20)\\d\\d|\\d\\d)`,
      `${month}(?:-${day}\\/|\\/${day}-)(?:19|20)\\d\\d`,
      `${month}(?:[/-]${lateDay} | ${lateDay}[/-])(?:19|20)\\d\\d`,
      `${dateWord}${month}(?:[/-]${day} | ${day}[/-])(?:(?:19|20)\\d\\d|1\\d)`,
    ]
      .map((form) => `(?<![\\w/.-])${form}(?![\\w/-])`)
      .join('|'),
    'gi',
  ),
);

/** `June 20216`, `June 18, 206`, `June 181, 2016`. */
const mistypedInWords = marked(
  'JFMASOND',
  new RegExp(
    `\\b${monthName}(?:,? | of )(?:${day}(?:st|nd|rd|th)?(?:, ?| ))?(?:(?:19|20|21)\\d{3}\\b|(?<=\\d,? )(?:19\\d|20\\d|21\\d)\\b(?![.,]?\\d| ?(?:mg|mcg|%)))|\\b${monthName} \\d{3},? (?:19|20)\\d\\d\\b`,
    'g',
  ),
);

/** `MRN: 44-88-12` */
function isNumberOfRecord(ask: Ask, reading: Reading, start: number): boolean {
  const labels = ask(conceptsIn, reading).family('identifier');
  return labels.some(({ kind, end }) => kind !== 'birth' && end <= start && start - end < 4);
}

function* headerDates(context: LetterContext): Generator<Finding> {
  const { header } = context.letter;
  const stated = context.ask(caseDates).header;
  for (const { key, span, text } of Object.values(header?.fields ?? {})) {
    const date = stated[key];
    const [month = 0, day = 0, year = 0] = (date?.text ?? '').split(/[/.-]/).map(Number);
    const fault =
      date &&
      /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(date.text) &&
      dateFaultOf(context.ask, { year, month, day, iso: date.iso });
    if (fault) yield finding(span, text, fault);
  }
}

function finding(span: Span, text: string, fault: string): Finding {
  return { span, message: `Impossible date "${text}": ${fault}.` };
}

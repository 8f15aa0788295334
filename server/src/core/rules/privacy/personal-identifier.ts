import type { Ask } from '../../analysis/fact';
import { findDates } from '../../model/dates';
import { replace } from '../../problem/edits';
import { type Reading, toSourceSpan } from '../../text/reading';
import type { Span } from '../../text/span';
import { defineReadingRule } from '../rule';

/** A kind of identifier; what is to be redacted is the group `id` of its pattern, or all of it. */
interface IdentifierKind {
  readonly what: string;
  readonly patterns: readonly RegExp[];
}

const state = '(?:AZ|CA|CO|FL|ID|IL|NM|NV|NY|OR|TX|UT|WA|California|Nevada|Arizona|Oregon)';
const street =
  'Street|St\\.|Avenue|Ave\\b|Boulevard|Blvd|Road|Rd\\b|Lane|Ln\\b|Drive|Dr\\.?(?=,)|Court|Ct\\b|Terrace|Circle|Parkway|Pkwy|Highway|Hwy|Way\\b(?=,)|Place\\b(?=,)';

const kinds: readonly IdentifierKind[] = [
  {
    what: 'a social security number',
    patterns: [
      /(?<![\d-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g,
      /\b(?:SSN|social security (?:number|no\.?|#))[ :#]{0,3}(?:is |of )?(?<id>[\dXx*]{3}[- ][\dXx*]{2}[- ]\d{4}|[\dXx*-]{0,8}\d{4})(?!\d)/gi,
    ],
  },
  {
    what: 'a telephone number',
    patterns: [
      /(?<![\w.-])(?:\+?1[-. ])?(?:\((?!8(?:00|33|44|55|66|77|88))\d{3}\) ?|(?!8(?:00|33|44|55|66|77|88))[2-9]\d{2}[-.])\d{3}[-.]\d{4}(?![\w-])/g,
      /\b(?:telephone|phone|fax|tel\.?|cell|mobile)(?: number| no\.?)?[ :#]{1,3}(?:is |at )?(?:\+?1[-. ])?(?<id>\(?\d{3}\)?[-. ]?\d{3}[-. ]?\d{4})(?!\d)/gi,
    ],
  },
  { what: 'an e-mail address', patterns: [/(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g] },
  {
    what: 'a postal address',
    patterns: [
      new RegExp(
        `(?<![\\w/.#-])\\d{1,6}(?: [NSEW]\\.?| North| South| East| West)?(?: (?:[A-Z][a-z'’]{1,20}|\\d{1,3}(?:st|nd|rd|th))){1,3} (?:${street})`,
        'g',
      ),
      /\bP\.? ?O\.? Box \d{1,7}\b/gi,
      new RegExp(`\\b[A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20}){0,2}, ?${state},? \\d{5}(?:-\\d{4})?\\b`, 'g'),
    ],
  },
  {
    what: 'a name of the patient',
    patterns: [
      /\b(?:Mr|Mrs|Ms|Miss)\.? (?<id>[A-Z][a-z'’-]{1,20}(?: [A-Z][a-z'’-]{1,20})?)(?![\w])/g,
      /\b(?:[Pp]atient|[Cc]laimant|[Aa]pplicant|[Ee]mployee|[Ii]njured [Ww]orker)(?:['’]s)? [Nn]ame(?: is)?:? (?<id>[A-Z][a-z'’-]{1,20},? [A-Z][a-z'’-]{1,20})(?![\w])/g,
    ],
  },
  {
    what: 'a claim, record or file number',
    patterns: [
      /\b(?:claims?|medical records?|patient|chart|account|policy|member|employee|file|EAMS|WCAB(?: case)?|ADJ)(?: ?(?:number|no\.?|num\.?|id)\b ?[:#.]{0,2}| ?#:?) ?(?:is |of )?(?<id>[A-Z]{0,5}[-\d]{0,20}\d{3}[-\d]{0,20})(?![\w])/gi,
      /\b(?:driver['’]?s? licen[sc]e|passport|license plate)(?: ?(?:number|no\.?)\b| ?#)?:? ?(?:is )?(?<id>[A-Z]?\d{5,9})\b/gi,
      /\bMRN(?: number)?[ :#]{0,3}(?<id>[A-Z]{0,3}-?\d{4,15})\b/gi,
      /\bADJ ?\d{5,9}\b/g,
    ],
  },
];

const birth =
  /\b(?:DOB|D\.O\.B\.|date of birth|birth ?date|birthday|born(?: on)?)[ :,]{1,3}(?:is |was |of |on )?(?=[\dA-Z])/gi;
const redacted = '[redacted]';

export const personalIdentifier = defineReadingRule({
  code: 'IMR601',
  name: 'personal-identifier',
  severity: 'warning',
  fix: 'review',
  summary: 'The text holds a name, a number, a date or an address that identifies a person.',
  why: 'Determinations are published with individually identifiable information taken out (Labor Code 4610.6), and medical information is confidential (Civil Code 56.10). An identifier in the running text slips through when only the cover page is redacted.',
  repair:
    'Take the identifier out, or say what it is needed for without it: an age for a birth date, "the claims administrator" for an address. The case header keeps the case number; that is no finding.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female (DOB: 03/09/1972) with a date of injury of 11/18/2016. Her claim
                                                 ^^^^^^^^^^
number 2016-0099812 and SSN 219-09-9999 are on file; she lives at 12 North Elm Street, Fresno, CA 93701 and can
       ^^^^^^^^^^^^
                            ^^^^^^^^^^^
                                                                  ^^^^^^^^^^^^^^^^^^^
                                                                                       ^^^^^^^^^^^^^^^^
be reached at (559) 555-0123 or j.doe@example.org. Utilization review on 12/07/2016 denied Norco 10/325mg #60.
              ^^^^^^^^^^^^^^
                                ^^^^^^^^^^^^^^^^^`,
      },
      {
        summary: `Patient name: Jane Doe. The injured worker is a 44 year old female with a date of injury of 11/18/2016. Ms. Doe
              ^^^^^^^^
                                                                                                            ^^^
can be reached at Tel. +1 559 555 0123. Utilization review on 12/07/2016 denied Norco 10/325mg #60.
                          ^^^^^^^^^^^^`,
      },
    ],
    good: [
      {
        header: 'Case Number:    CM17-0999999\nDate Assigned:  01/18/2017      Date of Injury:  11/18/2016',
        summary: `The injured worker is a 44 year old female with a date of injury of 11-18-2016. She was born in Fresno and takes
Norco 10/325mg #60; 10 Physical Therapy visits were done and pain is 5-6/10. Call 1-800-555-0199 for the
guideline, 8 C.C.R. 9792.20-9792.26. CPT 99213. In case CM17-0999999 utilization review on 12/07/2016 denied Norco
10/325mg #60 (file 2 of 3).`,
      },
    ],
  },
  *check({ ask, reading }) {
    for (const { span, what } of findIdentifiers(ask, reading)) {
      const place = toSourceSpan(reading, span);
      yield {
        span: place,
        message: `This looks like ${what}. The letter is published, and a person can be known by it (Labor Code 4610.6). Take it out.`,
        fixes: [{ title: `Write "${redacted}"`, kind: 'review', edits: [replace(place, redacted)] }],
      };
    }
  },
});

/** In text order; of two that overlap, the first. */
function findIdentifiers(ask: Ask, reading: Reading): { span: Span; what: string }[] {
  const found = kinds.flatMap(({ what, patterns }) =>
    patterns.flatMap((pattern) => ask.matches(reading, pattern).map((match) => ({ what, span: spanOf(match) }))),
  );
  for (const match of ask.matches(reading, birth)) {
    const from = match.index + match[0].length;
    const date = findDates(reading.text.slice(from, from + 24))[0];
    if (date?.start === 0 && date.day !== null)
      found.push({ what: 'a birth date', span: { start: from, end: from + date.end } });
  }
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return found.filter(({ span }, i) => i === 0 || (found[i - 1]?.span.end ?? 0) <= span.start);
}

/** Of the group `id`, which ends its match, where the pattern has one. */
function spanOf(match: RegExpMatchArray): Span {
  const end = (match.index ?? 0) + match[0].length;
  return { start: end - (match.groups?.id ?? match[0]).length, end };
}

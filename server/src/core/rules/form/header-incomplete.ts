import type { CaseHeader, HeaderField, Letter } from '../../model/letter';
import { insert, replace } from '../../problem/edits';
import type { Fix } from '../../problem/fix';
import type { Finding } from '../../problem/problem';
import { choiceOf } from '../../text/snippet';
import { defineLetterRule } from '../rule';

type Key = HeaderField['key'];

export const headerIncomplete = defineLetterRule({
  code: 'IMR110',
  name: 'header-incomplete',
  severity: 'warning',
  fix: 'review',
  reads: 'case',
  summary: 'The case header lacks a row, or a row has an invalid value.',
  why: 'The header ties the determination to its application: the case number, the injury, and the utilization review denial. Its dates are compared with the time limits, which run from service of that denial (Labor Code 4610.5(h)) and from receipt of the request and documents (Labor Code 4610.6(d)).',
  repair: 'Give every row its value. Write case numbers as CM17-0012345 and dates as MM/DD/YYYY.',
  whileTyping: 'quiet',
  examples: {
    bad: [
      {
        header: `Case Number:    CM17-999
                ^^^^^^^^
Date Assigned:  1/12/17         Date of Injury:  11/18/2016
                ^^^^^^^
Decision Date:                  UR Denial Date:  12/07/2016
^^^^^^^^^^^^^^
Priority:       Standard        Application      01/16/2017
                                Received:`,
      },
      {
        header: `Case Number:    CM17-0999999
^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Date Assigned:  01/18/2017      Date of Injury:  11/18/2016
Decision Date:  02/10/2017
Priority:       Standard        Application      01/16/2017
                                Received:`,
      },
    ],
    good: [
      {},
      { form: '2014' },
      {
        header: `Case Number: CM16-0999999
Date Assigned: 01/18/2017
Date of Injury: 11/18/2016
Decision Date: 02/10/2017
UR Denial Date: 12/07/2016
Priority: Expedited
Application Received: 01/16/2017`,
      },
    ],
  },
  *check({ letter }) {
    const { header } = letter;
    if (!header) return;
    const missing = letter.form.headerRows.filter(({ key }) => !header.fields[key]);
    if (missing.length > 0) yield rowsMissing(letter, header, missing);
    for (const { key, label } of letter.form.headerRows) {
      const field = header.fields[key];
      if (!field) continue;
      if (field.text === '') yield rowEmpty(field, label);
      else if (!shapeOf(key).test(field.text)) yield rowMalformed(field, label);
    }
  },
});

function shapeOf(key: Key): RegExp {
  if (key === 'caseNumber') return /^CM\d\d-\d{7}$/;
  if (key === 'priority') return /^(?:Standard|Regular|Expedited)\b/i;
  return /^\d\d\/\d\d\/\d{4}$/;
}

function rowsMissing(letter: Letter, header: CaseHeader, missing: Letter['form']['headerRows']): Finding {
  const labels = missing.map(({ label }) => `"${label}:"`).join(', ');
  const first = Object.values(header.fields)[0];
  return {
    span: first ? { start: first.label.start, end: Math.max(first.label.end, first.span.end) } : header.span,
    message: `The case header has no ${labels}.`,
    fixes: missing.every(({ key }) => key === 'priority') ? [insertPriority(letter, header)] : [],
  };
}

/** The one row with a usual value; a date or number nobody can guess. */
function insertPriority({ layout }: Letter, { span }: CaseHeader): Fix {
  const row = [`${layout.lineEnding}Priority: `, choiceOf(['Standard', 'Expedited'])];
  return { title: 'Insert "Priority:"', kind: 'review', edits: [insert(span.end, row)] };
}

function rowEmpty(field: HeaderField, label: string): Finding {
  return {
    span: field.label,
    message: `"${label}:" is empty in the case header.`,
  };
}

function rowMalformed(field: HeaderField, label: string): Finding {
  return {
    span: field.span,
    message: `Invalid ${label} "${field.text}". Expected ${expectationOf(field.key)}.`,
    fixes: correctionOf(field),
  };
}

function expectationOf(key: Key): string {
  if (key === 'caseNumber') return 'CM, two digits of the year, a hyphen and seven digits';
  return key === 'priority' ? 'Standard or Expedited' : 'a date as MM/DD/YYYY';
}

/** What is only written otherwise is rewritten: `1/2/17`, `2017-01-02`, `CM17 0012345`. */
function correctionOf({ key, text, span }: HeaderField): Fix[] {
  if (key === 'priority') return [];
  const right = key === 'caseNumber' ? caseNumberIn(text) : dateIn(text);
  return right ? [{ title: `Write ${right}`, kind: 'review', edits: [replace(span, right)] }] : [];
}

function caseNumberIn(text: string): string | undefined {
  const parts = /^CM ?(\d\d)[ –-]{0,3}(\d{7})$/i.exec(text);
  return parts ? `CM${parts[1]}-${parts[2]}` : undefined;
}

function dateIn(text: string): string | undefined {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  const [month, day, year] = iso
    ? [iso[2], iso[3], iso[1]]
    : (/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)$/.exec(text)?.slice(1) ?? []);
  if (!month || !day || !year) return undefined;
  return [month.padStart(2, '0'), day.padStart(2, '0'), year.length === 2 ? `20${year}` : year].join('/');
}

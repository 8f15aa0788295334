import { describe, expect, it } from 'vitest';
import { parseHeader } from '../../server/src/core/syntax/header';
import { normalizedText } from '../../server/src/core/text/normalize/normalized-text';
import { createSourceText } from '../../server/src/core/text/source-text';
import { formOf, wholeOf, words } from './form';

const parse = (text: string, within = wholeOf(text)) => parseHeader(text, within, formOf('2015'));
const valuesOf = (source: string) => {
  const { text } = normalizedText(createSourceText(source));
  const values = (parse(text)?.children ?? []).filter(({ kind }) => kind === 'header-value');
  return values.map((value) => words(text, value));
};
const rows = (text: string) =>
  (parse(text)?.children ?? []).map((row) => `${row.kind.slice(7)} ${row.role}: ${words(text, row)}`);

describe('the case header', () => {
  it('gives each label its value, in the order of the text', () => {
    expect(rows('Date Assigned: 1/2/2016\nCase Number: CM16-0000001')).toEqual([
      'label dateAssigned: Date Assigned:',
      'value dateAssigned: 1/2/2016',
      'label caseNumber: Case Number:',
      'value caseNumber: CM16-0000001',
    ]);
  });

  it('is the span of its rows', () => {
    const text = 'Notes\nCase Number: CM16-0000001 \nMore';
    expect(parse(text)).toMatchObject({ kind: 'header', start: 6, end: text.indexOf(' \n') });
  });

  it('is none without a label, and none before the part that is asked about', () => {
    expect(parse('Case 5')).toBeUndefined();
    expect(parse('Case Number: CM16-0000001', { start: 4, end: 25 })).toBeUndefined();
  });

  it.each([
    ['two labels on a line', 'Case Number: CM16-1 Date Assigned: 1/2/2016', ['CM16-1', '1/2/2016']],
    [
      'columns three spaces apart',
      'Case Number: CM16-1   of the file\nDate Assigned: 1/2/2016',
      ['CM16-1', '1/2/2016'],
    ],
    ['a value with two spaces', 'Case Number: CM16-1  of\nDate Assigned: 1/2/2016', ['CM16-1  of', '1/2/2016']],
    ['a tab', 'Case Number:\u00a0CM16-1\tof\nDate Assigned: 1/2/2016', ['CM16-1', '1/2/2016']],
    ['a value that is missing', 'Case Number:\nDate Assigned: 1/2/2016', ['', '1/2/2016']],
    ['hard spaces in a label', 'Case\u00a0Number : CM16-1\nDATE ASSIGNED: 1/2/2016', ['CM16-1', '1/2/2016']],
  ])('reads %s', (_, text, expected) => {
    expect(valuesOf(text)).toEqual(expected);
  });

  it('reads a column of values behind all labels', () => {
    const three = 'Case Number:\nDate Assigned:\nDate of Injury:\nCM16-1 \n1/2/2016\n3/4/2015';
    expect(rows(three).filter((row) => row.startsWith('value'))).toEqual([
      'value caseNumber: CM16-1',
      'value dateAssigned: 1/2/2016',
      'value dateOfInjury: 3/4/2015',
    ]);
    const two = 'Case Number:\nDate Assigned:\nCM16-1\n1/2/2016';
    expect(valuesOf(two)).toEqual(['CM16-1', '1/2/2016']);
    const short = 'Case Number:\nDate Assigned:\nDate of Injury:\nCM16-1\n1/2/2016';
    expect(valuesOf(short).toSorted()).toEqual(['', '1/2/2016', 'CM16-1']);
  });

  it('knows a label that is split round its value', () => {
    expect(rows('Case Number: CM16-1\nApplication 1/2/2016\nReceived:')).toEqual([
      'label caseNumber: Case Number:',
      'value caseNumber: CM16-1',
      'label applicationReceived: Application',
      'value applicationReceived: 1/2/2016',
      'label applicationReceived: Received:',
    ]);
    expect(rows('Application 1/2/2016 Received: no')[1]).toBe('value applicationReceived: 1/2/2016');
  });
});

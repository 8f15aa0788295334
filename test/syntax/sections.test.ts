import { describe, expect, it } from 'vitest';
import type { Form } from '../../server/src/core/syntax/form';
import { scanLines } from '../../server/src/core/syntax/lines';
import { findSections } from '../../server/src/core/syntax/sections';
import { formOf, words } from './form';

const find = (text: string, form: Form = formOf('2014')) => findSections(text, scanLines(text), form);
const headings = (text: string) =>
  find(text).map(({ kind, heading, misspelled }) => `${kind}${misspelled ? '?' : ''} ${words(text, heading)}`);

describe('headings of sections', () => {
  it('stand in the order of the text, with the lines they take', () => {
    const text = 'A cover\n\nIMR ISSUES, DECISIONS AND RATIONALES\n\nA brace\n\nCLINICAL CASE SUMMARY\n\nHe fell.';
    expect(find(text)).toEqual([
      { kind: 'issues', heading: { start: 9, end: 45 }, misspelled: false, firstLine: 1, bodyLine: 2 },
      { kind: 'case-summary', heading: { start: 56, end: 77 }, misspelled: false, firstLine: 3, bodyLine: 4 },
    ]);
  });

  it.each([
    ['CLINICAL CASE SUMMARY:', 'case-summary CLINICAL CASE SUMMARY:'],
    ['CLINICAL   CASE SUMMARY', 'case-summary CLINICAL   CASE SUMMARY'],
    ['CLINICAL CASE\nSUMMARY', 'case-summary CLINICAL CASE\nSUMMARY'],
    ['Clinical Case Summary', 'case-summary? Clinical Case Summary'],
    ['CLINICAL CASE SUMARRY', 'case-summary? CLINICAL CASE SUMARRY'],
    ['CLINICAL SUMMARY', 'case-summary? CLINICAL SUMMARY'],
    ['CLINICAL CASE AND SUMMARY', 'case-summary? CLINICAL CASE AND SUMMARY'],
    ['CLINICAL CASE SUMMERYS', 'case-summary? CLINICAL CASE SUMMERYS'],
  ])('%j is one', (text, expected) => {
    expect(headings(text)).toEqual([expected]);
  });

  it.each([
    ['Clinical summary'],
    ['SUMMARY'],
    ['CLINICAL'],
    ['CLINICAL CASE AND FULL SUMMARY'],
    ['OLD CLINICAL DRAFT CASE SUMMARY'],
    ['The clinical case summary'],
    [`CLINICAL CASE SUMMARY${' '.repeat(100)}X`],
    ['CLINICAL NOTES'],
  ])('%j is none', (text) => {
    expect(headings(text)).toEqual([]);
  });

  it('are not called misspelled in small letters where the form is known by its headings alone', () => {
    const form = formOf('2014');
    const known: Form = { ...form, basis: 'headings' };
    expect(find('Clinical Case Summary', known)[0]?.misspelled).toBe(false);
    expect(find('Clinical Case Summary', { ...form, basis: 'observed' })[0]?.misspelled).toBe(true);
  });

  it('are not looked for again in their second line', () => {
    expect(headings('CLINICAL CASE\nSUMMARY\nCLINICAL CASE SUMMARY')).toEqual([
      'case-summary CLINICAL CASE\nSUMMARY',
      'case-summary CLINICAL CASE SUMMARY',
    ]);
  });
});

describe('a section without its heading', () => {
  const lead = 'The Final Determination was based on decisions';

  it('is known by the first six words of its lead, in any case and over any space', () => {
    for (const opening of [lead, lead.toUpperCase(), lead.replace(' ', '\n')]) {
      expect(find(`A note.\n\n${opening} below`)).toEqual([
        { kind: 'issues', heading: { start: 9, end: 9 }, misspelled: false, firstLine: 1, bodyLine: 1 },
      ]);
    }
  });

  it('is not known by fewer words, nor in mid-paragraph, nor once its heading is found', () => {
    expect(headings('A note.\n\nThe Final Determination was based upon facts')).toEqual([]);
    expect(headings(`A note of\n${lead} below`)).toEqual([]);
    expect(headings(`IMR ISSUES, DECISIONS AND RATIONALES\n\n${lead} below`)).toHaveLength(1);
  });

  it('stands before a heading that follows it', () => {
    expect(headings(`${lead} below\n\nCLINICAL CASE SUMMARY`)).toEqual([
      'issues ',
      'case-summary CLINICAL CASE SUMMARY',
    ]);
  });
});

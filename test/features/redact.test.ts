import { describe, expect, it } from 'vitest';
import { applyEdits, composeExample, redactLetter, rules } from '../../server/src/core/index';
import { findOpenTexts } from '../../server/src/core/text/open-text';
import { fictionalLetters } from '../letters/fictional';
import { allLetters, analyze, read } from './analyzed';

const redact = (text: string) => redactLetter(text, read);

const summary = `Patient name: Jane Doe. The injured worker is a 44 year old female (DOB: 03/09/1972) with a date of injury of
11/18/2016. Ms. Doe can be reached at Tel. 559-555-0123 or j.doe@example.org; claim number 2016-0099812 is on file, and
she lives at 12 North Elm Street, Fresno, CA 93701. Jane Doe asked about 2016-0099812 in May. Utilization review on 12/07/2016
denied Norco 10/325mg #60.`;
const letter = composeExample({ summary });

/** Examples of the two rules, and letters of every form. */
const examples = rules
  .filter(({ code }) => code === 'IMR601' || code === 'IMR602')
  .flatMap(({ code, examples: { bad, good } }) => {
    return [...bad, ...good].map(
      (example, i) => [`${code} ${i}`, composeExample(example).replace(/^ *\^[ ^]*\n/gm, '')] as const,
    );
  });
const letters = [...examples, ...fictionalLetters().map(({ name, text }) => [name, text] as const), ...allLetters()];

describe('the redacted letter', () => {
  it('has words in brackets for what identifies a person, and the rest as it was', () => {
    const redacted = summary
      .replaceAll('Jane Doe', '[PATIENT REDACTED]')
      .replace('03/09/1972', '[BIRTH DATE REDACTED]')
      .replace('Ms. Doe', 'Ms. [PATIENT REDACTED]')
      .replace('559-555-0123', '[TELEPHONE NUMBER REDACTED]')
      .replace('j.doe@example.org', '[E-MAIL ADDRESS REDACTED]')
      .replaceAll('2016-0099812', '[NUMBER REDACTED]')
      .replace('12 North Elm Street', '[ADDRESS REDACTED]')
      .replace('Fresno, CA 93701', '[ADDRESS REDACTED]');
    expect(redact(letter)).toEqual({
      text: letter.replace(summary, redacted),
      replaced: [
        '3 names of the patient',
        '1 birth date',
        '1 telephone number',
        '1 e-mail address',
        '2 claim, record, or file numbers',
        '2 postal addresses',
      ],
      count: 10,
    });
  });

  it('reads the signature of a mail and the lines between pages too, which the letter itself is read without', () => {
    const signed = `${letter.trimEnd()}\n\n-- \nJohn Q. Public, MD\nPatient: Jane Doe\nTel. 559-555-0123\n`;
    const paged = letter.replace('\n\n', '\n\n\fPatient name: Jane Doe   Page 2 of 3\n\n');
    expect(redact(signed).text).toMatch(
      /-- \n\[REVIEWER REDACTED\]\nPatient: \[PATIENT REDACTED\]\nTel\. \[TELEPHONE NUMBER REDACTED\]\n$/,
    );
    expect(redact(paged).text).not.toContain('Jane Doe');
  });

  it('still says that two birth dates differ, also when one is redacted already', () => {
    const twice = letter.replace('(DOB: 03/09/1972)', 'whose date of birth is listed as 03/09/1972 and 09/03/1972');
    const once = 'listed as [BIRTH DATE REDACTED] and ';
    expect(redact(twice).text).toContain(`${once}[DIFFERENT BIRTH DATE REDACTED]`);
    expect(redact(twice.replace(/listed as .{10} and /, once)).text).toContain(
      `${once}[DIFFERENT BIRTH DATE REDACTED]`,
    );
    expect(redact(twice.replace('09/03/1972', '03-09-1972')).text).toContain(`${once}[BIRTH DATE REDACTED]`);
  });

  it('names no reviewer', () => {
    const signed = letter.replace(
      'is not medically necessary.',
      'is not medically necessary. Reviewed by John Roe, M.D.',
    );
    expect(signed).not.toBe(letter);
    const { text, replaced } = redact(signed);
    expect(text).toContain('Reviewed by [REVIEWER REDACTED]');
    expect(replaced).toContain('1 name or license of the reviewer');
  });

  it('keeps a letter in which nothing is found', () => {
    const text = composeExample({});
    expect(redact(text)).toEqual({ text, replaced: [], count: 0 });
  });

  it('keeps a word that is short enough to be any word or year', () => {
    const short = summary.replaceAll('Doe', 'May').replace('Jane May asked', 'She asked');
    expect(redact(composeExample({ summary: short })).text).toContain('in May.');
  });

  it.each(letters)('of %s is the same when it is redacted again', (_, text) => {
    const once = redact(text);
    expect(redact(once.text)).toEqual({ text: once.text, replaced: [], count: 0 });
  });

  it.each(examples)('of %s has no finding of the two rules', (_, text) => {
    const codes = analyze(redact(text).text).problems.map(({ code }) => code);
    expect(codes.filter((code) => code === 'IMR601' || code === 'IMR602')).toEqual([]);
  });

  it('has the words that the quick fixes of the two rules write', () => {
    const fixes = analyze(letter).problems.flatMap(({ code, fixes: [fix] = [] }) =>
      code === 'IMR601' && fix ? [fix] : [],
    );
    const text = applyEdits(
      letter,
      fixes.flatMap(({ edits }) => edits),
    );
    expect(findOpenTexts(text)).toEqual([]);
    expect(text).toContain('(DOB: [BIRTH DATE REDACTED])');
  });

  it('has no open place or choice that was not there', () => {
    let count = 0;
    for (const [name, text] of letters) {
      const redacted = redact(text);
      count += redacted.count;
      expect(findOpenTexts(redacted.text).length, name).toBeLessThanOrEqual(findOpenTexts(text).length);
    }
    expect(count).toBeGreaterThan(5);
  });
});

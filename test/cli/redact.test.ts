import { describe, expect, it } from 'vitest';
import { openDesk } from './imr';
import { soundLetter } from './letters';

const desk = openDesk();
const named = soundLetter.replace(/year old (?:fe)?male/, '$& (DOB: 03/09/1972, Tel. 559-555-0123)');
const redacted = named
  .replace('03/09/1972', '[BIRTH DATE REDACTED]')
  .replace('559-555-0123', '[TELEPHONE NUMBER REDACTED]');

describe('imr redact', { timeout: 60_000 }, () => {
  it('writes the letter to another file, and counts what was replaced', () => {
    expect(redacted).not.toBe(soundLetter);
    desk.write('a.imr', named);
    const err = 'a.imr: replaced 1 birth date; 1 telephone number\n';
    expect(desk.imr(['redact', 'a.imr', '-o', 'out.imr'])).toEqual({ code: 0, out: '', err });
    expect(desk.read('out.imr')).toBe(redacted);
    expect(desk.read('a.imr')).toBe(named);
  });

  it('prints standard input, and changes nothing the second time', () => {
    expect(desk.imr(['redact', '-', '--quiet'], { input: named })).toEqual({ code: 0, out: redacted, err: '' });
    const again = desk.imr(['redact', '-'], { input: redacted });
    expect(again).toMatchObject({ code: 0, out: redacted, err: expect.stringMatching(/: replaced nothing\n$/) });
  });

  it('heeds no rule that is off', () => {
    desk.write('off/.imr.yaml', 'rules: {personal-identifier: off}\n');
    desk.write('off/a.imr', named);
    expect(desk.imr(['redact', 'off/a.imr']).out).toBe(redacted);
  });

  it('never replaces an input', () => {
    desk.write('b.imr', named);
    const { code, err } = desk.imr(['redact', 'b.imr', '-o', './b.imr']);
    expect([code, desk.read('b.imr')]).toEqual([2, named]);
    expect(err).toContain('would replace a file that imr reads');
  });

  it.each([
    [[], 'needs one letter'],
    [['a.imr', 'b.imr'], 'needs one letter'],
    [['.'], 'not a folder'],
    [['a.imr', '-o', 'a.docx'], 'writes a text'],
    [['none.imr'], 'none.imr'],
  ])('refuses %j', (args, words) => {
    desk.write('a.imr', named);
    const { code, err } = desk.imr(['redact', ...args]);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});

// docs/law.md lists every provision that a rule gives as its reason, and how certain its text is.
import { expect, it } from 'vitest';
import { rules } from '../../server/src/core/index';
import { readProjectFile } from '../project';
import { lawCitations } from './law-citations';

const rows = readProjectFile('docs/law.md')
  .split('\n')
  .filter((line) => /^\| (?:Labor Code|8 CCR)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, law = '', says = '', basis = '', source = '', codes = '']) => ({ law, says, basis, source, codes }));

it('takes provisions out of a sentence', () => {
  const why = 'So it is (Labor Code 4610.6(c) and (e)). 8 CCR 9792.21(d) and 9792.21.1 say more. See 8 CCR 9792.20.';
  expect(lawCitations({ code: 'IMR1', why, repair: '' }).map(({ law }) => law)).toEqual([
    'Labor Code 4610.6(c)',
    'Labor Code 4610.6(e)',
    '8 CCR 9792.21(d)',
    '8 CCR 9792.21.1',
    '8 CCR 9792.20',
  ]);
});

it('lists each provision once, with the rules that name it', () => {
  const cited = rules.flatMap(lawCitations);
  const expected = [...new Set(cited.map(({ law }) => law))].map((law) => {
    const codes = cited.filter((each) => each.law === law).map(({ code }) => code);
    return `${law}: ${codes.join(', ')}`;
  });
  expect(rows.map(({ law, codes }) => `${law}: ${codes}`).sort()).toEqual(expected.sort());
});

it('says of each how certain it is, and where it was seen', () => {
  for (const { law, says, basis, source } of rows) {
    expect(['seen', 'seen in part', 'inferred', 'recalled'], law).toContain(basis);
    expect(says, law).not.toBe('');
    if (basis.startsWith('seen')) expect(source, law).not.toBe('');
  }
});

import { describe, expect, it } from 'vitest';
import { findLabels } from '../../server/src/core/syntax/labels';
import { scanLines } from '../../server/src/core/syntax/lines';
import { formOf, wholeOf, words } from './form';

const find = (text: string, within = wholeOf(text)) => findLabels(text, within, scanLines(text), formOf('2014'));
const labels = (text: string) =>
  find(text).map((label) => `${label.kind}${label.misspelled ? '?' : ''} ${words(text, label)}`);

describe('labels spelled right', () => {
  it('are found in order, wherever they stand', () => {
    expect(
      labels(
        'Brace: Upheld\nClaims Administrator guideline: None.MAXIMUS guideline: None.\nDecision rationale: He fell.',
      ),
    ).toEqual([
      'claimsAdministratorGuideline Claims Administrator guideline:',
      'reviewerGuideline MAXIMUS guideline:',
      'rationale Decision rationale:',
    ]);
  });

  it('may be wrapped by a narrow column', () => {
    expect(labels('Claims\n  Administrator\nguideline: None.')).toEqual([
      'claimsAdministratorGuideline Claims\n  Administrator\nguideline:',
    ]);
  });

  it('count in another case at the start of a line only', () => {
    expect(labels('DECISION RATIONALE: He fell.')).toEqual(['rationale? DECISION RATIONALE:']);
    expect(labels('We did not see a decision rationale: he fell.')).toEqual([]);
    expect(labels('We did not see a Decision rationale: he fell.')).toEqual(['rationale Decision rationale:']);
  });

  it('are those of the part of the text that is asked about', () => {
    const text = 'MAXIMUS guideline: None.\nDecision rationale: He fell.\nDecision rational: He fell.';
    const second = text.indexOf('Decision');
    const third = text.lastIndexOf('Decision');
    expect(find(text, { start: 2, end: third }).map(({ start, end }) => [start, end])).toEqual([[second, second + 19]]);
    expect(find(text, { start: third, end: text.length }).map(({ start }) => start)).toEqual([third]);
    expect(find(text, { start: third, end: text.length - 1 })).toEqual([]);
  });
});

describe('labels spelled otherwise', () => {
  it.each([
    ['Decision rational: He fell.', 'rationale? Decision rational:'],
    ['Decison rationle : He fell.', 'rationale? Decison rationle :'],
    ['Decision rationale; He fell.', 'rationale? Decision rationale;'],
    ['Decision rationale. He fell.', 'rationale? Decision rationale.'],
    ['Decision rationale - He fell.', 'rationale? Decision rationale -'],
    ['Decision rationale – He fell.', 'rationale? Decision rationale –'],
    ['Decision rationale', 'rationale? Decision rationale'],
    ['Decision rationale He fell.', 'rationale? Decision rationale'],
    ['Rationale: He fell.', 'rationale? Rationale:'],
    ['Decision and rationale: He fell.', 'rationale? Decision and rationale:'],
    ['Decision of the rationale: He fell.', 'rationale? Decision of the rationale:'],
    ['Administrator guideline: None.', 'claimsAdministratorGuideline? Administrator guideline:'],
  ])('%j holds one', (text, expected) => {
    expect(labels(text)).toEqual([expected]);
  });

  it.each([
    ['Decisive rationals: He fell.'],
    ['Decision rationales were given'],
    ['Decision of all the rationale: He fell.'],
    ['A guideline of theirs: None.'],
    ['Rationale of the decision: He fell.'],
    ['The irrationale: He fell.'],
    [': Decision'],
    ['Rationale he fell.'],
  ])('%j holds none', (text) => {
    expect(labels(text)).toEqual([]);
  });

  it('need a guideline sentence behind them inside a paragraph where every mark is missing', () => {
    expect(labels('He walks.\nMAXIMUS guideline Decision based on MTUS')).toEqual([
      'reviewerGuideline? MAXIMUS guideline',
    ]);
    expect(labels('He walks.\nMAXIMUS guideline pages are long')).toEqual([]);
    expect(labels('He walks.\nMAXIMUS guideline; pages are long')).toEqual(['reviewerGuideline? MAXIMUS guideline;']);
  });

  it('are reworded at the beginning of a paragraph only', () => {
    expect(labels('He walks.\nRationale: he fell.')).toEqual([]);
    expect(labels('He walks.\n\nRationale: he fell.')).toEqual(['rationale? Rationale:']);
  });

  it('stand within 80 characters of the start of a line', () => {
    expect(labels(`Decison rationale${' '.repeat(62)}: He fell.`)).toHaveLength(1);
    expect(labels(`Decison rationale${' '.repeat(63)}: He fell.`)).toEqual([]);
  });
});

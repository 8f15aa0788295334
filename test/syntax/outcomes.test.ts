import { describe, expect, it } from 'vitest';
import { isOpenOutcome, meantOutcome, outcomeOf } from '../../server/src/core/syntax/outcomes';
import { formOf } from './form';

const form = formOf('2014');

describe('an outcome', () => {
  it.each([
    ['Upheld', 'Upheld'],
    ['OVERTURNED', 'Overturned'],
    ['upheld', 'Upheld'],
    ['Upheld.', null],
    ['Uphold', null],
    ['', null],
  ])('of %j is %j', (word, expected) => {
    expect(outcomeOf(word)).toBe(expected);
  });
});

describe('an outcome that is still to be chosen', () => {
  it.each(['[Upheld | Overturned]', '[overturned | upheld]', '[ Upheld | Overturned ]', '[Upheld | Upheld]'])(
    'is %j',
    (text) => expect(isOpenOutcome(text)).toBe(true),
  );

  it.each([
    '[Upheld]',
    'Upheld | Overturned',
    '[Upheld | Overturned',
    'Upheld | Overturned]',
    '[Upheld|Overturned]',
    '[Upheld | Denied]',
    '[is | is not]',
    '[]',
  ])('is not %j', (text) => expect(isOpenOutcome(text)).toBe(false));
});

describe('what a value was meant for', () => {
  it.each([
    ['Uph', 'Upheld'],
    ['Up', null],
    ['Over', 'Overturned'],
    ['upholded', 'Upheld'],
    ['Uphled', 'Upheld'],
    ['Overtuned', 'Overturned'],
    ['Denied', 'Upheld'],
    ['Approved', 'Overturned'],
    ['Partially overturned', 'partial'],
    ['pending', 'unclear'],
    ['', null],
    ['knee brace', null],
    ['Denied as not of use', null],
    [`Denied ${'x'.repeat(41)}`, 'Upheld'],
    [`Denied ${'x'.repeat(42)}`, null],
  ])('%j is %j', (text, expected) => {
    expect(meantOutcome(text, form)).toBe(expected);
  });
});

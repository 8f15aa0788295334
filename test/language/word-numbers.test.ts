import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutWords, readWords } from '../../server/src/language/word-numbers';

describe('words laid out as a table', () => {
  it('are found by number and by word, and others are not', () => {
    const lists = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 200 });
    fc.assert(
      fc.property(lists, fc.string(), (list, other) => {
        const words = readWords(layOutWords(list));
        expect(words.count).toBe(list.length);
        expect(list.map((word) => words.numberOf(word))).toEqual(list.map((_, number) => number));
        expect(list.map((_, number) => words.wordOf(number))).toEqual(list);
        expect(words.numberOf(other)).toBe(list.includes(other) ? list.indexOf(other) : undefined);
      }),
    );
  });

  it.each([-1, 2])('have no word of number %i among two', (number) => {
    expect(readWords(layOutWords(['knee', 'pain'])).wordOf(number)).toBeUndefined();
  });

  it('keep beginnings and endings of words apart', () => {
    const words = readWords(layOutWords(['knee', 'pain', 'kneepain']));
    expect(['kne', 'nee', 'eepa', ''].map((word) => words.numberOf(word))).toEqual(new Array(4).fill(undefined));
    expect(words.numberOf('kneepain')).toBe(2);
  });
});

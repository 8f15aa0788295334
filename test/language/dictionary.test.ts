import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDictionary } from '../../server/src/core/index';
import { buildWords } from '../../server/src/core/language/word-list';
import { editDistance } from '../../server/src/core/text/edit-distance';
import { language } from '../language';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', "'"), minLength: 1, maxLength: 6 });

describe('a dictionary', () => {
  it('has the words that it was built of, and no other', () => {
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (words, others) => {
        const dictionary = createDictionary(buildWords(words));
        for (const each of [...words, ...others]) expect(dictionary.has(each), each).toBe(words.includes(each));
      }),
    );
  });

  it('finds every word that is near, the nearest first', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), word, fc.constantFrom(1, 2), (words, wrong, limit) => {
        const distanceOf = (each: string) => editDistance(wrong.toLowerCase(), each.toLowerCase(), limit);
        const expected = [...new Set(words)].filter((each) => distanceOf(each) > 0 && distanceOf(each) <= limit);
        const found = createDictionary(buildWords(words)).near(wrong, limit);
        expect(found.map((each) => each.word).sort()).toEqual(expected.sort());
        for (const { word: each, distance } of found) expect(distance, each).toBe(distanceOf(each));
        expect(found.map(({ distance }) => distance)).toEqual(found.map(({ distance }) => distance).sort());
      }),
    );
  });

  it('looks up once what is asked again and again, however much else is asked', () => {
    const dictionary = createDictionary(buildWords(['abdomen']));
    const first = dictionary.near('abdomin', 1);
    for (let i = 0; i < 20_000; i++) {
      dictionary.near(`${i}`, 1);
      if (i % 1000 === 0) expect(dictionary.near('abdomin', 1), `after ${i}`).toBe(first);
    }
  });

  it('takes a word in capitals or at the start of a sentence, and a name with its capital only', () => {
    const dictionary = createDictionary(buildWords(['pain', 'Paris', 'MRI', 'McMurray']));
    const known = ['pain', 'Pain', 'PAIN', 'Paris', 'PARIS', 'MRI', 'McMurray'];
    const unknown = ['paris', 'mri', 'Mri', 'pAIN', 'Mcmurray', 'pai', 'pains', ''];
    expect(known.filter((each) => !dictionary.knows(each))).toEqual([]);
    expect(unknown.filter((each) => dictionary.knows(each))).toEqual([]);
  });
});

describe('the dictionary that ships', () => {
  it.each(['received', 'necessary', 'radiculopathy', 'paraspinal', 'Spurling', 'cyclobenzaprine', 'norco', 'Los'])(
    'has %s',
    (each) => expect(language.dictionary.has(each)).toBe(true),
  );

  it.each(['recieved', 'neccessary', 'spurling', 'xyzzy'])('lacks %s', (each) =>
    expect(language.dictionary.has(each)).toBe(false),
  );
});

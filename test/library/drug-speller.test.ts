import { describe, expect, it } from 'vitest';
import { builtinLibrary } from '../../server/src/builtin/library';

const meant = (word: string) => builtinLibrary.drugMeant(word)?.names;

describe('the drug that a word means', () => {
  it.each([
    ['gabapantin', ['gabapentin']],
    ['Norcco', ['Norco']],
    ['carlsoprodol', ['carisoprodol']],
    ['hydrocodne', ['hydrocodone']],
    ['flexor', ['Effexor', 'Flector']],
  ])('%s', (word, names) => {
    expect(meant(word)?.toSorted()).toEqual(names);
  });

  it.each(['Norco', 'norco', 'Somas', 'knee', 'the', 'a', '', 'gabapentine sodium', 'xqzwvk'])(
    '%j means none',
    (word) => {
      expect(meant(word)).toBeUndefined();
    },
  );

  it('is doubtful where the word is one of the language', () => {
    expect(builtinLibrary.drugMeant('flexor')?.isWord).toBe(true);
    expect(builtinLibrary.drugMeant('Narco')?.isWord).toBe(true);
    expect(builtinLibrary.drugMeant('Norcco')?.isWord).toBe(false);
  });

  it('is never a name of the packs itself', () => {
    const names = builtinLibrary.drugs.flatMap(({ generic, brands = [], names: more = [] }) => [
      generic,
      ...brands,
      ...more,
    ]);
    expect(names.filter((name) => meant(name))).toEqual([]);
  });
});

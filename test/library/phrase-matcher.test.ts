import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinLibrary } from '../../server/src/builtin/library';
import type { PhraseEntry } from '../../server/src/core/index';
import { tokenize } from '../../server/src/core/library/lexicon/tokens';
import { indexPhrases, matchPhrases } from '../../server/src/core/library/phrase-matcher';
import { compilePhrase } from '../../server/src/core/text/phrase-pattern';
import { readCorpus } from '../corpus/corpus';
import { indexPhrases as oracleIndex, matchPhrases as oracleMatches } from '../oracles/phrases';
import { root } from '../project';
import { readSharedLetters } from '../shared-letters';

const phrase = (pattern: string, replacement?: string): PhraseEntry => ({
  id: pattern,
  use: 'slip',
  pattern,
  ...(replacement !== undefined && { replacement }),
  why: 'it is wrong',
  example: { bad: '' },
});

const shown = (patterns: readonly PhraseEntry[], text: string) =>
  matchPhrases(indexPhrases(patterns), tokenize(text)).map(({ start, end, replacement }) => [
    text.slice(start, end),
    replacement,
  ]);

describe('the phrase matcher', () => {
  it.each([
    ['a b', 'A B, a  b, aa b, a bb, a b', ['A B', 'a b']],
    ['{in|on} as', 'In as, on as, onas', ['In as', 'on as']],
    ['{?very }good', 'good, very good, goods', ['good', 'very good']],
    ['is{? also| not} {word} x', 'is y x; is also y x; is y y x', ['is y x', 'is also y x']],
    ['prescrib{e|ing}', 'Prescribe, prescribing, prescribed', ['Prescribe', 'prescribing']],
    ['was prescribe{!d|s}', 'was prescribe, was prescribed', ['was prescribe']],
    ['{word} of us', 'many of us, of us', ['many of us']],
  ])('finds %s', (pattern, text, expected) => {
    expect(shown([phrase(pattern)], text).map(([found]) => found)).toEqual(expected);
  });

  it('takes the longest of those that begin at one place', () => {
    expect(shown([phrase('a b'), phrase('a b c')], 'a b c a b').map(([found]) => found)).toEqual(['a b c', 'a b']);
  });

  it('fills in the groups and keeps a capital', () => {
    expect(shown([phrase('with respect {the|his}', 'with respect to {1}')], 'With respect his pain')).toEqual([
      ['With respect his', 'With respect to his'],
    ]);
  });

  it('finds what the expressions of the patterns find, in every example that ships', () => {
    const uses = ['slip', 'absolute-negative', 'unsuitable-source'] as const;
    for (const { id, pattern, example } of uses.flatMap((use) => builtinLibrary.phrases(use))) {
      const expected = compilePhrase(pattern)?.exec(example.bad)?.[0];
      const found = builtinLibrary.matchPhrases(example.bad).filter((match) => match.phrase.id === id);
      expect(expected, id).toBeDefined();
      expect(
        found.map(({ start, end }) => example.bad.slice(start, end)),
        id,
      ).toEqual([expected]);
    }
  });

  it('turns each bad example that ships into the good one, where it is a misspelling', () => {
    for (const { id, fix, example } of builtinLibrary.phrases('slip')) {
      const [match] = builtinLibrary.matchPhrases(example.bad).filter((each) => each.phrase.id === id);
      if (fix !== 'misspelling' || example.good === undefined || match?.replacement === undefined) continue;
      const { start, end, replacement } = match;
      expect(example.bad.slice(0, start) + replacement + example.bad.slice(end), id).toBe(example.good);
    }
  });
});

describe('phrases on tokens', () => {
  const { phrases } = builtinLibrary;
  const all = (['slip', 'absolute-negative', 'unsuitable-source'] as const).flatMap((use) => phrases(use));
  const oracle = oracleIndex(all);

  it.each([...readCorpus(), ...readSharedLetters(root)].map(({ name, text }) => [name, text]))(
    'are found in %s as a search by words finds them',
    (_, text) => {
      const reading = text.replace(/\s+/g, ' ');
      expect(builtinLibrary.matchPhrases(reading)).toEqual(oracleMatches(oracle, reading));
    },
  );

  it('are found in any text of their words', () => {
    const words = all.flatMap(({ example, pattern }) => [example.bad, ...(pattern.match(/[\w'-]+/g) ?? [])]);
    const ending = fc.constantFrom(' ', ' ', '  ', 's ', "'s ", '-', ', ', '. ', '1', 'é', '_', '/');
    const text = fc.array(fc.tuple(fc.constantFrom(...words), ending), { maxLength: 20 });
    fc.assert(
      fc.property(text, (parts) => {
        const joined = parts.flat().join('');
        expect(builtinLibrary.matchPhrases(joined)).toEqual(oracleMatches(oracle, joined));
      }),
      { numRuns: 2000 },
    );
  });
});

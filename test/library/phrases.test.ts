import { describe, expect, it } from 'vitest';
import { builtinLibrary as library } from '../../server/src/builtin/library';
import type { PhraseEntry, PhraseUse } from '../../server/src/core/library/entries';
import { checkPhrase, compilePhrase, replacementFor } from '../../server/src/core/text/phrase-pattern';
import { cpuTime } from '../cpu-time';

const uses: PhraseUse[] = ['slip', 'absolute-negative', 'unsuitable-source'];
const phrases = uses.flatMap((use) => library.phrases(use));

function replaceAll({ pattern, replacement }: PhraseEntry, text: string): string {
  const expression = compilePhrase(pattern);
  if (!expression || replacement === undefined) return text;
  return [...text.matchAll(expression)].reverse().reduce((result, match) => {
    const end = match.index + match[0].length;
    return result.slice(0, match.index) + replacementFor(replacement, match) + result.slice(end);
  }, text);
}

describe('every phrase', () => {
  it.each(phrases.map((phrase) => [phrase.id, phrase] as const))(
    '%s finds its bad example and not the good one',
    (_, phrase) => {
      const expression = compilePhrase(phrase.pattern);
      expect([...phrase.example.bad.matchAll(expression as RegExp)].length).toBeGreaterThan(0);
      if (phrase.example.good) expect([...phrase.example.good.matchAll(expression as RegExp)]).toEqual([]);
      if (phrase.replacement !== undefined && phrase.example.good) {
        expect(replaceAll(phrase, phrase.example.bad)).toBe(phrase.example.good);
      }
    },
  );

  it.each(phrases.filter(({ fix }) => fix).map((phrase) => [phrase.id, phrase] as const))(
    '%s has something to put in its place',
    (_, phrase) => {
      expect(phrase.replacement).toBeDefined();
    },
  );

  it('takes linear time, fed 100 KB of its own beginning', () => {
    for (const { id, pattern, example } of phrases) {
      const expression = compilePhrase(pattern) as RegExp;
      const worst = example.bad.slice(0, -2).repeat(Math.ceil(100_000 / example.bad.length));
      expect(
        cpuTime(() => [...worst.matchAll(expression)]),
        id,
      ).toBeLessThan(500);
    }
  });
});

describe('the phrase language', () => {
  const finds = (pattern: string, text: string): string[] =>
    [...text.matchAll(compilePhrase(pattern) as RegExp)].map(([m]) => m);

  it.each([
    ['more then {one|two}', 'No more then two.', ['more then two']],
    ['more then {one|two}', 'No more then twofold.', []],
    ['was{? also} note.', 'It was also note. It was note.', ['was also note.', 'was note.']],
    ['with respect{! to}', 'with respect the work, with respect to it', ['with respect']],
    ['the {word} are', 'the spasms are, the 3 are', ['the spasms are']],
    ['1.5 (a+b)', 'x 1.5 (A+B)', ['1.5 (A+B)']],
    ['cat', 'concat cats cat', ['cat']],
    ["{patient|patient's} foot", "the patient's foot", ["patient's foot"]],
  ])('%s in %s', (pattern, text, expected) => {
    expect(finds(pattern, text)).toEqual(expected);
  });

  it.each(['', ' a', 'a {b', 'a }b', '{a{b}}', '{}', '{?}', '{!to}', 'a'.repeat(2001)])('refuses %j', (pattern) => {
    expect(checkPhrase(pattern)).toBeTypeOf('string');
    expect(compilePhrase(pattern)).toBeUndefined();
  });

  it('keeps a capital at the start', () => {
    const match = compilePhrase('in as much as that')?.exec('In as much as that');
    expect(match && replacementFor('inasmuch as', match)).toBe('Inasmuch as');
  });
});

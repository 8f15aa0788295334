// The constructions of the language packs, held to their own examples.
import { describe, expect, it } from 'vitest';
import { builtinLibrary as library } from '../../server/src/builtin/library';
import { constructionsIn, textOf } from '../../server/src/core/language/constructions';
import type { Sentence, Word } from '../../server/src/core/language/sentence';
import { checkPattern, parsePattern } from '../../server/src/core/library/construction-pattern';
import type { ConstructionEntry } from '../../server/src/core/library/entries';
import { readText } from '../../server/src/core/text/reading';
import { all } from '../library/shipped-packs';
import { tagger } from '../tagger';

const constructions = all('constructions');

function sentence(text: string): Sentence {
  const span = { start: 0, end: text.length };
  let before = -1;
  const words = tagger.tag(text).map(({ start, end, pos }) => {
    const isApart = start !== before;
    before = end;
    const word = text.slice(start, end);
    return { start, end, pos, text: word, lower: word.toLowerCase(), isApart };
  });
  return { span, reading: readText(text, span), text, words, place: 'case-summary', voice: 'case', quotations: [] };
}

function found({ id, rule }: ConstructionEntry, text: string) {
  return constructionsIn(sentence(text), library, rule).find(({ construction }) => construction.id === id);
}

describe('a construction', () => {
  it.each(constructions.map((entry) => [entry.id, entry] as const))('%s finds what it is about', (_, entry) => {
    expect(entry.examples.match.length, 'examples to match').toBeGreaterThan(0);
    expect(entry.examples.none.length, 'near misses').toBeGreaterThan(0);
    expect(entry.examples.match.filter((text) => !found(entry, text))).toEqual([]);
    expect(entry.examples.none.filter((text) => found(entry, text))).toEqual([]);
  });

  it.each(constructions.map((entry) => [entry.id, entry] as const))('%s is content with what it writes', (_, entry) => {
    for (const text of entry.examples.match) {
      const match = found(entry, text);
      if (match?.write === undefined) continue;
      const of = sentence(text);
      const { start } = of.words[match.words.first] as Word;
      const mended = `${text.slice(0, start)}${match.write}${text.slice(start + textOf(of, match.words).length)}`;
      expect(mended).not.toBe(text);
      expect(found(entry, mended.replace(/ {2,}/g, ' ')), mended).toBeUndefined();
    }
  });
});

describe('word lists', () => {
  it('named in a pattern are there', () => {
    const named = constructions.flatMap(({ pattern }) =>
      parsePattern(pattern).steps.flatMap((step) =>
        'tests' in step ? step.tests.flatMap(({ list }) => list ?? []) : [],
      ),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => library.wordList(name).size === 0)).toEqual([]);
  });
});

describe('a pattern', () => {
  it.each([
    ['<NOUN> {*<ADJ>}', 'a pattern needs a word or a list that must be there'],
    ['[lack of', 'a bracket is not closed'],
    ['[{?lack}] of', 'no word stands in the brackets'],
    ['Lack of', '"Lack" is not in lower case'],
    ['{lack of}', '"lack of" is no word, list or part of speech'],
    [`lack${' {*<NOUN>}'.repeat(5)}`, 'a pattern has too many parts that may be left out'],
    ['lack<noun>', '"lack<noun>" is no word, list or part of speech'],
  ])('%s is refused', (pattern, message) => {
    expect(checkPattern(pattern)).toBe(message);
  });

  it('writes what opened the sentence without its capital further inside', () => {
    const entry = constructions.find(({ id }) => id === 'bare-patient-first');
    expect(entry && found(entry, 'Patient has completed six visits.')?.write).toBe('the patient');
  });

  it('takes as many words as fit and gives some back', () => {
    const entry: ConstructionEntry = {
      id: 'house',
      rule: 'article',
      pattern: 'with [{*<ADJ|NOUN>} brace] {$}',
      write: '{a} {1} brace',
      examples: { match: [], none: [] },
    };
    const house = { ...library, constructions: [entry] };
    const [match] = constructionsIn(sentence('She walks with old elastic brace.'), house, 'article');
    expect(match?.write).toBe('an old elastic brace');
  });
});

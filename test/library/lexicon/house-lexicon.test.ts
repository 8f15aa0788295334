import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinSchemas } from '../../../server/src/builtin/schemas';
import type { ConceptId } from '../../../server/src/core/index';
import { createLibrary } from '../../../server/src/core/library/create-library';
import type { Pack } from '../../../server/src/core/library/entries';

const shipped: Pack = {
  version: 1,
  kind: 'lexicon',
  concepts: [
    { id: 'who', phrases: ['patient', 'worker'] },
    { id: 'left', phrases: ['the {@who} left', 'gone'] },
  ],
};

function load(...contents: object[]) {
  const packs = contents.map((content, i) => ({
    path: `house-${i}.yaml`,
    content: { version: 1, kind: 'lexicon', ...content },
  }));
  const { library, problems } = createLibrary([shipped], packs, builtinSchemas);
  const { lexicon } = library;
  const find = (id: string, text: string): string[] =>
    lexicon
      .match(lexicon.tokens(text))
      .of(id as ConceptId)
      .map(({ start, end }) => text.slice(start, end));
  return { find, problems: problems.map(({ pack, pointer, message }) => `${pack}${pointer}: ${message}`) };
}

describe("a team's lexicon", () => {
  it('adds phrases, which count wherever the concept is used', () => {
    const { find, problems } = load({ add: { who: ['member~'] } });
    expect(problems).toEqual([]);
    expect(find('left', 'The member left; the patient left.')).toEqual(['The member left', 'the patient left']);
  });

  it('takes phrases away', () => {
    const { find, problems } = load({ without: { who: ['worker'], left: ['gone'] } });
    expect(problems).toEqual([]);
    expect(find('left', 'The worker left, gone; the patient left.')).toEqual(['the patient left']);
  });

  it('defines concepts that build on those that ship, and later packs change them', () => {
    const { find, problems } = load(
      { concepts: [{ id: 'house', phrases: ['our {@who|guest}', { exact: 'May' }] }] },
      { add: { house: ['their {@who}'] }, without: { house: [{ exact: 'May' }] } },
    );
    expect(problems).toEqual([]);
    expect(find('house', 'Our guest, their patient in May.')).toEqual(['Our guest', 'their patient']);
  });

  it('has the forms of its own words', () => {
    const { find } = load({ inflections: { ox: ['oxen'] }, add: { who: ['ox~'] } });
    expect(find('who', 'ox, oxen, oxes')).toEqual(['ox', 'oxen']);
  });

  it.each<[string, object, string]>([
    [
      'a concept that is there',
      { concepts: [{ id: 'who', phrases: ['x'] }] },
      '/concepts/0/id: there is a concept "who" already; "add" gives it more phrases',
    ],
    ['an unknown concept', { add: { whom: ['x'] } }, '/add/whom/0: there is no concept "whom"'],
    ['a phrase that is there', { add: { who: ['x', 'patient'] } }, '/add/who/1: "who" holds this phrase already'],
    [
      'a phrase to take away that is not there',
      { without: { who: ['x'] } },
      '/without/who/0: "who" holds no such phrase, so it cannot be taken away',
    ],
    ['an unknown reference', { add: { who: ['x', 'a {@whom}'] } }, '/add/who/1: there is no concept "whom"'],
    ['a circle', { add: { who: ['a {@left}'] } }, '/add/who/0: "@left" leads back to "who"'],
    ['a broken phrase', { add: { who: ['a {b'] } }, '/add/who/0: a brace is not closed'],
    [
      'a broken phrase of its own',
      { concepts: [{ id: 'x', phrases: ['a', 'b}'] }] },
      '/concepts/0/phrases/1: a brace is closed that was not opened',
    ],
    [
      'a phrase that does not fit where the concept is used',
      { add: { who: ['{<!in}guest'] } },
      '/add/who/0: "{<!…}" stands at the beginning of a phrase only',
    ],
    [
      'an id that is none',
      { concepts: [{ id: 'No', phrases: ['x'] }] },
      '/concepts/0/id: "No" is not written as an id of a concept: lowercase words, separated by dots or hyphens',
    ],
    [
      'an unknown key',
      { removes: {} },
      '/removes: unknown key "removes"; known are $schema, version, kind, checkedOn, confidence, sources, concepts, add, without, inflections',
    ],
  ])('reports %s at its place', (_, content, problem) => {
    const { find, problems } = load(content);
    expect(problems).toEqual([`house-0.yaml${problem}`]);
    expect(find('left', 'The patient left.')).toEqual(['The patient left']);
  });

  it('points at the entry as the file counts, whatever else is broken in it', () => {
    const { problems } = load({ concepts: [{ id: 'a', phrases: [7, 'x {'] }, 'none', { id: 'b', phrases: ['y}'] }] });
    expect(problems.map((problem) => problem.replace(/:.*/, ''))).toEqual([
      'house-0.yaml/concepts/0/phrases/0',
      'house-0.yaml/concepts/1',
      'house-0.yaml/concepts/0/phrases/1',
      'house-0.yaml/concepts/2/phrases/0',
    ]);
  });

  it('never throws, whatever it holds', () => {
    const key = fc.constantFrom('concepts', 'add', 'without', 'inflections');
    fc.assert(
      fc.property(key, fc.jsonValue(), fc.string(), (list, value, phrase) => {
        const { find } = load({ [list]: value }, { add: { who: [phrase] } });
        expect(find('who', 'A patient.')).toContain('patient');
      }),
      { numRuns: 300 },
    );
  });
});

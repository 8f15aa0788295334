import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinTables } from '../../server/src/builtin/compiled-packs';
import { builtinLibrary as library } from '../../server/src/builtin/library';
import { builtinPacks } from '../../server/src/builtin/packs';
import { tokenize } from '../../server/src/core/library/lexicon/tokens';
import { mergePacks } from '../../server/src/core/library/merge-packs';
import { matchNames } from '../../server/src/core/library/name-matcher';
import { buildNameTables, packNames } from '../../server/src/core/library/name-tables';
import { createNameTree } from '../../server/src/core/library/name-tree';
import { namedEntries } from '../../server/src/core/library/names';
import { packNumbers, unpackNumbers } from '../../server/src/core/library/packed-numbers';
import { readCorpus } from '../corpus/corpus';
import { root } from '../project';
import { readSharedLetters } from '../shared-letters';

const named = namedEntries(mergePacks(builtinPacks));

/** The names of all entries in a tree that is built name by name. */
const tree = createNameTree();
const names: string[] = [];
for (const add of named.entries)
  add({
    add(spec) {
      tree.add(spec);
      names.push(spec.name);
    },
  });
for (const { title, add } of named.topics) {
  const found = matchNames(tree, tokenize(title));
  if (found.every(({ kind }) => kind === 'drug-class' || kind === 'abbreviation' || kind === 'topic')) add(tree);
}

describe('the tables of names', () => {
  it('are what the packs make at run time', () => {
    expect(builtinTables.names).toEqual(packNames(buildNameTables(named)));
  });

  it.each([...readCorpus(), ...readSharedLetters(root)].map(({ name, text }) => [name, text]))(
    'give the names of a tree in %s',
    (_, text) => {
      const reading = text.replace(/\s+/g, ' ');
      expect(library.matchNames(reading)).toEqual(matchNames(tree, tokenize(reading)));
    },
  );

  it('give the names of a tree in any text of their words', () => {
    const piece = fc.oneof(fc.constantFrom(...names), fc.constantFrom(...names.flatMap((name) => name.split(' '))));
    const ending = fc.constantFrom(' ', ' ', 's ', "'s ", '-', ', ', '. ', ' non-', ' of the ', '10 ', ' & ');
    const shape = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toLowerCase(),
      (text: string) => text.toUpperCase(),
    );
    const text = fc.array(
      fc.tuple(piece, ending, shape).map(([words, end, change]) => change(words) + end),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(text, (parts) => {
        const joined = parts.join('');
        expect(library.matchNames(joined)).toEqual(matchNames(tree, tokenize(joined)));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('packed numbers', () => {
  it('are the numbers again', () => {
    const number = fc.oneof(fc.integer({ min: -(2 ** 30), max: 2 ** 30 - 1 }), fc.integer({ min: -3, max: 40 }));
    fc.assert(
      fc.property(fc.array(number), (numbers) => {
        const array = Int32Array.from(numbers);
        expect(unpackNumbers(packNumbers(array))).toEqual(array);
      }),
    );
  });
});

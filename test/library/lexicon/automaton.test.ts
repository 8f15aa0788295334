import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConceptId } from '../../../server/src/core/index';
import { compileLexicon, readLexicon } from '../../../server/src/core/library/lexicon/compile';
import { createLexicon } from '../../../server/src/core/library/lexicon/lexicon';
import { mergeLexicon } from '../../../server/src/core/library/lexicon/merge-lexicon';
import { packTables, unpackTables } from '../../../server/src/core/library/lexicon/tables';
import { spansByReference } from './reference';
import { smallLexicon } from './small-lexicon';

const word = fc.constantFrom('a', 'b', 'ab', 'abc', 'go', 'MED', 'med', 's', '12', 'a.');

/** A piece of a phrase, not always sound. */
const { piece } = fc.letrec<{ piece: string; options: string }>((tie) => ({
  options: fc
    .array(
      fc.array(tie('piece'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')),
      { minLength: 1, maxLength: 3 },
    )
    .map((options) => options.join('|')),
  piece: fc.oneof(
    { maxDepth: 2 },
    { weight: 6, arbitrary: word },
    {
      weight: 1,
      arbitrary: fc.constantFrom('go~', 'ab*', '{word}', '{number}', '{..1}', '{..2}', '{..2,}', '{.}', '{^}', '{$}'),
    },
    { weight: 1, arbitrary: fc.constantFrom('{@one}', '{@two}') },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('', '?', '!', '<!'), tie('options'))
        .map(([mark, options]) => `{${mark}${options}}`),
    },
  ),
}));
const phrase = fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const phrases = fc.array(phrase, { minLength: 1, maxLength: 3 });
const text = fc
  .array(
    fc.tuple(
      fc.oneof(word, fc.constantFrom('goes', 'abcd', 'x', '. A', ',', '. ', '; b', ';')),
      fc.constantFrom(' ', ' ', ' ', '-', '’', '', '    '),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.flat().join(''));

/** Concepts of which a later one may refer to earlier ones; what is broken in them is left out by all alike. */
const lexicons = fc.record({ one: phrases, two: phrases, three: phrases }).map((concepts) => {
  const content = { concepts: Object.entries(concepts).map(([id, list]) => ({ id, phrases: list })) };
  const read = readLexicon(mergeLexicon([{ path: '', isHouse: false, content }]).source);
  return { concepts, read, lexicon: createLexicon(() => compileLexicon(read)) };
});

describe('the automaton', () => {
  it('rules out no word behind which a concept without phrases stands', () => {
    // "{@one} a" leads in a circle and is left out, so nothing follows the guard's "12".
    const { lexicon } = smallLexicon({ one: ['{!12 {@two} a} 12', 'a'], two: ['{@one} a'] });
    expect(lexicon.match(lexicon.tokens('12')).of('one' as ConceptId)).toEqual([{ start: 0, end: 2 }]);
  });

  it('finds what a plain matcher finds', () => {
    fc.assert(
      fc.property(lexicons, fc.array(text, { minLength: 1, maxLength: 5 }), ({ read, lexicon }, texts) => {
        for (const each of texts) {
          const tokens = lexicon.tokens(each);
          const matches = lexicon.match(tokens);
          for (const id of read.concepts.keys())
            expect(matches.of(id as ConceptId), `${id} in ${each}`).toEqual(spansByReference(tokens, read, id));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('finds the same after its tables were packed', () => {
    fc.assert(
      fc.property(lexicons, ({ read }) => {
        const tables = compileLexicon(read);
        expect(unpackTables(JSON.parse(JSON.stringify(packTables(tables))))).toEqual(tables);
      }),
      { numRuns: 100 },
    );
  });

  it('takes hyphens, apostrophes and spaces for one', () => {
    const parts = fc.array(fc.constantFrom('a', 'b', 'ab', 'go'), { minLength: 1, maxLength: 12 });
    const separator = fc.constantFrom('-', "'", '’', '‑', '–', '/', ' ');
    fc.assert(
      fc.property(
        lexicons,
        parts,
        fc.array(separator, { minLength: 12, maxLength: 12 }),
        ({ lexicon }, words, separators) => {
          const spaced = lexicon.match(lexicon.tokens(words.join(' ')));
          const other = lexicon.match(lexicon.tokens(words.map((each, i) => each + separators[i]).join('')));
          for (const id of ['one', 'two', 'three'])
            expect(other.of(id as ConceptId)).toEqual(spaced.of(id as ConceptId));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the pass over a text', () => {
  const { lexicon } = smallLexicon({
    it: ['a {..12} b', '{word} {..12,} c', '{a|a a|{?a} a a} {a|a a} {@that}', '{<!d {..5}} a'],
    that: ['{number} {..12} {a|b}', 'a{! {..5} e}'],
  });

  it.each(['a ', 'a a b ', 'x ', '1 ', '1.', 'a-', "a's ", ', ', 'a. A ', '  '])(
    'takes steps by the length of %j',
    (part) => {
      const steps = (times: number): number => lexicon.match(lexicon.tokens(part.repeat(times))).steps;
      const [short, long] = [steps(500), steps(5000)];
      // The last phrases of a text are cut short, which tells in a short text.
      expect(long).toBeLessThanOrEqual(short * 10.5);
    },
  );
});

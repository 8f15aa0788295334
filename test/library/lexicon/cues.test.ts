import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinLibrary } from '../../../server/src/builtin/library';
import { builtinPacks } from '../../../server/src/builtin/packs';
import { builtinSchemas } from '../../../server/src/builtin/schemas';
import { createLibrary } from '../../../server/src/core/library/create-library';
import type { Pack } from '../../../server/src/core/library/entries';
import { cuesOf } from '../../../server/src/core/library/lexicon/cues';
import { readCorpus } from '../../corpus/corpus';
import { createCueIndex } from '../../oracles/cues';
import { root } from '../../project';
import { readSharedLetters } from '../../shared-letters';

const { lexicon } = builtinLibrary;
/** Cues of words and spaces alone: of these the search by characters says the same. */
const cues = [...new Set(builtinPacks.flatMap((pack) => [...cuesOf(pack)].map(({ text }) => text)))].filter((cue) =>
  /^[a-zA-Z]+(?: [a-zA-Z]+)*$/.test(cue),
);
const index = createCueIndex(cues);

function byAutomaton(text: string): Record<string, number> {
  const found = lexicon.match(lexicon.tokens(text));
  return Object.fromEntries(
    cues.flatMap((cue) =>
      found
        .cue(cue)
        .slice(0, 1)
        .map(({ start }) => [cue, start]),
    ),
  );
}

function bySearch(text: string): Record<string, number> {
  const found = index.find(text);
  return Object.fromEntries(cues.flatMap((cue) => (found.has(cue) ? [[cue, found.get(cue)?.start ?? -1]] : [])));
}

describe('cues', () => {
  const pack: Pack = {
    version: 1,
    kind: 'rationale',
    commonElements: [
      {
        id: 'any',
        level: 'optional',
        mustSay: 'Anything.',
        cues: ['taper', 'ADL', '#', '{number}/10{!{number}}', '50%', 'pain relief', 'since', '{slept|rested} well'],
      },
    ],
  };
  const small = createLibrary([pack]).library.lexicon;

  it.each([
    ['a tapering dose', ['taper: tapering']],
    ['untapered', []],
    ['ADLs and adl', []],
    ['his ADL', ['ADL: ADL']],
    ['rated 8/10, #60, on 8/10/2016', ['#: #', '{number}/10{!{number}}: 8/10']],
    ['relief of 50% or more', ['50%: 50%']],
    ['Pain Relief, since May', ['pain relief: Pain Relief', 'since: since']],
    ['since May, since June', ['since: since']],
    ['he rested well', ['{slept|rested} well: rested well']],
    ['İ since', ['since: since']],
  ])('%s', (text, expected) => {
    const found = small.match(small.tokens(text));
    const told = found.cues().map((cue) => {
      const [first] = found.cue(cue);
      return `${cue}: ${text.slice(first?.start, first?.end)}`;
    });
    expect(told.toSorted()).toEqual(expected);
  });

  it("that are broken in a team's pack are reported at their place, and the others are found", () => {
    const cues = ['sound', 'bro{ken'];
    const element = { id: 'own', level: 'optional', mustSay: 'It.', cues };
    const content = { version: 1, kind: 'rationale', commonElements: [element] };
    const { library, problems } = createLibrary([pack], [{ path: 'house.yaml', content }], builtinSchemas);
    expect(problems).toEqual([
      { pack: 'house.yaml', pointer: '/commonElements/0/cues/1', message: 'a brace is not closed' },
    ]);
    expect(library.lexicon.match(library.lexicon.tokens('safe and sound')).cues()).toEqual(['sound']);
  });

  it.each([...readCorpus(), ...readSharedLetters(root)].map(({ name, text }) => [name, text]))(
    'are found in %s as a search by characters finds them',
    (_, text) => {
      const reading = text
        .replace(/\s+/g, ' ')
        .replace(/[-/'’*_]/g, ' ')
        .replace(/ +/g, ' ');
      expect(byAutomaton(reading)).toEqual(bySearch(reading));
    },
  );

  it('are found in any text of their words', () => {
    const piece = fc.oneof(fc.constantFrom(...cues), fc.constantFrom(...cues.flatMap((cue) => cue.split(' '))));
    const ending = fc.constantFrom(' ', ' ', 's ', 'ing ', ', ', '; ', ' of the ');
    const text = fc.array(fc.tuple(piece, ending), { maxLength: 20 }).map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(text, (joined) => {
        expect(byAutomaton(joined)).toEqual(bySearch(joined));
      }),
      { numRuns: 2000 },
    );
  });
});

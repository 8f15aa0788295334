// Concepts of one family are found together, those of a team's packs too.
import { describe, expect, it } from 'vitest';
import { builtinPacks } from '../../../server/src/builtin/packs';
import { builtinSchemas } from '../../../server/src/builtin/schemas';
import { createLibrary } from '../../../server/src/core/library/create-library';

const house = {
  version: 1,
  kind: 'lexicon',
  concepts: [{ id: 'paired-part.scapula', phrases: ['{scapula|scapulae}'] }],
  add: { 'decision.denied': ['turned down'], 'any-paired-part': ['{@paired-part.scapula}'] },
};
const { library, problems } = createLibrary(builtinPacks, [{ path: 'house.yaml', content: house }], builtinSchemas);

function familyIn(text: string, family: 'decision' | 'paired-part' | 'side') {
  const { lexicon } = library;
  return lexicon
    .match(lexicon.tokens(text))
    .family(family)
    .map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

describe('families of concepts', () => {
  it.each([
    ['The left knee and right hip hurt.', 'side', ['left left', 'right right']],
    [
      'The brace was partially denied and not certified.',
      'decision',
      ['modified partially denied', 'denied not certified'],
    ],
    ['The brace was turned down.', 'decision', ['denied turned down']],
    ['Both scapulae hurt.', 'paired-part', ['scapula scapulae']],
    ['The neck hurts.', 'paired-part', []],
  ] as const)('in %j: %s', (text, family, expected) => {
    expect(problems).toEqual([]);
    expect(familyIn(text, family)).toEqual(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { builtinTables } from '../../../server/src/builtin/compiled-packs';
import { builtinLibrary } from '../../../server/src/builtin/library';
import { builtinPacks } from '../../../server/src/builtin/packs';
import type { ConceptId } from '../../../server/src/core/index';
import { createLibrary } from '../../../server/src/core/library/create-library';
import { buildTables } from '../../../server/src/core/library/lexicon/load-lexicon';
import { all, packFiles } from '../shipped-packs';

const { lexicon } = builtinLibrary;
const concepts = all('concepts');
const examples = (side: 'match' | 'none') =>
  concepts.flatMap(({ id, examples }) => (examples?.[side] ?? []).map((text) => [id as ConceptId, text] as const));

describe('concepts that ship', () => {
  it.each(concepts.map((concept) => [concept.id, concept] as const))(
    '%s says what it is for, and shows it',
    (_, concept) => {
      expect(concept.note).toBeTruthy();
      expect(concept.examples?.match?.length).toBeGreaterThan(0);
      expect(concept.examples?.none?.length).toBeGreaterThan(0);
    },
  );

  it.each(examples('match'))('%s is found in %j', (id, text) => {
    expect(lexicon.match(lexicon.tokens(text)).has(id)).toBe(true);
  });

  it.each(examples('none'))('%s is not found in %j', (id, text) => {
    expect(lexicon.match(lexicon.tokens(text)).has(id)).toBe(false);
  });
});

describe('the compiled lexicon', () => {
  it('is what the packs compile to at run time', () => {
    const packs = packFiles.filter(({ folder }) => folder === 'lexicon' || folder === 'rationale');
    const { tables, problems } = buildTables(packs.map(({ name, pack }) => ({ path: name, content: pack })));
    expect(problems).toEqual([]);
    expect(builtinTables.lexicon).toEqual(tables);
  });

  it('finds what a library finds that compiles it itself', () => {
    const own = createLibrary(builtinPacks).library.lexicon;
    for (const [id, text] of examples('match'))
      expect(own.match(own.tokens(text)).of(id)).toEqual(lexicon.match(lexicon.tokens(text)).of(id));
  });
});

import type { ConceptEntry, ConceptPhrase } from '../entries';
import { escapePointer } from '../schema-check';
import type { LexiconProblem, LexiconSource, PhraseSource } from './compile';
import { cueId, cuesOf } from './cues';
import { listOf, recordOf } from './unknown-shape';

/** A pack of kind `lexicon` or `rationale` as it was read: anything may be broken in it. */
export interface LexiconPack {
  readonly path: string;
  readonly isHouse: boolean;
  readonly content: unknown;
}

export interface MergedLexicon {
  readonly source: LexiconSource;
  /** Clashes between packs. What has the wrong shape is left out in silence: the schema tells it. */
  readonly problems: readonly LexiconProblem[];
}

/** Concepts of all packs, the shipped ones first; a team's packs define more, add phrases and take them away. */
export function mergeLexicon(packs: readonly LexiconPack[]): MergedLexicon {
  const concepts = new Map<string, PhraseSource[]>();
  const irregular = new Map<string, readonly string[]>();
  const problems: LexiconProblem[] = [];
  packs.forEach(({ path, isHouse, content }, index) => {
    const layer = isHouse ? index + 1 : 0;
    const report = (pointer: string, message: string): void => {
      problems.push({ pack: path, pointer, message });
    };
    const put = (id: string, phrase: ConceptPhrase, pointer: string): void => {
      const { text, isExact } = asPhrase(phrase);
      concepts.get(id)?.push({ text, isExact, isCue: false, layer, pack: path, pointer });
    };
    const { concepts: own, add, without, inflections } = readPack(content);
    for (const { id, phrases, pointer } of own) {
      if (concepts.has(id)) report(`${pointer}/id`, `there is a concept "${id}" already; "add" gives it more phrases`);
      else {
        concepts.set(id, []);
        for (const { phrase, pointer: at } of phrases) put(id, phrase, at);
      }
    }
    for (const { id, phrase, pointer } of add) {
      if (!concepts.has(id)) report(pointer, unknownConcept(id));
      else if (find(concepts, id, phrase) >= 0) report(pointer, `"${id}" holds this phrase already`);
      else put(id, phrase, pointer);
    }
    for (const { id, phrase, pointer } of without) {
      const at = find(concepts, id, phrase);
      if (!concepts.has(id)) report(pointer, unknownConcept(id));
      else if (at < 0) report(pointer, `"${id}" holds no such phrase, so it cannot be taken away`);
      else concepts.get(id)?.splice(at, 1);
    }
    for (const { text, pointer } of cuesOf(content)) {
      const source = { text, isExact: false, isCue: true, layer, pack: path, pointer };
      if (!concepts.has(cueId(text))) concepts.set(cueId(text), [source]);
    }
    for (const [word, forms] of inflections) irregular.set(word, forms);
  });
  return { source: { concepts, irregular }, problems };
}

function unknownConcept(id: string): string {
  return `there is no concept "${id}"`;
}

function find(concepts: ReadonlyMap<string, readonly PhraseSource[]>, id: string, phrase: ConceptPhrase): number {
  const { text, isExact } = asPhrase(phrase);
  return (concepts.get(id) ?? []).findIndex((known) => known.text === text && known.isExact === isExact);
}

function asPhrase(phrase: ConceptPhrase): { readonly text: string; readonly isExact: boolean } {
  return typeof phrase === 'string' ? { text: phrase, isExact: false } : { text: phrase.exact, isExact: true };
}

interface PlacedPhrase {
  readonly phrase: ConceptPhrase;
  readonly pointer: string;
}

/** What of a pack has the right shape, each part with its JSON pointer. */
function readPack(content: unknown) {
  const { concepts, add, without, inflections } = recordOf(content);
  return {
    concepts: listOf(concepts).flatMap((entry, i) => {
      const { id, phrases } = recordOf(entry) as Partial<ConceptEntry>;
      const pointer = `/concepts/${i}`;
      return typeof id === 'string' ? [{ id, phrases: phrasesAt(phrases, `${pointer}/phrases`), pointer }] : [];
    }),
    add: changesAt(add, '/add'),
    without: changesAt(without, '/without'),
    inflections: Object.entries(recordOf(inflections)).map(
      ([word, forms]) => [word, listOf(forms).filter((form) => typeof form === 'string')] as const,
    ),
  };
}

function changesAt(value: unknown, pointer: string): (PlacedPhrase & { readonly id: string })[] {
  return Object.entries(recordOf(value)).flatMap(([id, phrases]) =>
    phrasesAt(phrases, `${pointer}/${escapePointer(id)}`).map((placed) => ({ id, ...placed })),
  );
}

function phrasesAt(value: unknown, pointer: string): PlacedPhrase[] {
  return listOf(value).flatMap((phrase, i) => (isPhrase(phrase) ? [{ phrase, pointer: `${pointer}/${i}` }] : []));
}

function isPhrase(value: unknown): value is ConceptPhrase {
  return typeof value === 'string' || typeof recordOf(value).exact === 'string';
}

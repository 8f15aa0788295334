import { editDistance } from '../text/edit-distance';
import { addTo } from '../text/groups';
import { once } from '../text/once';
import type { Named } from './entries';
import type { Tokens } from './lexicon/tokens';
import type { Entries } from './merge-packs';
import { tokensOf } from './tokens';
import type { DrugSpelling } from './types';
import { byWord, type Words } from './words';

interface SpeltName {
  /** As the pack writes it. */
  readonly name: string;
  readonly lower: string;
  readonly letters: number;
}

interface Spelling {
  /** Drug names of one word, by length. */
  readonly names: ReadonlyMap<number, readonly SpeltName[]>;
  /** Every word of every drug's names: none of them is misspelled. */
  readonly known: ReadonlySet<string>;
  /** Words that may look like a drug's name and are none; put together when a word first looks like one. */
  readonly words: () => ReadonlySet<string>;
}

export interface DrugSpeller extends Spelling {
  /** Of a word the number of its answer in `answers`; 0 where it has none. */
  readonly answerOf: (words: Words, word: number) => number;
  readonly answers: readonly (DrugSpelling | undefined)[];
}

const shortest = 4;
const mostNames = 3;

export function createDrugSpeller(entries: Entries): DrugSpeller {
  const spelled = new Map<string, string>();
  for (const { generic, brands = [], names = [] } of entries.drugs.values()) {
    for (const name of [generic, ...brands, ...names].flatMap((each) => each.split('/'))) {
      if (/^[a-z]{4,}$/i.test(name) && !spelled.has(name.toLowerCase())) spelled.set(name.toLowerCase(), name);
    }
  }
  const names = new Map<number, SpeltName[]>();
  for (const [lower, name] of spelled) addTo(names, lower.length, { name, lower, letters: lettersOf(lower) });
  const answers: (DrugSpelling | undefined)[] = [undefined];
  const spelling = {
    names,
    known: drugTokens(entries),
    words: once(() => new Set([...entries.words, ...otherTokens(entries)])),
  };
  const answerOf = byWord((word) => {
    const meant = drugMeant(spelling, word);
    return meant ? answers.push(meant) - 1 : 0;
  });
  return { ...spelling, answers, answerOf };
}

/** See `Library.drugsMeant`. */
export function drugsMeant({ answerOf, answers }: DrugSpeller, { count, words, vocabulary }: Tokens) {
  const found: { token: number; meant: DrugSpelling }[] = [];
  for (let token = 0; token < count; token++) {
    const meant = answers[answerOf(vocabulary, words[token] as number)];
    if (meant) found.push({ token, meant });
  }
  return found;
}

/** See `Library.drugMeant`. One letter may differ in a word of four or five, two in a longer one. */
export function drugMeant(spelling: Spelling, word: string): DrugSpelling | undefined {
  const lower = word.toLowerCase();
  if (lower.length < shortest || spelling.known.has(lower) || !/^[a-z]+$/.test(lower)) return undefined;
  return findMeant(spelling, lower);
}

function findMeant({ names, words }: Spelling, word: string): DrugSpelling | undefined {
  const limit = word.length > 5 ? 2 : 1;
  const letters = lettersOf(word);
  const near: { name: SpeltName; distance: number }[] = [];
  for (let length = word.length - limit; length <= word.length + limit; length++) {
    for (const name of names.get(length) ?? []) {
      if (bitCount(name.letters ^ letters) > 2 * limit) continue;
      const distance = editDistance(word, name.lower, limit);
      if (distance <= limit) near.push({ name, distance });
    }
  }
  const least = Math.min(...near.map(({ distance }) => distance));
  const nearest = near.filter(({ distance }) => distance === least).map(({ name }) => name);
  if (nearest.length === 0 || nearest.length > mostNames) return undefined;
  const isPlural = nearest.some(({ lower }) => word === `${lower}s`);
  return isPlural ? undefined : { names: nearest.map(({ name }) => name), distance: least, isWord: words().has(word) };
}

export function drugTokens({ drugs }: Entries): Set<string> {
  const texts = [...drugs.values()].flatMap(({ generic, brands = [], ...named }) => [
    generic,
    ...brands,
    ...namesOf(named),
  ]);
  return new Set(texts.flatMap(tokensOf));
}

/** Words of other names are words of the language. */
export function otherTokens({
  treatments,
  drugClasses,
  bodyParts,
  abbreviations,
  guidelines,
  topics,
}: Entries): string[] {
  const named = [treatments, drugClasses, bodyParts].flatMap((map) => [...map.values()]);
  const titled = [guidelines, topics].flatMap((map) => [...map.values()]);
  const texts = [
    ...[...named, ...abbreviations.values(), ...guidelines.values()].flatMap(namesOf),
    ...named.map(({ name }) => name),
    ...titled.map(({ title }) => title),
  ];
  return texts.flatMap(tokensOf);
}

function namesOf({ names = [], exactNames = [], weakNames = [], citationNames = [] }: Named): string[] {
  return [...names, ...exactNames, ...weakNames, ...citationNames];
}

/** The letters of a word as bits: words that are near have nearly the same. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) - 97);
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

import { editDistance } from '../text/edit-distance';
import type { Entries } from './merge-packs';
import { tokensOf } from './tokens';
import type { DrugSpelling } from './types';

interface SpeltName {
  /** As the pack writes it. */
  readonly name: string;
  readonly lower: string;
  readonly letters: number;
  readonly drugs: ReadonlySet<string>;
}

export interface DrugSpeller {
  /** Drug names of one word, by length. */
  readonly names: ReadonlyMap<number, readonly SpeltName[]>;
  /** Every word of every name in the packs: none of them is misspelt. */
  readonly known: ReadonlySet<string>;
  /** English words that look like a drug's name. */
  readonly words: ReadonlySet<string>;
  readonly answers: Map<string, DrugSpelling | undefined>;
}

const shortest = 4;
const mostAnswers = 20_000;

export function createDrugSpeller(entries: Entries): DrugSpeller {
  const spelt = new Map<string, { name: string; drugs: Set<string> }>();
  for (const { id, generic, brands = [], names = [] } of entries.drugs.values()) {
    for (const name of [generic, ...brands, ...names].flatMap((each) => each.split('/'))) {
      const lower = name.toLowerCase();
      if (!/^[a-z]{4,}$/.test(lower)) continue;
      const known = spelt.get(lower);
      if (known) known.drugs.add(id);
      else spelt.set(lower, { name, drugs: new Set([id]) });
    }
  }
  const names = new Map<number, SpeltName[]>();
  for (const [lower, { name, drugs }] of spelt) {
    const one = { name, lower, letters: lettersOf(lower), drugs };
    names.set(lower.length, [...(names.get(lower.length) ?? []), one]);
  }
  return { names, known: knownTokens(entries), words: entries.words, answers: new Map() };
}

/** See `Library.drugMeant`. One letter may differ in a word of four or five, two in a longer one. */
export function drugMeant(speller: DrugSpeller, word: string): DrugSpelling | undefined {
  const lower = word.toLowerCase();
  if (lower.length < shortest || speller.known.has(lower) || !/^[a-z]+$/.test(lower)) return undefined;
  if (speller.answers.has(lower)) return speller.answers.get(lower);
  const answer = findMeant(speller, lower);
  if (speller.answers.size >= mostAnswers) speller.answers.clear();
  speller.answers.set(lower, answer);
  return answer;
}

function findMeant({ names, words }: DrugSpeller, word: string): DrugSpelling | undefined {
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
  const [best, ...others] = near.filter(({ distance }) => distance === least);
  if (!best || others.some(({ name }) => ![...name.drugs].some((id) => best.name.drugs.has(id)))) return undefined;
  const isPlural = word === `${best.name.lower}s`;
  return isPlural ? undefined : { name: best.name.name, distance: least, isWord: words.has(word) };
}

function knownTokens({
  drugs,
  treatments,
  drugClasses,
  bodyParts,
  abbreviations,
  guidelines,
  topics,
}: Entries): Set<string> {
  const named = [
    ...drugs.values(),
    ...treatments.values(),
    ...drugClasses.values(),
    ...bodyParts.values(),
    ...abbreviations.values(),
    ...guidelines.values(),
  ];
  const texts = named.flatMap(({ names = [], exactNames = [], weakNames = [], citationNames = [] }) => [
    ...names,
    ...exactNames,
    ...weakNames,
    ...citationNames,
  ]);
  texts.push(...[...drugs.values()].flatMap(({ generic, brands = [] }) => [generic, ...brands]));
  texts.push(...[...treatments.values(), ...drugClasses.values(), ...bodyParts.values()].map(({ name }) => name));
  texts.push(...[...guidelines.values(), ...topics.values()].map(({ title }) => title));
  return new Set(texts.flatMap(tokensOf));
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

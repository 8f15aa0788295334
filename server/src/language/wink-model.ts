/// <reference path="./wink-eng-lite-web-model.d.ts" />
import featureFn from 'wink-eng-lite-web-model/dist/feature.js';
import metaCER from 'wink-eng-lite-web-model/dist/load-cer-meta-model.js';
import negation from 'wink-eng-lite-web-model/dist/load-negation-model.js';
import pos from 'wink-eng-lite-web-model/dist/load-pos-model.js';
import type { Model } from 'wink-nlp';
import { bytesIn } from './base64';
import tables from './generated/tagger.json';
import { readWords } from './word-numbers';

/** A feature's values and their numbers; wink-nlp adds those that it meets. */
interface Feature {
  readonly list: unknown[];
  hash: object;
  intrinsicSize: number;
  index: number;
  maxIndex: number;
}

/** Of a property: word, mask, shift, 0 where its values are listed, 1 where it is derived from the word. */
type Layout = readonly [number, number, number, number, number, number];

/**
 * Creates the model `wink-eng-lite-web-model` for tagging alone. The package's own loader takes four times as long: it copies its tables,
 * puts all words into an object and reads the tables of sentiment and entities too. `size` counts the words that the model has learned.
 */
export function createModel(): { readonly model: Model; readonly size: () => number } {
  const { list: words, hash } = lexemes();
  const none = () => ({ machines: [], transformers: [] });
  // Not in the pipe; wink-nlp compiles the first machine of each all the same.
  const unused = () => ({ machines: negation().machines.slice(0, 1), setter: () => undefined });
  const model = {
    core: () => coreOf(words, hash),
    ...{ sbd: none, ner: none, negation: unused, sa: unused },
    ...{ pos, metaCER, featureFn, addons: {} },
  };
  return { model: model as unknown as Model, size: () => words.length };
}

function coreOf(words: unknown[], hash: object) {
  const layout = Object.entries(tables.packing.layout) as unknown as readonly (readonly [string, Layout])[];
  const features: Record<string, Feature> = { lexeme: featureOf(words, hash) };
  for (const [name, { list }] of Object.entries(tables.features)) features[name] = featureOf([...list]);
  for (const [name, [, mask, shift, isNumber]] of layout) {
    const feature = features[name];
    if (isNumber === 0 && feature) feature.maxIndex = mask >>> shift;
  }
  const numberOf = tables.pos.hash as Readonly<Record<string, number>>;
  const clusters = tables.features.posClusters.list.map(
    (names) => new Set(names.split('_').map((name) => numberOf[name] ?? 0)),
  );
  return {
    ...tables,
    features: { ...features, posClusters: { list: clusters } },
    lexicon: new Uint32Array(bytesIn(tables.lexicon)),
    xpansions: new Uint32Array(bytesIn(tables.xpansions)),
    packing: {
      ...tables.packing,
      efList: layout.flatMap(([name, [, , , , isDerived]]) => (isDerived === 1 ? [name] : [])),
    },
  };
}

function featureOf(list: unknown[], hash = numbered(list)): Feature {
  return { list, hash, intrinsicSize: list.length, index: list.length, maxIndex: 0 };
}

function numbered(list: readonly unknown[]): object {
  const numbers: Record<string, number> = Object.create(null);
  for (let number = 0; number < list.length; number++) numbers[String(list[number])] = number;
  return numbers;
}

/**
 * Words and their numbers. The list and the object that wink-nlp is given hold the words that were asked for, and ask the tables, behind
 * them, for others: 90,000 strings in a map take a tenth of a second to make.
 */
function lexemes(): { readonly list: unknown[]; readonly hash: object } {
  const { text, lengths, slots } = tables.words;
  const words = readWords({ text, lengths, slots: new Int32Array(bytesIn(slots)) });
  const keep = (holder: object, key: string, value: unknown): boolean =>
    Reflect.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
  const behindHash = new Proxy(Object.create(null), {
    get: (_, word: string, hash: object) => {
      const number = words.numberOf(word);
      if (number !== undefined) keep(hash, word, number);
      return number;
    },
    set: (_, word: string, number: number, hash: object) => keep(hash, word, number),
  });
  const behindList = new Proxy(Array.prototype, {
    get: (prototype, key, list: object) => {
      const word = typeof key === 'string' && /^\d+$/.test(key) ? words.wordOf(Number(key)) : undefined;
      if (word === undefined) return Reflect.get(prototype, key, list);
      keep(list, key as string, word);
      return word;
    },
  });
  const list: unknown[] = new Array(words.count);
  return { list: Object.setPrototypeOf(list, behindList), hash: Object.create(behindHash) };
}

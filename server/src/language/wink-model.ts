/// <reference path="./wink-eng-lite-web-model.d.ts" />
import featureFn from 'wink-eng-lite-web-model/dist/feature.js';
import metaCER from 'wink-eng-lite-web-model/dist/load-cer-meta-model.js';
import negation from 'wink-eng-lite-web-model/dist/load-negation-model.js';
import pos from 'wink-eng-lite-web-model/dist/load-pos-model.js';
import type { Model } from 'wink-nlp';
import { bytesIn } from './base64';
import tables from './generated/tagger.json';

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
  const list = tables.words.split(tables.separator);
  const { list: words, hash } = withNumbers(list);
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

function coreOf(words: string[], hash: object) {
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
  return Object.assign(Object.create(null), Object.fromEntries(list.map((value, i) => [value, i])));
}

/**
 * Words and their numbers, in a map: an object of 90,000 keys takes three times as long to fill. The object that wink-nlp is given has
 * the words that were asked for, and asks the map, behind it, for others.
 */
function withNumbers(list: string[]): { readonly list: string[]; readonly hash: object } {
  const numbers = new Map<string, number>();
  for (let i = 0; i < list.length; i++) numbers.set(list[i] as string, i);
  const keep = (hash: object, word: string, value: number): boolean =>
    Reflect.defineProperty(hash, word, { value, writable: true });
  const behind = new Proxy(Object.create(null), {
    get: (_, word: string, hash: object) => {
      const number = numbers.get(word);
      if (number !== undefined) keep(hash, word, number);
      return number;
    },
    set: (_, word: string, number: number, hash: object) => keep(hash, word, number),
  });
  return { list, hash: Object.create(behind) };
}

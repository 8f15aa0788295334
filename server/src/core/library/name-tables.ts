import { once } from '../text/once';
import { tokenize } from './lexicon/tokens';
import { findIn, slotsOf } from './lexicon/word-table';
import { matchNames } from './name-matcher';
import { endOf, type NameEnd, type NameLookup, type NameSpec } from './name-tree';
import type { NamedEntries, NamedEntry } from './names';
import { type Packed, packArrays, startsOf, unpackArrays } from './packed-numbers';
import { hashOf } from './token-table';
import { isPlural, tokensOf } from './tokens';
import type { NameKind } from './types';
import { byWord } from './words';

/** The tree of all names as data that is loaded without being built. Node 0 is its root. */
export interface NameTables {
  /** Words, joined by line ends; the first is number 1. */
  readonly words: string;
  readonly wordSlots: Int32Array;
  /** Of node n the edges `[edgeStarts[n], edgeStarts[n + 1])`, ascending by word. */
  readonly edgeStarts: Int32Array;
  readonly edgeWords: Int32Array;
  readonly edgeTargets: Int32Array;
  /** Of node n the entries whose names end there, as numbers of `NamedEntries`: those of topics follow the others. */
  readonly ownerStarts: Int32Array;
  readonly owners: Int32Array;
}

export type PackedNames = Packed<NameTables>;

const arrays = ['wordSlots', 'edgeStarts', 'edgeWords', 'edgeTargets', 'ownerStarts', 'owners'] as const;

export function packNames(tables: NameTables): PackedNames {
  return packArrays(tables, arrays);
}

export function unpackNames(packed: PackedNames): NameTables {
  return unpackArrays<NameTables>(packed, arrays);
}

/** Lays out the names of all entries, and of the topics whose title names nothing else: `Weaning of medications`, not `Baclofen`. */
export function buildNameTables(named: NamedEntries): NameTables {
  const builder = new Builder();
  named.entries.forEach((entry, number) => {
    builder.add(entry, number);
  });
  const lookup = loadNameTables(builder.tables(), named);
  named.topics.forEach(({ title, add }, i) => {
    if (matchNames(lookup, tokenize(title)).every(({ kind }) => openKinds.has(kind)))
      builder.add(add, named.entries.length + i);
  });
  return builder.tables();
}

/** Kinds whose names a topic's title may hold. */
const openKinds: ReadonlySet<NameKind> = new Set<NameKind>(['drug-class', 'abbreviation', 'topic']);

class Builder {
  readonly #words = new Map<string, number>();
  readonly #nodes: { readonly edges: Map<number, number>; readonly owners: Set<number> }[] = [newNode()];

  add(entry: NamedEntry, number: number): void {
    entry({
      add: ({ name }) => {
        const tokens = tokensOf(name);
        if (tokens.length > 0) this.#nodes[this.#nodeOf(tokens)]?.owners.add(number);
      },
    });
  }

  tables(): NameTables {
    const words = [...this.#words.keys()];
    const edges = this.#nodes.map((node) => [...node.edges].sort(([a], [b]) => a - b));
    return {
      words: words.join('\n'),
      wordSlots: slotsOf(
        words.map((_, i) => i + 1),
        ['', ...words],
      ),
      edgeStarts: startsOf(edges.map((list) => list.length)),
      edgeWords: Int32Array.from(edges.flat(), ([word]) => word),
      edgeTargets: Int32Array.from(edges.flat(), ([, to]) => to),
      ownerStarts: startsOf(this.#nodes.map(({ owners }) => owners.size)),
      owners: Int32Array.from(this.#nodes.flatMap(({ owners }) => [...owners])),
    };
  }

  #nodeOf(tokens: readonly string[]): number {
    return tokens.reduce((node, token) => {
      const word = this.#words.get(token) ?? this.#words.size + 1;
      this.#words.set(token, word);
      const edges = this.#nodes[node]?.edges ?? new Map<number, number>();
      const known = edges.get(word);
      if (known !== undefined) return known;
      edges.set(word, this.#nodes.length);
      this.#nodes.push(newNode());
      return this.#nodes.length - 1;
    }, 0);
  }
}

function newNode() {
  return { edges: new Map<number, number>(), owners: new Set<number>() };
}

/** The names of tables; what a name stands for is worked out when it is first met. */
export function loadNameTables(tables: NameTables, { entries, topics }: NamedEntries): NameLookup {
  const { wordSlots, edgeStarts, edgeWords, edgeTargets, ownerStarts, owners } = tables;
  const words = ['', ...tables.words.split('\n')];
  const ends = new Map<number, NameEnd>();
  const ownerOf = (number: number): NamedEntry | undefined => entries[number] ?? topics[number - entries.length]?.add;

  const find = (word: string, end: number): number =>
    findIn(wordSlots, words, word, 0, end, hashOf(word, 0, end)) || -1;
  const tokenOf = byWord((word) => find(word, word.length));
  const singularOf = byWord((word) => (isPlural(word, 0, word.length) ? find(word, word.length - 1) : -1));

  const child = (node: number, word: number): number | undefined => {
    let low = edgeStarts[node] as number;
    let high = (edgeStarts[node + 1] as number) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = edgeWords[middle] as number;
      if (found === word) return edgeTargets[middle];
      if (found < word) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  };
  const pathTo = once(() => pathsIn(tables, words));
  const namesAt = (node: number): readonly NameSpec[] => {
    const path = pathTo()(node);
    const names: NameSpec[] = [];
    const add = (spec: NameSpec): void => {
      if (tokensOf(spec.name).join(' ') === path) names.push(spec);
    };
    for (let i = ownerStarts[node] as number; i < (ownerStarts[node + 1] as number); i++)
      ownerOf(owners[i] as number)?.({ add });
    return names;
  };
  return {
    tokenOf: ({ vocabulary, words }, at) => tokenOf(vocabulary, words[at] as number),
    singularOf: ({ vocabulary, words }, at) => singularOf(vocabulary, words[at] as number),
    child,
    end(node) {
      if (ownerStarts[node] === ownerStarts[node + 1]) return undefined;
      let end = ends.get(node);
      if (!end) {
        end = endOf(namesAt(node));
        ends.set(node, end);
      }
      return end;
    },
  };
}

/** The words that lead to a node, with spaces between. */
function pathsIn(
  { edgeStarts, edgeWords, edgeTargets }: NameTables,
  words: readonly string[],
): (node: number) => string {
  const parents = new Int32Array(edgeStarts.length);
  const lastWords = new Int32Array(edgeStarts.length);
  for (let node = 0; node + 1 < edgeStarts.length; node++) {
    for (let edge = edgeStarts[node] as number; edge < (edgeStarts[node + 1] as number); edge++) {
      parents[edgeTargets[edge] as number] = node;
      lastWords[edgeTargets[edge] as number] = edgeWords[edge] as number;
    }
  }
  const path = (node: number): string => {
    const parent = parents[node] as number;
    const word = words[lastWords[node] as number] as string;
    return parent === 0 ? word : `${path(parent)} ${word}`;
  };
  return path;
}

import type { TokenTable } from './token-table';
import { tokenTable } from './token-table';
import { tokensOf } from './tokens';
import type { NameKind, NameRef } from './types';

/** A name to find. `exact`: capital letters count. `sure`: see NameMatch. */
export interface NameSpec {
  readonly name: string;
  readonly ref: NameRef;
  readonly exact: boolean;
  readonly sure: boolean;
}

/** What a match tells about the name, whatever its place. */
export interface NameInfo {
  readonly name: string;
  readonly kind: NameKind;
  readonly ids: readonly string[];
  readonly refs: readonly NameRef[];
  readonly sure: boolean;
}

/** What ends at a node: a name in any case, and names in one spelling only. */
export interface NameEnd {
  readonly free?: NameInfo;
  readonly exact: readonly { readonly spelling: string; readonly info: NameInfo }[];
}

/** All names as a tree of tokens; node 0 is the root. */
export interface NameTree {
  readonly tokens: TokenTable;
  child(node: number, token: number): number | undefined;
  end(node: number): NameEnd | undefined;
}

export function nameTree(specs: readonly NameSpec[]): NameTree {
  const numbers = new Map<string, number>();
  const paths = specs.map((spec) => tokensOf(spec.name).map((token) => numberOf(numbers, token)));
  const tokens = tokenTable([...numbers.keys()]);
  const edges = new Map<number, number>();
  const endings: NameSpec[][] = [[]];
  paths.forEach((path, i) => {
    const node = insert(path, edges, endings, tokens.size);
    if (node > 0) endings[node]?.push(specs[i] as NameSpec);
  });
  const ends = endings.map((list) => (list.length > 0 ? endOf(list) : undefined));
  return {
    tokens,
    child: (node, token) => edges.get(node * tokens.size + token),
    end: (node) => ends[node],
  };
}

function numberOf(numbers: Map<string, number>, token: string): number {
  const known = numbers.get(token);
  if (known !== undefined) return known;
  numbers.set(token, numbers.size);
  return numbers.size - 1;
}

function insert(path: readonly number[], edges: Map<number, number>, endings: NameSpec[][], width: number): number {
  let node = 0;
  for (const token of path) {
    const key = node * width + token;
    let next = edges.get(key);
    if (next === undefined) {
      next = endings.length;
      endings.push([]);
      edges.set(key, next);
    }
    node = next;
  }
  return node;
}

function endOf(specs: readonly NameSpec[]): NameEnd {
  const free = specs.filter((spec) => !spec.exact);
  const spellings = [...new Set(specs.filter((spec) => spec.exact).map((spec) => spec.name))];
  const exact = spellings.map((spelling) => ({
    spelling,
    info: infoOf(specs.filter((spec) => !spec.exact || spec.name === spelling)),
  }));
  return free.length > 0 ? { free: infoOf(free), exact } : { exact };
}

/** Which kind speaks for a name that several entries bear. */
const rank: Readonly<Record<NameKind, number>> = {
  brand: 0,
  generic: 1,
  drug: 2,
  treatment: 3,
  guideline: 4,
  'drug-class': 5,
  'body-part': 6,
  topic: 7,
  abbreviation: 8,
};
const drugKinds: readonly NameKind[] = ['brand', 'generic', 'drug'];

function infoOf(specs: readonly NameSpec[]): NameInfo {
  const sorted = [...specs].sort((a, b) => rank[a.ref.kind] - rank[b.ref.kind]);
  const refs: NameRef[] = [];
  for (const { ref } of sorted) if (!refs.some((r) => r.id === ref.id && r.kind === ref.kind)) refs.push(ref);
  const first = sorted[0] as NameSpec;
  const family = drugKinds.includes(first.ref.kind) ? drugKinds : [first.ref.kind];
  const ids = [...new Set(refs.filter((ref) => family.includes(ref.kind)).map((ref) => ref.id))];
  const kind = family === drugKinds && ids.length > 1 ? 'drug' : first.ref.kind;
  return { name: first.name, kind, ids, refs, sure: specs.every((spec) => spec.sure) };
}

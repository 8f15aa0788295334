import type { Tokens } from './lexicon/tokens';
import { createTokenTable, hashOf, readToken, tokenCursor } from './token-table';
import { classOf, isPlural, SEPARATOR } from './tokens';
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

/** Names as a tree of tokens, to be walked; node 0 is the root. */
export interface NameLookup {
  /** The tree's number of token `at`, or -1. */
  tokenOf(tokens: Tokens, at: number): number;
  /** That of the token without its plural `s`; -1 where it has none. */
  singularOf(tokens: Tokens, at: number): number;
  child(node: number, token: number): number | undefined;
  end(node: number): NameEnd | undefined;
}

/** A tree that names are added to. */
export interface NameTree extends NameLookup {
  add(spec: NameSpec): void;
}

/** Edges are kept by node and token in one number; a pack set has far fewer tokens than this. */
const MAX_TOKENS = 1 << 16;

export function createNameTree(): NameTree {
  const tokens = createTokenTable();
  const edges = new Map<number, number>();
  const specs: (NameSpec[] | undefined)[] = [undefined];
  const ends = new Map<number, NameEnd>();
  const cursor = tokenCursor();
  const extend = (node: number, token: number): number => {
    const key = node * MAX_TOKENS + token;
    const known = edges.get(key);
    if (known !== undefined) return known;
    edges.set(key, specs.length);
    specs.push(undefined);
    return specs.length - 1;
  };
  return {
    tokenOf: ({ text, starts, ends, words, vocabulary }, at) =>
      tokens.find(text, starts[at] as number, ends[at] as number, vocabulary.hash(words[at] as number)),
    singularOf({ text, starts, ends }, at) {
      const start = starts[at] as number;
      const end = ends[at] as number;
      return isPlural(text, start, end) ? tokens.find(text, start, end - 1, hashOf(text, start, end - 1)) : -1;
    },
    add(spec) {
      let node = 0;
      for (let at = 0; at < spec.name.length; at = cursor.end) {
        readToken(spec.name, at, cursor);
        if (classOf(spec.name.charCodeAt(at)) !== SEPARATOR) node = extend(node, tokens.intern(spec.name, at, cursor));
      }
      if (node === 0) return;
      const list = specs[node];
      if (list) list.push(spec);
      else specs[node] = [spec];
      ends.delete(node);
    },
    child: (node, token) => edges.get(node * MAX_TOKENS + token),
    end(node) {
      const list = specs[node];
      if (!list) return undefined;
      let end = ends.get(node);
      if (!end) {
        end = endOf(list);
        ends.set(node, end);
      }
      return end;
    },
  };
}

const none: NameEnd['exact'] = [];

/** What ends where these names end together. */
export function endOf(specs: readonly NameSpec[]): NameEnd {
  const [only] = specs;
  if (only && specs.length === 1) {
    const info = { name: only.name, kind: only.ref.kind, ids: [only.ref.id], refs: [only.ref], sure: only.sure };
    return only.exact ? { exact: [{ spelling: only.name, info }] } : { free: info, exact: none };
  }
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

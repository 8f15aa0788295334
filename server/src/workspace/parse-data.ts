import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import type { Locate, Span } from '../core/index';
import type { DataFile } from './data-file';

/** Parses YAML or JSON (which is YAML) in linear time. Never throws. */
export function parseData(path: string, text: string): DataFile {
  const deep = placeTooDeep(text);
  if (deep !== undefined) {
    const errors = [
      { span: { start: deep, end: deep + 1 }, message: `it is nested more than ${mostDeep} levels deep` },
    ];
    return { path, text, content: undefined, locate: () => undefined, errors };
  }
  // The parser compares each key with every other one of its map; `unsoundParts` does not.
  const document = parseDocument(text, { prettyErrors: false, strict: true, uniqueKeys: false });
  const errors = document.errors.map(({ pos: [start, end], message }) => ({
    span: { start: Math.min(start, text.length), end: Math.min(Math.max(end, start), text.length) },
    message: message.trim(),
  }));
  if (errors.length === 0) errors.push(...unsoundParts(document));
  const content = errors.length === 0 ? toPlain(document) : undefined;
  if (content === broken) errors.push({ span: { start: 0, end: 0 }, message: 'its aliases expand without end' });
  const childrenOf = createKeyIndex();
  const locate: Locate = (pointer, part) => placeOf(document.contents, pointer, part, childrenOf);
  return { path, text, content: content === broken ? undefined : content, locate, errors };
}

const broken = Symbol('broken');

/** An alias that expands without end is a broken file, not a crash. */
function toPlain(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    if (error instanceof ReferenceError) return broken;
    throw error;
  }
}

/** The parser overflows the stack, or ends the process, in files that are nested some thousand levels deep. */
const mostDeep = 100;

/** Returns the offset where brackets or the leading marks and spaces of a line nest too deeply; undefined where none do. */
function placeTooDeep(text: string): number | undefined {
  const indented = /^[ ?-]{200}/m.exec(text)?.index;
  if (indented !== undefined) return indented;
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    if (bracket === ']' || bracket === '}') depth = Math.max(0, depth - 1);
    else if (++depth > mostDeep) return index;
  }
  return undefined;
}

/** Aliases are looked for one by one in the whole file. */
const mostAliases = 100;

/** Finds repeated keys, and what takes time without bounds: lists and maps as keys, and many aliases. */
function unsoundParts(document: ReturnType<typeof parseDocument>): DataFile['errors'] {
  const found: DataFile['errors'][number][] = [];
  const report = (node: unknown, message: string): void => {
    found.push({ span: spanOf(node) ?? { start: 0, end: 0 }, message });
  };
  let aliases = 0;
  visit(document, {
    Alias(_, node) {
      if (++aliases === mostAliases + 1) report(node, `it has more than ${mostAliases} aliases`);
    },
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (isCollection(key)) report(key, 'a key must be a text');
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) report(key, 'Map keys must be unique');
        seen.add(key.value);
      }
    },
  });
  return found;
}

/** The pairs of a map by their keys as text. */
type KeyIndex = (map: YAMLMap) => ReadonlyMap<string, Pair>;

/** Indexes each map when it is first asked for, so that many places in one map cost no search each. */
function createKeyIndex(): KeyIndex {
  const indexes = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
  return (map) => {
    let index = indexes.get(map);
    if (!index) {
      index = new Map(map.items.map((pair) => [keyText(pair), pair]));
      indexes.set(map, index);
    }
    return index;
  };
}

function keyText({ key }: Pair): string {
  return String((key as { value?: unknown } | null)?.value ?? key);
}

function placeOf(root: Node | null, pointer: string, part: 'key' | 'value', childrenOf: KeyIndex): Span | undefined {
  const steps = pointer === '' ? [] : pointer.slice(1).split('/').map(unescapeStep);
  let node: unknown = root;
  let key: unknown;
  for (const step of steps) {
    const item = isSeq(node) ? node.items[Number(step)] : undefined;
    const pair = isMap(node) ? childrenOf(node).get(step) : item;
    if (pair === undefined) return undefined;
    key = isPair(pair) ? pair.key : undefined;
    node = isPair(pair) ? pair.value : pair;
  }
  return (part === 'key' ? spanOf(key) : undefined) ?? spanOf(node) ?? spanOf(key);
}

function unescapeStep(step: string): string {
  return step.replace(/~1/g, '/').replace(/~0/g, '~');
}

function spanOf(node: unknown): Span | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}

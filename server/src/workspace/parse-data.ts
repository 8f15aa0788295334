import { isMap, isPair, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type { Locate, Span } from '../core/index';

/** A YAML or JSON file with the place of every value. */
export interface DataFile {
  readonly path: string;
  readonly text: string;
  /** Undefined where the file is broken. */
  readonly content: unknown;
  readonly locate: Locate;
  readonly errors: readonly { readonly span: Span; readonly message: string }[];
}

/** True for a file that is YAML or JSON by its name: a configuration, a pack, suppressions, never a letter. */
export function isDataFile(path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path);
}

/** Parses YAML or JSON (which is YAML). Never throws. */
export function parseData(path: string, text: string): DataFile {
  const document = parseDocument(text, { prettyErrors: false, lineCounter: new LineCounter(), strict: true });
  const errors = document.errors.map(({ pos: [start, end], message }) => ({
    span: { start: Math.min(start, text.length), end: Math.min(Math.max(end, start), text.length) },
    message,
  }));
  const content = errors.length === 0 ? toPlain(document) : undefined;
  if (errors.length === 0 && content === broken)
    errors.push({ span: { start: 0, end: 0 }, message: 'its aliases expand without end' });
  const locate: Locate = (pointer, part) => placeOf(document.contents, pointer, part);
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

function placeOf(root: Node | null, pointer: string, part: 'key' | 'value'): Span | undefined {
  const steps =
    pointer === ''
      ? []
      : pointer
          .slice(1)
          .split('/')
          .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
  let node: unknown = root;
  let key: unknown;
  for (const step of steps) {
    const pair = childOf(node, step);
    if (pair === undefined) return undefined;
    key = isPair(pair) ? pair.key : undefined;
    node = isPair(pair) ? pair.value : pair;
  }
  return (part === 'key' ? spanOf(key) : undefined) ?? spanOf(node) ?? spanOf(key);
}

function childOf(node: unknown, step: string): Pair | unknown {
  if (isMap(node))
    return node.items.find((pair) => String((pair.key as { value?: unknown } | null)?.value ?? pair.key) === step);
  return isSeq(node) ? node.items[Number(step)] : undefined;
}

function spanOf(node: unknown): Span | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}

import type { NameLookup } from './name-tree';
import { readToken, type TokenCursor, tokenCursor } from './token-table';
import { classOf, fold, LETTER, SEPARATOR } from './tokens';
import type { NameMatch } from './types';

/** Between two tokens of a name stand at most this many separators (`MRI - knee`). */
const MAX_GAP = 3;
const SMALL_S = 0x73;

/**
 * All names of the tree in `text`, in one pass: the longest from the left, sorted, not overlapping. A token that no name knows costs
 * one hash. A plural `s` is allowed on any word of three letters or more; `non-` before a name takes it away. Never throws.
 */
export function matchNames(tree: NameLookup, text: string): NameMatch[] {
  const found: NameMatch[] = [];
  const cursor = tokenCursor();
  let at = 0;
  while (at < text.length) {
    if (classOf(text.charCodeAt(at)) === SEPARATOR) {
      at++;
      continue;
    }
    readToken(text, at, cursor);
    const end = cursor.end;
    const match = matchAt(tree, text, at, cursor);
    if (match) found.push(match);
    at = match ? match.end : end;
  }
  return found;
}

/** The longest name that begins with the token at the cursor; the cursor is left somewhere behind it. */
function matchAt(tree: NameLookup, text: string, start: number, cursor: TokenCursor): NameMatch | undefined {
  const { end, stem } = cursor;
  const token = tree.tokens.find(text, start, end, cursor.hash);
  const match = token >= 0 ? walk(tree, text, start, cursor, tree.child(0, token)) : undefined;
  if (match || !isPlural(text, start, end)) return match;
  const singular = tree.tokens.find(text, start, end - 1, stem);
  if (singular < 0) return undefined;
  cursor.end = end;
  return walk(tree, text, start, cursor, tree.child(0, singular));
}

/** Follows the tree from its first token on and returns the longest name that ends on the way. */
function walk(
  tree: NameLookup,
  text: string,
  start: number,
  cursor: TokenCursor,
  first: number | undefined,
): NameMatch | undefined {
  let node = first;
  let best: NameMatch | undefined;
  while (node !== undefined) {
    best = accept(tree, node, text, start, cursor.end) ?? best;
    const next = nextToken(text, cursor.end);
    if (next < 0) break;
    readToken(text, next, cursor);
    node = step(tree, node, text, next, cursor);
  }
  return best && !isNegated(text, start) ? best : undefined;
}

function step(tree: NameLookup, node: number, text: string, start: number, cursor: TokenCursor): number | undefined {
  const { end, hash, stem } = cursor;
  const token = tree.tokens.find(text, start, end, hash);
  const next = token >= 0 ? tree.child(node, token) : undefined;
  if (next !== undefined || !isPlural(text, start, end)) return next;
  const singular = tree.tokens.find(text, start, end - 1, stem);
  return singular >= 0 ? tree.child(node, singular) : undefined;
}

function isPlural(text: string, start: number, end: number): boolean {
  return end - start > 2 && fold(text.charCodeAt(end - 1)) === SMALL_S;
}

function accept(tree: NameLookup, node: number, text: string, start: number, end: number): NameMatch | undefined {
  const ending = tree.end(node);
  if (!ending) return undefined;
  const spelled = ending.exact.find(({ spelling }) => isSpelled(text, start, end, spelling));
  const info = spelled?.info ?? ending.free;
  if (!info) return undefined;
  return { start, end, kind: info.kind, ids: info.ids, refs: info.refs, name: info.name, sure: info.sure };
}

/** True when the text is the spelling, capital letters and all, or its plural (`MRIs`). */
function isSpelled(text: string, start: number, end: number, spelling: string): boolean {
  const extra = end - start - spelling.length;
  return (extra === 0 || (extra === 1 && text.charCodeAt(end - 1) === SMALL_S)) && text.startsWith(spelling, start);
}

/** Start of the next token, or -1 at the end or after too wide a gap. */
function nextToken(text: string, from: number): number {
  for (let at = from; at < text.length && at - from <= MAX_GAP; at++) {
    if (classOf(text.charCodeAt(at)) !== SEPARATOR) return at;
  }
  return -1;
}

/** True for `non-opioid`, `Non-MTUS`, `Non- MTUS`: the name behind the prefix is what is not meant. */
function isNegated(text: string, start: number): boolean {
  let at = start - 1;
  if (at < 3 || classOf(text.charCodeAt(at)) !== SEPARATOR) return false;
  if (text[at] === ' ' && text[at - 1] === '-') at--;
  if (text.slice(Math.max(0, at - 3), at).toLowerCase() !== 'non') return false;
  return at === 3 || classOf(text.charCodeAt(at - 4)) !== LETTER;
}

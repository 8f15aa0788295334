import { APART, type Tokens } from './lexicon/tokens';
import type { NameLookup } from './name-tree';
import { classOf, LETTER, SEPARATOR, SMALL_S } from './tokens';
import type { NameMatch } from './types';

/**
 * All names of the tree in a text, in one pass: the longest from the left, sorted, not overlapping. A token that no name knows costs
 * one look. A plural `s` is allowed on any word of three letters or more; `non-` before a name takes it away. Never throws.
 */
export function matchNames(tree: NameLookup, tokens: Tokens): NameMatch[] {
  const found: NameMatch[] = [];
  for (let at = 0; at < tokens.count; at++) {
    const match = matchAt(tree, tokens, at);
    if (!match) continue;
    found.push(match);
    while ((tokens.ends[at] as number) < match.end) at++;
  }
  return found;
}

/** The longest name that begins with token `first`. */
function matchAt(tree: NameLookup, tokens: Tokens, first: number): NameMatch | undefined {
  const token = tree.tokenOf(tokens, first);
  const match = token >= 0 ? walk(tree, tokens, first, tree.child(0, token)) : undefined;
  if (match) return match;
  const singular = tree.singularOf(tokens, first);
  return singular >= 0 ? walk(tree, tokens, first, tree.child(0, singular)) : undefined;
}

/** Follows the tree from its first token on and returns the longest name that ends on the way. */
function walk(tree: NameLookup, tokens: Tokens, first: number, child: number | undefined): NameMatch | undefined {
  const { text, count, starts, ends, flags } = tokens;
  const start = starts[first] as number;
  let best: NameMatch | undefined;
  for (let node = child, at = first; node !== undefined; node = step(tree, node, tokens, at)) {
    best = accept(tree, node, text, start, ends[at] as number) ?? best;
    if (++at >= count || ((flags[at] as number) & APART) !== 0) break;
  }
  return best && !isNegated(text, start) ? best : undefined;
}

function step(tree: NameLookup, node: number, tokens: Tokens, at: number): number | undefined {
  const token = tree.tokenOf(tokens, at);
  const next = token >= 0 ? tree.child(node, token) : undefined;
  if (next !== undefined) return next;
  const singular = tree.singularOf(tokens, at);
  return singular >= 0 ? tree.child(node, singular) : undefined;
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

/** True for `non-opioid`, `Non-MTUS`, `Non- MTUS`: the name behind the prefix is what is not meant. */
function isNegated(text: string, start: number): boolean {
  let at = start - 1;
  if (at < 3 || classOf(text.charCodeAt(at)) !== SEPARATOR) return false;
  if (text[at] === ' ' && text[at - 1] === '-') at--;
  if (text.slice(Math.max(0, at - 3), at).toLowerCase() !== 'non') return false;
  return at === 3 || classOf(text.charCodeAt(at - 4)) !== LETTER;
}

import { classOf, DIGIT, fold, LETTER } from './tokens';

/** Numbers for tokens, found in a text by hash without cutting the text up. */
export interface TokenTable {
  readonly size: number;
  /** Number of the token that `text[start, end)` is, or -1. `&` is the token `and`. */
  find(text: string, start: number, end: number): number;
}

/** End of the token that starts at `start`: a run of letters, a run of digits, or one unit. */
export function tokenEnd(text: string, start: number): number {
  const kind = classOf(text.charCodeAt(start));
  let end = start + 1;
  if (kind === LETTER || kind === DIGIT) while (end < text.length && classOf(text.charCodeAt(end)) === kind) end++;
  return end;
}

/** A table of distinct, folded tokens; a token's number is its place in the list. */
export function tokenTable(tokens: readonly string[]): TokenTable {
  let size = 16;
  while (size < tokens.length * 4) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size);
  tokens.forEach((token, number) => {
    let slot = hashOf(token, 0, token.length) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = number + 1;
  });
  const find = (text: string, start: number, end: number): number => {
    if (end - start === 1 && text.charCodeAt(start) === 0x26) return find('and', 0, 3);
    for (let slot = hashOf(text, start, end) & mask; ; slot = (slot + 1) & mask) {
      const number = (slots[slot] ?? 0) - 1;
      if (number < 0 || sameToken(text, start, end, tokens[number] ?? '')) return number;
    }
  };
  return { size: tokens.length, find };
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + fold(text.charCodeAt(i))) | 0;
  return hash;
}

function sameToken(text: string, start: number, end: number, token: string): boolean {
  if (end - start !== token.length) return false;
  for (let i = 0; i < token.length; i++) if (fold(text.charCodeAt(start + i)) !== token.charCodeAt(i)) return false;
  return true;
}

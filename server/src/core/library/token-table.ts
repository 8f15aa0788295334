import { classOf, DIGIT, fold, LETTER } from './tokens';

/** A token read from a text: where it ends, and its hash. */
export interface TokenCursor {
  end: number;
  hash: number;
}

export function tokenCursor(): TokenCursor {
  return { end: 0, hash: 0 };
}

/** Numbers for tokens, found by hash without cutting the text up. `&` is the token `and`. */
export interface TokenTable {
  /** Number of the token that `text[start, end)` is, or -1; `hash` as `readToken` gives it. */
  find(text: string, start: number, end: number, hash: number): number;
  /** Number of the token at the cursor, a new one where the token is new. */
  intern(text: string, start: number, cursor: TokenCursor): number;
}

/** Reads the token that starts at `start` in one go: a run of letters, a run of digits, or one unit. */
export function readToken(text: string, start: number, cursor: TokenCursor): void {
  const code = text.charCodeAt(start);
  const kind = classOf(code);
  let end = start + 1;
  let hash = fold(code);
  if (kind === LETTER || kind === DIGIT) {
    for (; end < text.length; end++) {
      const next = text.charCodeAt(end);
      if (classOf(next) !== kind) break;
      hash = addToHash(hash, next);
    }
  } else if (code === AMPERSAND) hash = AND;
  cursor.end = end;
  cursor.hash = hash;
}

/** The hash of the token `text[start, end)`. */
export function hashOf(text: string, start: number, end: number): number {
  if (text.charCodeAt(start) === AMPERSAND) return AND;
  let hash = fold(text.charCodeAt(start));
  for (let at = start + 1; at < end; at++) hash = addToHash(hash, text.charCodeAt(at));
  return hash;
}

/** Kept within 30 bits, so that it stays a small integer. */
export function addToHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + fold(code)) & 0x3fffffff;
}

export const AMPERSAND = 0x26;
const AND = addToHash(addToHash(0x61, 0x6e), 0x64);

/** An empty table: open addressing, each slot holding a token's number plus one. */
export function createTokenTable(): TokenTable {
  const tokens: string[] = [];
  const hashes: number[] = [];
  let slots = new Int32Array(1024);

  /** The slot that holds the token, or the empty one where it would stand. */
  const slotOf = (text: string, start: number, end: number, hash: number): number => {
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      if (isToken(text, start, end, tokens[(slots[slot] ?? 0) - 1] ?? '')) break;
    }
    return slot;
  };
  const grow = (): void => {
    slots = new Int32Array(slots.length * 2);
    const mask = slots.length - 1;
    hashes.forEach((hash, number) => {
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    });
  };
  return {
    find: (text, start, end, hash) => (slots[slotOf(text, start, end, hash)] ?? 0) - 1,
    intern(text, start, { end, hash }) {
      const slot = slotOf(text, start, end, hash);
      const known = slots[slot] ?? 0;
      if (known > 0) return known - 1;
      tokens.push(text.charCodeAt(start) === AMPERSAND ? 'and' : text.slice(start, end));
      hashes.push(hash);
      slots[slot] = tokens.length;
      if (tokens.length * 3 > slots.length) grow();
      return tokens.length - 1;
    },
  };
}

function isToken(text: string, start: number, end: number, token: string): boolean {
  if (text.charCodeAt(start) === AMPERSAND) return token === 'and';
  if (end - start !== token.length) return false;
  for (let i = 0; i < token.length; i++)
    if (fold(text.charCodeAt(start + i)) !== fold(token.charCodeAt(i))) return false;
  return true;
}

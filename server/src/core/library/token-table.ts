import { classOf, DIGIT, fold, LETTER } from './tokens';

/** Numbers for tokens, found in a text by hash without cutting the text up. `&` is the token `and`. */
export interface TokenTable {
  /** Number of the token that `text[start, end)` is, or -1. */
  find(text: string, start: number, end: number): number;
  /** The same, with a new number where the token is new. */
  intern(text: string, start: number, end: number): number;
}

/** End of the token that starts at `start`: a run of letters, a run of digits, or one unit. */
export function tokenEnd(text: string, start: number): number {
  const kind = classOf(text.charCodeAt(start));
  let end = start + 1;
  if (kind === LETTER || kind === DIGIT) while (end < text.length && classOf(text.charCodeAt(end)) === kind) end++;
  return end;
}

/** An empty table: open addressing, each slot holding a token's number plus one. */
export function createTokenTable(): TokenTable {
  const tokens: string[] = [];
  const hashes: number[] = [];
  let slots = new Int32Array(1024);

  const slotOf = (hash: number, text: string, start: number, end: number): number => {
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      if (isToken(text, start, end, tokens[(slots[slot] ?? 0) - 1] ?? '')) break;
    }
    return slot;
  };
  const grow = (): void => {
    slots = new Int32Array(slots.length * 2);
    hashes.forEach((hash, number) => {
      let slot = hash & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number + 1;
    });
  };
  const find = (text: string, start: number, end: number): number => {
    if (isAmpersand(text, start, end)) return find('and', 0, 3);
    return (slots[slotOf(hashOf(text, start, end), text, start, end)] ?? 0) - 1;
  };
  const intern = (text: string, start: number, end: number): number => {
    if (isAmpersand(text, start, end)) return intern('and', 0, 3);
    const hash = hashOf(text, start, end);
    const slot = slotOf(hash, text, start, end);
    const known = slots[slot] ?? 0;
    if (known > 0) return known - 1;
    tokens.push(text.slice(start, end));
    hashes.push(hash);
    slots[slot] = tokens.length;
    if (tokens.length * 3 > slots.length) grow();
    return tokens.length - 1;
  };
  return { find, intern };
}

function isAmpersand(text: string, start: number, end: number): boolean {
  return end - start === 1 && text.charCodeAt(start) === 0x26;
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + fold(text.charCodeAt(i))) | 0;
  return hash;
}

function isToken(text: string, start: number, end: number, token: string): boolean {
  if (end - start !== token.length) return false;
  for (let i = 0; i < token.length; i++)
    if (fold(text.charCodeAt(start + i)) !== fold(token.charCodeAt(i))) return false;
  return true;
}

import type { Span } from './span';

/** How many characters before and behind a span belong to its fingerprint, so that a comma is not every comma. */
const context = 24;

/**
 * 16 hexadecimal digits that stand for the text of a span and its nearest neighbors. White space does not count, nor do line
 * numbers: a letter that was reflowed, or changed elsewhere, keeps its fingerprints.
 */
export function fingerprintOf(text: string, span: Span): string {
  const before = text
    .slice(Math.max(0, span.start - 8 * context), span.start)
    .replace(/\s+/g, '')
    .slice(-context);
  const behind = text
    .slice(span.end, span.end + 8 * context)
    .replace(/\s+/g, '')
    .slice(0, context);
  return hashOf(`${before}\n${text.slice(span.start, span.end).replace(/\s+/g, '')}\n${behind}`);
}

/** 16 hexadecimal digits: two 32-bit multiplicative hashes, mixed (the cyrb53 scheme); no protection against intent. */
export function hashOf(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [b, a].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

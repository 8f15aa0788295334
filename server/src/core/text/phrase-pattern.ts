/**
 * Compiles the phrase language of packs and forms (docs/packs.md, Phrases) to a regular expression. Every part is a fixed text, a
 * choice of fixed texts or one bounded word, so the expression is linear whatever a pack says.
 */

/** Letters of Latin script. `\p{L}` in an expression that ignores case takes over ten times as long to compile. */
const letters = 'a-zA-Z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f';

/** A global expression for reading text; group n is the n-th choice or word. Undefined where the pattern is broken. */
export function compilePhrase(pattern: string): RegExp | undefined {
  return checkPhrase(pattern) === undefined ? new RegExp(sourceOf(pattern), 'giu') : undefined;
}

/** Where in a text phrases are looked for: anywhere, or only as its beginning, its end or all of it. */
export type PhrasePlace = 'anywhere' | 'start' | 'end' | 'whole';

/** One expression for several phrases, whatever the case unless `isExact`; not global. Throws an Error where one is broken: shipped data is at fault. */
export function compilePhrases(patterns: readonly string[], place: PhrasePlace = 'anywhere', isExact = false): RegExp {
  for (const pattern of patterns) {
    const fault = checkPhrase(pattern);
    if (fault !== undefined) throw new Error(`"${pattern}": ${fault}`);
  }
  const any = `(?:${patterns.map(sourceOf).join('|')})`;
  const [before, after] = [place === 'start' || place === 'whole', place === 'end' || place === 'whole'];
  return new RegExp(`${before ? '^' : ''}${any}${after ? '$' : ''}`, isExact ? 'u' : 'iu');
}

/** The expressions of several phrases as one, to build on; they begin and end anywhere, not at word boundaries only. */
export function phraseSource(patterns: readonly string[]): string {
  return `(?:${patterns.map(bodyOf).join('|')})`;
}

function bodyOf(pattern: string): string {
  return pattern
    .split(/(\{[^{}]*\})/)
    .map(partOf)
    .join('');
}

/** The source of an expression for a pattern that `checkPhrase` finds nothing wrong with. */
export function sourceOf(pattern: string): string {
  const body = bodyOf(pattern);
  const before = /^[{\w]/.test(pattern) ? `(?<![${letters}\\d])` : '';
  return `${before}${body}${needsBoundary(pattern) ? `(?![${letters}\\d])` : ''}`;
}

/** What is wrong with a pattern, or undefined. */
export function checkPhrase(pattern: string): string | undefined {
  if (pattern.trim() === '' || pattern !== pattern.trim()) return 'a pattern is neither empty nor has spaces around it';
  if (pattern.length > 2000) return 'a pattern has at most 2,000 characters';
  const rest = pattern.replace(/\{[^{}]*\}/g, '');
  if (/[{}]/.test(rest)) return 'a brace is not closed, or stands inside another';
  if (/\{[?!]?\}/.test(pattern)) return 'an empty choice';
  if (!/[\p{L}\p{N}]/u.test(rest) && !/\{[^?!{}]/.test(pattern)) return 'a pattern needs a word';
  return undefined;
}

/** The text that replaces a match; `{1}` is what the first group matched. A match that starts with a capital keeps it. */
export function replacementFor(replacement: string, match: RegExpExecArray): string {
  const text = replacement.replace(/\{(\d)\}/g, (_, group: string) => match[Number(group)] ?? '');
  const first = match[0].charAt(0);
  const isCapital = first !== first.toLowerCase();
  return isCapital ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function partOf(part: string): string {
  if (!part.startsWith('{')) return literal(part);
  const inner = part.slice(1, -1);
  if (inner === 'word') return `([${letters}][${letters}'-]{0,40})`;
  if (inner.startsWith('?')) return `(${choices(inner.slice(1))})?`;
  if (inner.startsWith('!')) return `(?!${choices(inner.slice(1))})`;
  return `(${choices(inner)})`;
}

/** Longest first, so that a choice never hides a longer one that begins with it. */
function choices(inner: string): string {
  const parts = inner.split('|').sort((a, b) => b.length - a.length);
  return parts.map(literal).join('|');
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function needsBoundary(pattern: string): boolean {
  return /[\p{L}\p{N}]$|\}$/u.test(pattern) && !/\{![^{}]*\}$/.test(pattern);
}

// Texts on which a regular expression goes back and forth if it can: its own matches, with each piece in turn repeated.
import fc from 'fast-check';
import type { Pattern } from './literals';

/** What is repeated, between what opens a match and what spoils it. */
export interface Attack {
  readonly opening: string;
  readonly pump: string;
  readonly ending: string;
}

const everyday = ['a', 'A', '0', ' ', '\n', '.', '-', '/', '"', '(', 'a ', 'Aa ', 'a.', 'a, ', '0/', 'a-', 'é', '\t '];
/** They spoil a match that wants to end here: one is in no class of letters, the other in none of what is not white space. */
const spoilers = ['\u0001', '\n'];
const mostPumps = 36;

/** The text of an attack, `size` units long. */
export function textOf({ opening, pump, ending }: Attack, size: number): string {
  const count = Math.max(1, Math.ceil((size - opening.length) / pump.length));
  return (opening + pump.repeat(count)).slice(0, size - ending.length) + ending;
}

export function attacksOn(pattern: Pattern): Attack[] {
  const samples = samplesOf(pattern);
  const own = samples.flatMap((sample) => pumpsOf(sample, mostPumps / samples.length));
  // A mark that opens something is one of the pattern's own: `"[^"]*"` on nothing but quotation marks.
  const marks = new Set(pattern.source.replace(/[\w\\]/g, ''));
  const attacks = [...own, ...[...everyday, ...marks].map((pump) => ({ opening: '', pump }))];
  const all = attacks.flatMap((attack) => spoilers.map((ending) => ({ ...attack, ending })));
  return [...new Map(all.map((attack) => [JSON.stringify(attack), attack])).values()];
}

/** Short pieces of a match, behind what stands before it and alone; a long match is sampled evenly. */
function pumpsOf(sample: string, count: number): Omit<Attack, 'ending'>[] {
  const pieces = [{ opening: '', pump: sample }];
  const lengths = [1, 2, 4];
  const step = Math.max(1, Math.ceil((sample.length * lengths.length * 2) / count));
  for (let start = 0; start < sample.length; start += step) {
    for (const pump of lengths.map((length) => sample.slice(start, start + length))) {
      pieces.push({ opening: sample.slice(0, start), pump }, { opening: '', pump });
    }
  }
  return pieces;
}

/** A few texts that match, look-around aside. */
function samplesOf({ source, flags }: Pattern): string[] {
  const plain = withoutLookaround(source)
    .replace(/\\b|\\B/g, '')
    .replace(/\\p\{[^}]*\}/g, 'a')
    .replace(/\[\^\]/g, '.')
    // The generator looks for such characters without end.
    .replace(/\[\^\\S[^\]]*\]/g, '\\s');
  try {
    const expression = new RegExp(plain, flags.replace(/[gyiv]/g, ''));
    return fc
      .sample(fc.stringMatching(expression, { size: 'small' }), { numRuns: 4, seed: 7 })
      .filter((text) => text !== '');
  } catch {
    // What the generator does not know of is attacked by everyday texts, and by the pattern's own text.
    return [source.replace(/[\\^$?*+()[\]{}|]/g, '')];
  }
}

function withoutLookaround(source: string): string {
  let result = '';
  for (let at = 0; at < source.length; ) {
    if (/^\(\?<?[=!]/.test(source.slice(at, at + 4))) at = endOfGroup(source, at);
    else {
      const length = source.charAt(at) === '\\' ? 2 : 1;
      result += source.slice(at, at + length);
      at += length;
    }
  }
  return result;
}

function endOfGroup(source: string, start: number): number {
  let depth = 0;
  let inClass = false;
  for (let at = start; at < source.length; at++) {
    const char = source.charAt(at);
    if (char === '\\') at++;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return at + 1;
  }
  return source.length;
}

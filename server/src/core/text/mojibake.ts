import type { Span } from './span';
import { fromWindows1252, toWindows1252 } from './windows-1252';

/** A stretch of text that was written as UTF-8 and read as Windows-1252, once or several times. */
export interface Mojibake extends Span {
  /** What was written; U+FFFD in it was lost before. */
  readonly mended: string;
}

/** Characters that a byte above 0x7F becomes in Windows-1252 or, where that has none, in ISO 8859-1. */
const highRuns = /[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2,}/g;

/** What is left of damaged characters where the rest was lost: `â€`, a lone `Â`. */
export const remains = /â€|[ÂÃ](?![A-Za-zÀ-ÿ])/g;
/** Lost characters and halves of characters, C1 controls, symbol-font characters. */
export const unreadable =
  /\ufffd+|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\u0080-\u009f]|[\ue000-\uf8ff]/g;

/** `â€™` for `’`, `Â§` for `§`, `ï¿½` for a character lost before; in order, not overlapping. UTF-16 offsets of `text`. */
export function findMojibake(text: string): Mojibake[] {
  const found: Mojibake[] = [];
  for (const run of text.matchAll(highRuns)) {
    for (const { start, end, mended } of decodeRun(run[0])) {
      found.push({ start: run.index + start, end: run.index + end, mended: mendAgain(mended) });
    }
  }
  return found;
}

/** A text without its damaged characters; what they stood for, a quotation mark most often, is left out as well. */
export function withoutDamage(text: string): string {
  let rest = text;
  for (const { start, end } of findMojibake(text).reverse()) rest = rest.slice(0, start) + rest.slice(end);
  return rest.replace(unreadable, '').replace(remains, '');
}

/** Text that was damaged twice or three times. */
function mendAgain(text: string): string {
  let mended = text;
  for (let round = 0; round < 3; round++) {
    const before = mended;
    for (const part of findOnce(mended).reverse())
      mended = mended.slice(0, part.start) + part.mended + mended.slice(part.end);
    if (mended === before) break;
  }
  return mended.replace(/[\u0080-\u009f]/g, (control) => fromWindows1252(control.charCodeAt(0)) ?? '\ufffd');
}

function findOnce(text: string): Mojibake[] {
  return [...text.matchAll(highRuns)].flatMap((run) =>
    decodeRun(run[0]).map((part) => ({ ...part, start: part.start + run.index, end: part.end + run.index })),
  );
}

/** The stretches of a run that are UTF-8; neighbors are one stretch. */
function decodeRun(run: string): Mojibake[] {
  const found: Mojibake[] = [];
  for (let at = 0; at < run.length; ) {
    const sequence = sequenceAt(run, at);
    if (!sequence) {
      at++;
      continue;
    }
    const end = at + sequence.length;
    const last = found.at(-1);
    if (last?.end === at)
      found[found.length - 1] = { start: last.start, end, mended: last.mended + sequence.character };
    else found.push({ start: at, end, mended: sequence.character });
    at = end;
  }
  return found;
}

/** By its first byte; 0 where that begins none. */
function lengthOfSequence(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

function sequenceAt(run: string, at: number): { character: string; length: number } | undefined {
  const lead = byteAt(run, at);
  const length = lengthOfSequence(lead);
  if (length === 0 || at + length > run.length) return undefined;
  let code = lead & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const byte = byteAt(run, at + i);
    if (byte < 0x80 || byte > 0xbf) return undefined;
    code = code * 64 + (byte & 0x3f);
  }
  return isLikely(code) ? { character: String.fromCodePoint(code), length } : undefined;
}

function byteAt(run: string, at: number): number {
  return toWindows1252(run.charAt(at)) ?? run.charCodeAt(at);
}

/** What may stand in an English letter; `é”—` would be a Chinese character and is a word's end with its quotation mark. */
const likely: readonly (readonly [number, number])[] = [
  [0x80, 0x17f], // Latin; controls on the way, in text that was damaged twice
  [0x192, 0x192], // with the next two, what Windows-1252 has beside Latin-1: damaged again on the way
  [0x2c6, 0x2c6],
  [0x2dc, 0x2dc],
  [0x370, 0x3ff], // Greek
  [0x2010, 0x22ff], // punctuation, super- and subscripts, currency, letter-like, arrows, mathematics
  [0x25a0, 0x27bf], // bullets and ticks
  [0xf000, 0xf0ff], // bullets of symbol fonts
  [0xfb00, 0xfb06], // ligatures
  [0xfeff, 0xfeff],
  [0xfffd, 0xfffd],
  [0x1f300, 0x1faff],
];

function isLikely(code: number): boolean {
  return likely.some(([first, last]) => first <= code && code <= last);
}

import type { Span } from '../../server/src/core/text/span';

/** The cues of a library, made ready to be found in one pass over a text. */
export interface CueIndex {
  /**
   * The first place of each cue that occurs in a reading text, to the end of its word. A cue starts at a word's start and the
   * word may go on (`taper` in `tapering`); one of 2-5 capitals is a whole word whose case counts; one that begins with a sign
   * (`#`, `/10`) stands anywhere.
   */
  find(text: string): ReadonlyMap<string, Span>;
}

interface Cue {
  readonly text: string;
  readonly folded: string;
  readonly exact: boolean;
}

/** Cues by their first four units; shorter ones by the first. */
interface CueTable {
  readonly long: ReadonlyMap<number, readonly Cue[]>;
  readonly short: ReadonlyMap<number, readonly Cue[]>;
}

export function createCueIndex(cues: Iterable<string>): CueIndex {
  const long = new Map<number, Cue[]>();
  const short = new Map<number, Cue[]>();
  for (const text of new Set(cues)) {
    const folded = text.toLowerCase();
    const [table, key] = folded.length < 4 ? [short, folded.charCodeAt(0)] : [long, keyAt(folded, 0)];
    const same = table.get(key) ?? [];
    same.push({ text, folded, exact: /^[A-Z]{2,5}$/.test(text) });
    table.set(key, same);
  }
  return { find: (text) => findCues(text, { long, short }) };
}

/** Four units as one number; several beginnings may share it. */
function keyAt(folded: string, at: number): number {
  let key = 0;
  for (let i = at; i < at + 4; i++) key = (key * 128 + (folded.charCodeAt(i) & 127)) | 0;
  return key;
}

function findCues(text: string, { long, short }: CueTable): Map<string, Span> {
  const found = new Map<string, Span>();
  const folded = fold(text);
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const wasInWord = inWord;
    const code = folded.charCodeAt(at);
    inWord = isWordUnit(code);
    if (code === 32 || (wasInWord && inWord)) continue;
    addCues(long.get(keyAt(folded, at)) ?? noCues, at);
    addCues(short.get(code) ?? noCues, at);
  }
  return found;

  function addCues(cues: readonly Cue[], at: number): void {
    for (const cue of cues) {
      if (!standsAt(cue, text, folded, at) || found.has(cue.text)) continue;
      found.set(cue.text, { start: at, end: endOfWord(folded, at + cue.text.length) });
    }
  }
}

const noCues: readonly Cue[] = [];

function standsAt(cue: Cue, text: string, folded: string, at: number): boolean {
  if (!cue.exact) return folded.startsWith(cue.folded, at);
  return text.startsWith(cue.text, at) && !isWordUnit(folded.charCodeAt(at + cue.text.length));
}

/** Lower case of the same length, so that offsets stay. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Letters, digits and what lies beyond ASCII. */
function isWordUnit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code > 191;
}

function endOfWord(folded: string, from: number): number {
  let end = from;
  if (!isWordUnit(folded.charCodeAt(from - 1))) return end;
  while (end < folded.length && isWordUnit(folded.charCodeAt(end))) end++;
  return end;
}

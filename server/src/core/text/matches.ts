const none: readonly RegExpExecArray[] = [];

/** An expression that is tried only where one of its marks stands: see `marked`. */
export interface Marked {
  readonly marks: readonly string[];
  readonly sticky: RegExp;
  /** By ASCII unit, 1 for those that a word of a match begins with; undefined where marks stand anywhere. */
  readonly wordStarts?: Uint8Array;
}

/**
 * A global expression of which every match begins with one of `marks`, single UTF-16 units that are rare. Texts are looked through
 * for these, which costs a hundredth of trying the expression at every letter. The match may ask for what stands before its mark.
 */
export function marked(marks: string, pattern: RegExp): Marked {
  return { marks: marks.split(''), sticky: new RegExp(pattern.source, pattern.flags.replace('g', 'y')) };
}

/**
 * The same where every match begins with a word, number or mark that has no letter, digit or `_` before it, and whose first unit is one of
 * `marks` (ASCII), which may be many: digits, or the first letters of words.
 */
export function markedWord(marks: string, pattern: RegExp): Marked {
  const wordStarts = new Uint8Array(128);
  for (const mark of marks) wordStarts[mark.charCodeAt(0)] = 1;
  return { ...marked(marks, pattern), wordStarts };
}

export const digits = '0123456789';

/** Where the matches of an expression begin, which may overlap: places at which others are tried, see `matchesFrom`. */
export function placesIn(text: string, { sticky, wordStarts = noStarts }: Marked): readonly number[] {
  const places: number[] = [];
  for (let at = nextStart(text, 0, wordStarts); at >= 0; at = nextStart(text, at + 1, wordStarts)) {
    sticky.lastIndex = at;
    if (sticky.test(text)) places.push(at);
  }
  return places;
}

/** All matches of a sticky expression that begin at one of the places, which ascend; none overlap. */
export function matchesFrom(text: string, places: readonly number[], sticky: RegExp): readonly RegExpExecArray[] {
  let found: RegExpExecArray[] | undefined;
  let from = 0;
  for (const at of places) {
    if (at < from) continue;
    sticky.lastIndex = at;
    const match = sticky.exec(text);
    if (!match) continue;
    found ??= [];
    found.push(match);
    from = at + match[0].length;
  }
  return found ?? none;
}

/**
 * All matches of a global expression in a text: what `matchAll` gives, without the copy of the expression that it makes at
 * each call, which costs more than looking through a short text does. Throws a TypeError where the expression is not global.
 */
export function matchesIn(text: string, pattern: RegExp | Marked): readonly RegExpExecArray[] {
  if (!(pattern instanceof RegExp)) return matchesAtMarks(text, pattern);
  if (!pattern.global) throw new TypeError('matchesIn needs a global expression');
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return none;
  const found: RegExpExecArray[] = [];
  while (match !== null) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1;
    match = pattern.exec(text);
  }
  return found;
}

function matchesAtMarks(text: string, { marks, sticky, wordStarts }: Marked): readonly RegExpExecArray[] {
  if (wordStarts) return matchesAtWords(text, sticky, wordStarts);
  let found: RegExpExecArray[] | undefined;
  const places = marks.map((mark) => text.indexOf(mark));
  let from = 0;
  for (let at = firstOf(places); at >= 0; at = firstOf(places)) {
    if (at >= from) {
      sticky.lastIndex = at;
      const match = sticky.exec(text);
      if (match) {
        found ??= [];
        found.push(match);
        from = at + match[0].length;
      }
    }
    for (let i = 0; i < places.length; i++) {
      if (places[i] === at) places[i] = text.indexOf(marks[i] as string, Math.max(at + 1, from));
    }
  }
  return found ?? none;
}

function matchesAtWords(text: string, sticky: RegExp, wordStarts: Uint8Array): readonly RegExpExecArray[] {
  let found: RegExpExecArray[] | undefined;
  for (let at = nextStart(text, 0, wordStarts); at >= 0; ) {
    sticky.lastIndex = at;
    const match = sticky.exec(text);
    if (match) {
      found ??= [];
      found.push(match);
    }
    at = nextStart(text, at + Math.max(1, match?.[0].length ?? 1), wordStarts);
  }
  return found ?? none;
}

const noStarts = new Uint8Array(128);

const wordUnits = new Uint8Array(128);
for (let code = 0; code < wordUnits.length; code++) if (/\w/.test(String.fromCharCode(code))) wordUnits[code] = 1;

/** The next unit from `from` on that is among `starts` and does not stand in a word; -1 where there is none. */
function nextStart(text: string, from: number, starts: Uint8Array): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 128 && starts[code] === 1 && !isWordUnit(text.charCodeAt(at - 1))) return at;
  }
  return -1;
}

/** Not a number, before a text begins, is none. */
function isWordUnit(code: number): boolean {
  return code < 128 && wordUnits[code] === 1;
}

/** The least that is not negative; -1 where all are. */
function firstOf(places: readonly number[]): number {
  let first = -1;
  for (const place of places) if (place >= 0 && (first < 0 || place < first)) first = place;
  return first;
}

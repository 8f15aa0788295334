import type { Span } from './span';

const none: readonly RegExpExecArray[] = [];

/** An expression that is tried only where one of its marks stands: see `marked`. */
export interface Marked {
  readonly marks: readonly string[];
  readonly sticky: RegExp;
}

/**
 * A global expression of which every match begins with one of `marks`, single UTF-16 units that are rare. Texts are looked through
 * for these, which costs a hundredth of trying the expression at every letter. The match may ask for what stands before its mark.
 */
export function marked(marks: string, pattern: RegExp): Marked {
  return { marks: marks.split(''), sticky: new RegExp(pattern.source, pattern.flags.replace('g', 'y')) };
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

/** The match of a sticky expression at an offset of a text. */
export function matchAt(text: string, sticky: RegExp, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}

/** The matches of a sticky expression right behind spans of a text. */
export function matchesBehind(text: string, spans: readonly Span[], sticky: RegExp): readonly RegExpExecArray[] {
  return spans.map(({ end }) => matchAt(text, sticky, end)).filter((match) => match !== null);
}

function matchesAtMarks(text: string, { marks, sticky }: Marked): readonly RegExpExecArray[] {
  let found: RegExpExecArray[] | undefined;
  const places = marks.map((mark) => text.indexOf(mark));
  let from = 0;
  for (let at = firstOf(places); at >= 0; at = firstOf(places)) {
    if (at >= from) {
      const match = matchAt(text, sticky, at);
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

/** The least that is not negative; -1 where all are. */
function firstOf(places: readonly number[]): number {
  let first = -1;
  for (const place of places) if (place >= 0 && (first < 0 || place < first)) first = place;
  return first;
}

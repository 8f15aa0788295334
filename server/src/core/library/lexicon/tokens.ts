import type { Span } from '../../text/span';
import { readToken, tokenCursor } from '../token-table';
import { classOf, DIGIT, LETTER, SEPARATOR } from '../tokens';
import { type Words, wordsForText } from '../words';

/** Not a letter and not a digit. */
export const MARK = 1;
export const NUMBER = 2;
/** The first token of its sentence. */
export const FIRST = 4;
/** Stands inside a word: a letter or digit directly behind another (`mg` in `325mg`). */
export const GLUED = 8;
/** More separators stand before it than inside a name or phrase. */
export const APART = 16;

/** Between two tokens of a phrase stand at most this many separators (`MRI - knee`). */
export const MAX_GAP = 3;

/** A reading text cut into tokens: arrays of `count` numbers. Offsets are UTF-16 units of the text, half-open. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Numbers of the tokens' texts in `vocabulary`. */
  readonly words: Int32Array;
  readonly vocabulary: Words;
  readonly flags: Uint8Array;
}

/** Cuts a text up, once for all that is looked for in it. `sentences` ascend; without them no token is the first of one. */
export function tokenize(text: string, sentences: readonly Span[] = []): Tokens {
  const vocabulary = wordsForText();
  makeRoom(text.length);
  const { starts, ends, words, flags } = desk;
  let count = 0;
  let end = 0;
  let sentence = 0;
  for (let at = 0; at < text.length; ) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === SEPARATOR) {
      at++;
      continue;
    }
    readToken(text, at, cursor);
    let flag = flagOf(kind);
    if (at === end && count > 0 && flag !== MARK && ((flags[count - 1] as number) & MARK) === 0) flag |= GLUED;
    if (at - end > MAX_GAP) flag |= APART;
    if (sentence < sentences.length && (sentences[sentence] as Span).start <= at) {
      flag |= FIRST;
      while (sentence < sentences.length && (sentences[sentence] as Span).start <= at) sentence++;
    }
    starts[count] = at;
    ends[count] = end = cursor.end;
    words[count] = vocabulary.numberOf(text, at, end, cursor.hash);
    flags[count] = flag;
    count++;
    at = end;
  }
  return {
    text,
    count,
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    words: words.slice(0, count),
    vocabulary,
    flags: flags.slice(0, count),
  };
}

const cursor = tokenCursor();

/** Where tokens are laid out while nobody knows how many there are; used again for each text. */
let desk = deskOf(4096);

function deskOf(room: number) {
  return {
    starts: new Int32Array(room),
    ends: new Int32Array(room),
    words: new Int32Array(room),
    flags: new Uint8Array(room),
  };
}

/** A text has at most as many tokens as units. */
function makeRoom(length: number): void {
  if (length > desk.flags.length) desk = deskOf(2 * length);
}

function flagOf(kind: number): number {
  if (kind === LETTER) return 0;
  return kind === DIGIT ? NUMBER : MARK;
}

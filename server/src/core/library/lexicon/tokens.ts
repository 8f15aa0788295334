import type { Span } from '../../text/span';
import { readToken, tokenCursor } from '../token-table';
import { classOf, DIGIT, LETTER, SEPARATOR } from '../tokens';
import { enlarged, type Words, wordsForText } from '../words';

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

/** A reading text cut into tokens: arrays of which the first `count` numbers count. Offsets are UTF-16 units of the text, half-open. */
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
  let room = (text.length >> 2) + 16;
  let starts = new Int32Array(room);
  let ends = new Int32Array(room);
  let words = new Int32Array(room);
  let flags = new Uint8Array(room);
  const cursor = tokenCursor();
  let count = 0;
  let end = 0;
  let sentence = 0;
  for (let at = 0; at < text.length; ) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === SEPARATOR) {
      at++;
      continue;
    }
    if (count === room) {
      room *= 2;
      starts = enlarged(starts, room);
      ends = enlarged(ends, room);
      words = enlarged(words, room);
      const more = new Uint8Array(room);
      more.set(flags);
      flags = more;
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
  return { text, count, starts, ends, words, vocabulary, flags };
}

function flagOf(kind: number): number {
  if (kind === LETTER) return 0;
  return kind === DIGIT ? NUMBER : MARK;
}

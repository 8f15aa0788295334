import { enlarged } from '../words';
import { createEdges } from './edges';
import { GAP } from './network';
import { ANY_MARK, ANY_NUMBER, ANY_WORD } from './symbols';
import { AT_END, AT_START, ENTRY_SIZE, HAS_MARKS, type LexiconTables } from './tables';
import { APART, FIRST, GLUED, MARK, NUMBER, type Tokens } from './tokens';

/** What was found, by concept. */
export interface Scan {
  /** The concepts, ascending. */
  readonly concepts: Int32Array;
  /** The places of the nth of them are `[firsts[n], firsts[n + 1])`. */
  readonly firsts: Int32Array;
  /** Start and end of each place (UTF-16 units), ascending within a concept. */
  readonly places: Int32Array;
  /** How many edges were followed: what a text costs. */
  readonly steps: number;
}

const SEMICOLON = 0x3b;
const COMMA = 0x2c;
const POINT = 0x2e;
const SMALL_S = 0x73;
const SMALL_T = 0x74;

/** `symbols`: what the lexicon calls each token; 0 for a word that it does not know. */
export type Scanner = (tokens: Tokens, symbols: Int32Array) => Scan;

/** The one pass over a text: from each token as far as the automaton goes, which is never further than its longest phrase. */
export function createScanner(tables: LexiconTables): Scanner {
  const { root, acceptStarts, accepts, entries } = tables;
  const { targetOf, pastSentence } = createEdges(tables);

  // All that follows is used again by each pass, which is over before another begins.
  const coveredTo = new Int32Array(tables.concepts.length);
  const finds = new Finds(tables.concepts.length);
  const noted: number[] = [];
  const lasts: number[] = [];
  /** Places behind gaps that were walked from, for the token at hand. */
  const tried = new Marks();
  let text = '';
  let count = 0;
  let starts: Int32Array = none;
  let ends: Int32Array = none;
  let flags: Uint8Array = noFlags;
  let symbols: Int32Array = none;
  let notes = 0;
  let steps = 0;

  return (tokens, symbolsOfTokens) => {
    ({ text, count, starts, ends, flags } = tokens);
    symbols = symbolsOfTokens;
    steps = 0;
    for (let first = 0; first < count; first++) {
      const flag = flags[first] as number;
      if ((flag & GLUED) !== 0) continue;
      const state = targetOf(root, symbols[first] as number, classSymbol(flag));
      if (state === 0) continue;
      notes = 0;
      tried.clear();
      walk(state, first, first);
      for (let i = 0; i < notes; i++) {
        const concept = noted[i] as number;
        const start = starts[first] as number;
        if (start < (coveredTo[concept] as number)) continue;
        const end = ends[lasts[i] as number] as number;
        coveredTo[concept] = end;
        finds.add(concept, start, end);
      }
    }
    const scan = { ...finds.byConcept(), steps };
    for (const concept of scan.concepts) coveredTo[concept] = 0;
    return scan;
  };

  function next(state: number, at: number): number {
    steps++;
    const flag = flags[at] as number;
    if ((flag & APART) !== 0) return 0;
    const from = (flag & FIRST) !== 0 ? pastSentence(state) : state;
    return from === 0 ? 0 : targetOf(from, symbols[at] as number, classSymbol(flag));
  }

  /** Follows the automaton from a state that was reached with token `at`. */
  function walk(from: number, first: number, at: number): void {
    let state = from;
    for (let last = at; state !== 0; state = next(state, ++last)) {
      accept(state, first, last);
      if (last + 1 >= count) return;
    }
  }

  /** Goes on behind each word of a gap that begins behind token `last`. */
  function passGap(entry: number, first: number, last: number): void {
    const to = entries[entry + 4] as number;
    const hasMarks = ((entries[entry + 3] as number) & HAS_MARKS) !== 0;
    let words = entries[entry + 5] as number;
    let marks = 0;
    let isBehindWord = false;
    for (let at = last + 1; at < count; at++) {
      const place = to * count + at;
      if (tried.add(place)) {
        // Another gap may begin at once, behind words that may be left out.
        accept(to, first, at - 1);
        walk(next(to, at), first, at);
      }
      const flag = flags[at] as number;
      if ((flag & (FIRST | APART)) !== 0) return;
      if ((flag & MARK) !== 0) {
        if (!isInNumber(at) && (!hasMarks || ++marks > 2 || charAt(at) === SEMICOLON)) return;
        isBehindWord = false;
      } else if (isBehindWord && isEnding(at)) isBehindWord = false;
      else if (words-- === 0) return;
      else {
        isBehindWord = (flag & NUMBER) === 0;
        marks = 0;
      }
    }
  }

  /** The comma of `1,000`, the point of `2.5`. */
  function isInNumber(at: number): boolean {
    const char = charAt(at);
    if ((char !== POINT && char !== COMMA) || at + 1 >= count) return false;
    return (
      ((flags[at - 1] as number) & NUMBER) !== 0 && ((flags[at + 1] as number) & (NUMBER | FIRST | APART)) === NUMBER
    );
  }

  /** The `s` of `worker's`, the `t` of `don't`. */
  function isEnding(at: number): boolean {
    const char = charAt(at) | 0x20;
    return (char === SMALL_S || char === SMALL_T) && (ends[at] as number) - (starts[at] as number) === 1;
  }

  function charAt(at: number): number {
    return text.charCodeAt(starts[at] as number);
  }

  /** Notes what ends with token `last`; a longer find of a concept takes the place of a shorter one. */
  function accept(state: number, first: number, last: number): void {
    const from = acceptStarts[state] as number;
    const to = acceptStarts[state + 1] as number;
    if (from === to) return;
    const isWhole = last + 1 >= count || ((flags[last + 1] as number) & GLUED) === 0;
    for (let i = from; i < to; i++) {
      const entry = (accepts[i] as number) * ENTRY_SIZE;
      const concept = entries[entry] as number;
      if ((!isWhole && concept !== GAP) || !holds(entry, first, last)) continue;
      if (concept === GAP) passGap(entry, first, last);
      else note(concept, last);
    }
  }

  function note(concept: number, last: number): void {
    for (let i = 0; i < notes; i++) {
      if (noted[i] !== concept) continue;
      if ((lasts[i] as number) < last) lasts[i] = last;
      return;
    }
    noted[notes] = concept;
    lasts[notes] = last;
    notes++;
  }

  function holds(entry: number, first: number, last: number): boolean {
    const ahead = entries[entry + 1] as number;
    const behind = entries[entry + 2] as number;
    const sides = entries[entry + 3] as number;
    if ((sides & AT_START) !== 0 && ((flags[first] as number) & FIRST) === 0) return false;
    if ((sides & AT_END) !== 0 && !endsSentence(last)) return false;
    return (ahead === 0 || !follows(ahead, last)) && (behind === 0 || !precedes(behind, first));
  }

  function endsSentence(last: number): boolean {
    let at = last + 1;
    while (at < count && ((flags[at] as number) & (MARK | FIRST)) === MARK) at++;
    return at >= count || ((flags[at] as number) & FIRST) !== 0;
  }

  function follows(guard: number, last: number): boolean {
    let state = guard;
    for (let at = last + 1; at < count; at++) {
      state = next(state, at);
      if (state === 0) return false;
      const isWhole = at + 1 >= count || ((flags[at + 1] as number) & GLUED) === 0;
      if (isWhole && acceptStarts[state] !== acceptStarts[state + 1]) return true;
    }
    return false;
  }

  /** Reads backwards, within the sentence. */
  function precedes(guard: number, first: number): boolean {
    let state = guard;
    for (let at = first - 1; at >= 0; at--) {
      if (((flags[at + 1] as number) & (FIRST | APART)) !== 0) return false;
      steps++;
      state = targetOf(state, symbols[at] as number, classSymbol(flags[at] as number));
      if (state === 0) return false;
      if (((flags[at] as number) & GLUED) === 0 && acceptStarts[state] !== acceptStarts[state + 1]) return true;
    }
    return false;
  }
}

/** A set of numbers that is emptied at no cost. */
class Marks {
  #numbers = new Int32Array(256);
  /** Of a slot in use the round; slots of earlier rounds are free. */
  #rounds = new Int32Array(256);
  #round = 1;
  #size = 0;

  clear(): void {
    if (this.#size === 0) return;
    this.#size = 0;
    this.#round++;
  }

  /** False where the number is in the set already. */
  add(number: number): boolean {
    const mask = this.#numbers.length - 1;
    let slot = (Math.imul(number, 0x9e3779b1) >>> 8) & mask;
    for (; this.#rounds[slot] === this.#round; slot = (slot + 1) & mask)
      if (this.#numbers[slot] === number) return false;
    this.#numbers[slot] = number;
    this.#rounds[slot] = this.#round;
    if (++this.#size * 2 > this.#numbers.length) this.#grow();
    return true;
  }

  #grow(): void {
    const numbers = this.#numbers.filter((_, slot) => this.#rounds[slot] === this.#round);
    this.#numbers = new Int32Array(2 * this.#numbers.length);
    this.#rounds = new Int32Array(this.#numbers.length);
    this.#size = 0;
    for (const number of numbers) this.add(number);
  }
}

/** Numbers of a find: concept, start, end. */
const FIND_SIZE = 3;

/** Collects finds in the order of the text and gives them by concept. Used again for each text. */
class Finds {
  #finds = new Int32Array(1024);
  #length = 0;
  /** Finds of each concept so far. */
  readonly #counts: Int32Array;

  constructor(concepts: number) {
    this.#counts = new Int32Array(concepts);
  }

  add(concept: number, start: number, end: number): void {
    if (this.#length + FIND_SIZE > this.#finds.length) this.#finds = enlarged(this.#finds, 2 * this.#finds.length);
    this.#finds[this.#length++] = concept;
    this.#finds[this.#length++] = start;
    this.#finds[this.#length++] = end;
    this.#counts[concept] = (this.#counts[concept] as number) + 1;
  }

  /** All that was added, sorted by counting; then there is nothing. */
  byConcept(): Omit<Scan, 'steps'> {
    const counts = this.#counts;
    const met: number[] = [];
    for (let at = 0; at < this.#length; at += FIND_SIZE) {
      const concept = this.#finds[at] as number;
      // The first find of a concept takes its count away, to be given a place instead.
      if ((counts[concept] as number) > 0) met.push(concept);
      counts[concept] = -Math.abs(counts[concept] as number);
    }
    const concepts = Int32Array.from(met).sort();
    const firsts = new Int32Array(concepts.length + 1);
    const places = new Int32Array((2 * this.#length) / FIND_SIZE);
    for (let i = 0; i < concepts.length; i++) {
      const concept = concepts[i] as number;
      const first = firsts[i] as number;
      firsts[i + 1] = first - (counts[concept] as number);
      counts[concept] = first;
    }
    for (let at = 0; at < this.#length; at += FIND_SIZE) {
      const concept = this.#finds[at] as number;
      const place = counts[concept] as number;
      counts[concept] = place + 1;
      places[2 * place] = this.#finds[at + 1] as number;
      places[2 * place + 1] = this.#finds[at + 2] as number;
    }
    for (const concept of concepts) counts[concept] = 0;
    this.#length = 0;
    return { concepts, firsts, places };
  }
}

const none = new Int32Array(0);
const noFlags = new Uint8Array(0);

function classSymbol(flags: number): number {
  if ((flags & NUMBER) !== 0) return ANY_NUMBER;
  return (flags & MARK) !== 0 ? ANY_MARK : ANY_WORD;
}

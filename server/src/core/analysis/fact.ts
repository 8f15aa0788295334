import type { Library } from '../library/types';
import type { Letter } from '../model/letter';
import type { Marked } from '../text/matches';
import type { Reading } from '../text/reading';

/**
 * A question about a letter that is answered once: `fact((ask) => …)` about the letter as a whole, `fact((ask, block) => …)` about
 * one of its parts. Each fact has a file of its own and asks others for what it needs.
 */
export interface Fact<About extends readonly object[], T> {
  readonly answer: (ask: Ask, ...about: About) => T;
}

/**
 * A question about a text that depends on the text and the library alone. Answers are kept from one version of the letter to the
 * next. Offsets in an answer are those of the text; `toSourceSpan(reading, …)` maps them.
 */
export interface TextFact<T> {
  readonly find: FindInText<T>;
}

/** `of` answers another question about the same text. */
type FindInText<T> = (text: string, library: Library, of: <U>(other: TextFact<U>) => U) => T;

/** Answers facts about one version of a letter: `ask(patient)`, `ask(ledgerOf, block)`, `ask(namesIn, reading)`. */
export interface Ask {
  <T>(fact: TextFact<T>, reading: Reading): T;
  <About extends readonly object[], T>(fact: Fact<About, T>, ...about: About): T;
  /** What is known about a text, kept for the next version of the letter: for results that depend on the text and their key alone. */
  notesOn(text: string): Map<object, unknown>;
  /** The matches of a global expression in a reading. */
  matches(reading: Reading, pattern: RegExp | Marked): readonly RegExpExecArray[];
  readonly letter: Letter;
  readonly library: Library;
}

/** Defines a fact about a letter or its parts; remembered for each combination of parts, by identity. */
export function fact<About extends readonly object[], T>(answer: (ask: Ask, ...about: About) => T): Fact<About, T> {
  return { answer };
}

/** Defines a fact about a text; remembered by the text. */
export function textFact<T>(find: FindInText<T>): TextFact<T> {
  return { find };
}

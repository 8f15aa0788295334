import { documents } from './documents';
import { checkText } from './holds';
import { inputOf } from './inputs';
import { messages } from './messages';
import type { Random } from './random';
import { settings } from './settings';

/** What is fuzzed besides letters. An input is a text or a list, so that it can be made smaller piece by piece. */
export interface Subject {
  readonly name: string;
  make(random: Random, seeds: readonly string[]): Input;
  /** Throws an Error that says what an input breaks. */
  hold(input: Input): void | Promise<void>;
}

export type Input = string | readonly unknown[];

const texts: Subject = { name: 'text', make: inputOf, hold: (input) => checkText(String(input)) };

export const subjects: readonly Subject[] = [texts, settings, documents, messages];

const others = subjects.slice(1);
/** One run in so many is about something other than the text of a letter. */
const otherEach = 8;

/** The subject of run `run`; the text of a run does not depend on the others. */
export function subjectOf(run: number): Subject {
  if (run % otherEach !== otherEach - 1) return texts;
  return others[Math.floor(run / otherEach) % others.length] ?? texts;
}

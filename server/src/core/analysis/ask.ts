import type { Library } from '../library/types';
import type { Letter } from '../model/letter';
import { type Marked, matchesIn } from '../text/matches';
import type { Reading } from '../text/reading';
import type { Ask, Fact, TextFact } from './fact';
import { createTextMemory } from './text-memory';

/**
 * Answers facts about a letter, each computed when it is first asked for. With the memory that was used for an earlier version of
 * the letter, texts that both versions contain are not searched again.
 */
export function askAbout(letter: Letter, library: Library, memory = createTextMemory()): Ask {
  const answers: Answers = new Map();
  const notes = new Map<Reading, Answers>();
  const noteOn = (reading: Reading, key: object, find: () => unknown): unknown => {
    const known = remember(notes, reading, () => memory.notesOn(reading.text, library)) as Answers;
    return remember(known, key, find);
  };
  const answer = (question: TextFact<unknown> | Fact<readonly object[], unknown>, ...about: object[]): unknown => {
    if ('find' in question) {
      const reading = about[0] as Reading;
      return noteOn(reading, question, () => question.find(reading.text, library, (other) => ask(other, reading)));
    }
    const [last, ...path] = [question, ...about].reverse() as [object, ...object[]];
    const known = path.reverse().reduce<Answers>((at, key) => remember(at, key, () => new Map()) as Answers, answers);
    return remember(known, last, () => question.answer(ask, ...about));
  };
  const ask = Object.assign(answer, {
    letter,
    library,
    notesOn: (text: string) => memory.notesOn(text, library),
    matches: (reading: Reading, pattern: RegExp | Marked) =>
      noteOn(reading, pattern, () => matchesIn(reading.text, pattern)),
  }) as Ask;
  return ask;
}

/** Answers by fact, then by each part asked about. */
type Answers = Map<object, unknown>;

function remember<K>(known: Map<K, unknown>, key: K, make: () => unknown): unknown {
  const value = known.get(key);
  if (value !== undefined || known.has(key)) return value;
  const made = make();
  known.set(key, made);
  return made;
}

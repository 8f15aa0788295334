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
  memory.makeRoomFor(letter.source.text.length);
  const ofLetter: Answers = new Map();
  const ofParts = new Map<object, Answers>();
  const notes = new Map<Reading, Answers>();
  const notesOn = (reading: Reading): Answers => {
    let known = notes.get(reading);
    if (!known) {
      known = memory.notesOn(reading.text, library);
      notes.set(reading, known);
    }
    return known;
  };
  const answersOn = (part: object): Answers => {
    let known = ofParts.get(part);
    if (!known) {
      known = new Map();
      ofParts.set(part, known);
    }
    return known;
  };
  const answerInText = <T>(question: TextFact<T>, reading: Reading): T => {
    const known = notesOn(reading);
    const answer = known.get(question);
    if (answer !== undefined || known.has(question)) return answer as T;
    const made = question.find(reading.text, library, (other) => answerInText(other, reading));
    known.set(question, made);
    return made;
  };
  /** Of a fact about two parts, the answers on the first one are kept by the second. */
  const answer = (question: TextFact<unknown> | Fact<object[], unknown>, part?: object, other?: object): unknown => {
    if ('find' in question) return answerInText(question, part as Reading);
    let known = part === undefined ? ofLetter : answersOn(part);
    if (other !== undefined) known = remember(known, question, newAnswers) as Answers;
    // Thousands of questions are asked, most of them again: no function is made for one that is known.
    const key = other ?? question;
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found;
    const made = askFirst(question, part, other);
    known.set(key, made);
    return made;
  };
  const askFirst = ({ answer }: Fact<object[], unknown>, part?: object, other?: object): unknown => {
    if (part === undefined) return answer(ask);
    return other === undefined ? answer(ask, part) : answer(ask, part, other);
  };
  const ask = Object.assign(answer, {
    letter,
    library,
    notesOn: (text: string) => memory.notesOn(text, library),
    matches: (reading: Reading, pattern: RegExp | Marked) =>
      remember(notesOn(reading), pattern, () => matchesIn(reading.text, pattern)),
  }) as Ask;
  return ask;
}

/** Answers by what was asked: a fact, an expression, or the second part that a fact is about. */
type Answers = Map<object, unknown>;

function newAnswers(): Answers {
  return new Map();
}

function remember(known: Answers, key: object, make: () => unknown): unknown {
  const value = known.get(key);
  if (value !== undefined || known.has(key)) return value;
  const made = make();
  known.set(key, made);
  return made;
}

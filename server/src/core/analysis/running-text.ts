import { passagesOf } from '../model/prose';
import { fact } from './fact';

/** The passages of a letter's sections, items and fields, in text order: see `passagesOf`. */
export const passages = fact((ask) => passagesOf(ask.letter));

/** The readings of those passages that hold text. */
export const runningText = fact((ask) =>
  ask(passages)
    .map(({ reading }) => reading)
    .filter(({ text }) => text !== ''),
);

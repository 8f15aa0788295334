import type { Library } from '../library/types';
import { keptByText } from '../text/kept-by-text';

/** What was found in one text, by what found it. */
export type TextNotes = Map<object, unknown>;

/**
 * Keeps what was found in texts from one version of a letter to the next: a keystroke changes one reading, and the others are not
 * searched again. Notes depend on the text and the library alone, so they are never out of date.
 */
export interface TextMemory {
  notesOn(text: string, library: Library): TextNotes;
  /** Says that a letter of so many UTF-16 units is about to be checked, so that all notes on it find room. */
  makeRoomFor(length: number): void;
}

/** Texts of at least so many UTF-16 units are kept; those not asked for since as many others came are forgotten. */
const leastCapacity = 2_000_000;

/** A check asks about blocks, passages, readings and sentences: together four to five times the letter. */
const textsOfLetter = 8;

export function createTextMemory(): TextMemory {
  const memories = new WeakMap<Library, (text: string) => TextNotes>();
  let capacity = leastCapacity;
  return {
    notesOn(text, library) {
      let notesOn = memories.get(library);
      if (!notesOn) {
        notesOn = keptByText(
          () => new Map<object, unknown>(),
          () => capacity,
        );
        memories.set(library, notesOn);
      }
      return notesOn(text);
    },
    makeRoomFor(length) {
      capacity = Math.max(capacity, textsOfLetter * length);
    },
  };
}

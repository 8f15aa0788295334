import type { Library } from '../library/types';

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
        notesOn = createNotes(() => capacity);
        memories.set(library, notesOn);
      }
      return notesOn(text);
    },
    makeRoomFor(length) {
      capacity = Math.max(capacity, textsOfLetter * length);
    },
  };
}

function createNotes(capacity: () => number): (text: string) => TextNotes {
  let recent = new Map<string, TextNotes>();
  let older = recent;
  let size = 0;
  return (text) => {
    const known = recent.get(text);
    if (known) return known;
    const notes = older.get(text) ?? new Map<object, unknown>();
    size += text.length;
    if (size > capacity()) {
      older = recent;
      recent = new Map();
      size = text.length;
    }
    recent.set(text, notes);
    return notes;
  };
}

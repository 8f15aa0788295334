import type { Library } from '../library/types';

/** What was found in one text, by what found it. */
export type TextNotes = Map<object, unknown>;

/**
 * Keeps what was found in texts from one version of a letter to the next: a keystroke changes one reading, and the others are not
 * searched again. Notes depend on the text and the library alone, so they are never out of date.
 */
export interface TextMemory {
  notesOn(text: string, library: Library): TextNotes;
}

/** Texts of about this many UTF-16 units are kept; those not asked for since as many others came are forgotten. */
const capacity = 2_000_000;

export function createTextMemory(): TextMemory {
  const memories = new WeakMap<Library, (text: string) => TextNotes>();
  return {
    notesOn(text, library) {
      let notesOn = memories.get(library);
      if (!notesOn) {
        notesOn = createNotes();
        memories.set(library, notesOn);
      }
      return notesOn(text);
    },
  };
}

function createNotes(): (text: string) => TextNotes {
  let recent = new Map<string, TextNotes>();
  let older = recent;
  let size = 0;
  return (text) => {
    const known = recent.get(text);
    if (known) return known;
    const notes = older.get(text) ?? new Map<object, unknown>();
    size += text.length;
    if (size > capacity) {
      older = recent;
      recent = new Map();
      size = text.length;
    }
    recent.set(text, notes);
    return notes;
  };
}

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

type NotesByText = Map<string, WeakMap<Library, TextNotes>>;

export function createTextMemory(): TextMemory {
  let recent: NotesByText = new Map();
  let older = recent;
  let size = 0;
  const ofEachLibrary = (text: string): WeakMap<Library, TextNotes> => {
    const known = recent.get(text);
    if (known) return known;
    const notes = older.get(text) ?? new WeakMap<Library, TextNotes>();
    size += text.length;
    if (size > capacity) {
      older = recent;
      recent = new Map();
      size = text.length;
    }
    recent.set(text, notes);
    return notes;
  };
  return {
    notesOn(text, library) {
      const notes = ofEachLibrary(text);
      let known = notes.get(library);
      if (!known) {
        known = new Map();
        notes.set(library, known);
      }
      return known;
    },
  };
}

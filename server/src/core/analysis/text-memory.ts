/** What was made of one text, by what made it. */
export type TextNotes = Map<object, unknown>;

/**
 * What was made of texts, kept from one version of a letter to the next: a keystroke changes one reading, and the others
 * are not read again. Only what depends on a text alone belongs here; nothing is ever out of date.
 */
export interface TextMemory {
  notesOn(text: string): TextNotes;
}

/** Texts of about this many UTF-16 units are kept; those not asked for since as many others came are forgotten. */
const capacity = 2_000_000;

export function createTextMemory(): TextMemory {
  let recent = new Map<string, TextNotes>();
  let older = recent;
  let size = 0;
  return {
    notesOn(text) {
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
    },
  };
}

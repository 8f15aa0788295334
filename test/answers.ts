// What a person leaves of inserted text: every place filled in, every choice settled.
import { type FixEdit, type SnippetPart, toPlainText } from '../server/src/core/index';

/** `words` gives the fact for a place, by its text; a choice is settled by its first finished alternative, or by `settle`. */
export function answered(
  parts: readonly SnippetPart[],
  words: (place: string) => string = (place) => place,
  settle: (choice: readonly string[]) => string = ([first = '']) => first,
): string {
  const answers = parts.map((part) => {
    if (typeof part === 'string') return part;
    return 'place' in part ? words(part.place) : settle(part.choice);
  });
  // A text to choose may hold a place of its own.
  return answers.join('').replace(/\[([^[\]|]+)\]/g, (_, place: string) => words(place));
}

/** The edits of a fix with every choice settled, and places as they are. */
export function settled(edits: readonly FixEdit[]): FixEdit[] {
  return edits.map(({ span, newText, snippet }) => ({
    span,
    newText: snippet
      ? snippet
          .map((part) => (typeof part !== 'string' && 'choice' in part ? (part.choice[0] ?? '') : toPlainText([part])))
          .join('')
      : newText,
  }));
}

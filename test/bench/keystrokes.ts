import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { askAbout, createTextMemory, type Language, lintLetter, readLetter, rules } from '../../server/src/core/index';

/** Where a rationale goes on: the end of the last one, as a UTF-16 offset. */
export function typingPlace(text: string): number {
  return readLetter(text, builtinForms).blocks.at(-1)?.fields.rationale.body.span.end ?? text.length;
}

/** Each run types one more letter into the last rationale, and takes a new word after twenty; then all is checked again. */
export function keystrokes(text: string, language?: Language): () => unknown {
  const memory = createTextMemory();
  const place = typingPlace(text);
  let typed = 0;
  return () => {
    typed++;
    const word = String.fromCharCode(97 + (Math.floor(typed / 20) % 26)).repeat(1 + (typed % 20));
    const version = `${text.slice(0, place)} ${word}${text.slice(place)}`;
    return lintLetter(askAbout(readLetter(version, builtinForms), builtinLibrary, memory), rules, undefined, language);
  };
}

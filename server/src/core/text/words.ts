import { skipSpace } from './white-space';

/** The offset behind `words` when they stand at `start`, whatever the white space between them; undefined elsewhere. */
export function endOfWords(source: string, start: number, end: number, words: string): number | undefined {
  let at = start;
  for (const char of words) {
    if (char === ' ') at = skipSpace(source, at);
    else if (source.charAt(at) === char && at < end) at++;
    else return undefined;
  }
  return at;
}

/** True where `words` stand anywhere in the text, as its reading has them. None of them may be split at a line's end. */
export function holdsWords(source: string, words: string): boolean {
  const [first = '', ...others] = words.split(' ');
  // A long word is soon missed; a short first one is met at every turn.
  if (!source.includes(others.reduce((long, word) => (word.length > long.length ? word : long), first))) return false;
  for (let at = source.indexOf(first); at >= 0; at = source.indexOf(first, at + 1)) {
    if (endOfWords(source, at, source.length, words) !== undefined) return true;
  }
  return false;
}

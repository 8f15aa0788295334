import { drugTokens, otherTokens } from './drug-speller';
import type { Entries } from './merge-packs';

/** Every word that the packs spell right: their spellings, and in lower case the words of all names and titles. */
export function knownWords(entries: Entries): Set<string> {
  return new Set([...entries.spellings, ...drugTokens(entries), ...otherTokens(entries)]);
}

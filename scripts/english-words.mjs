// The words of American English that the dictionary is made of, from the package @cspell/dict-en_us.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeTrie } from 'cspell-trie-lib';

const file = join(import.meta.dirname, '../node_modules/@cspell/dict-en_us/en_US.trie.gz');

/** What tells one version of the words from another. */
export function englishSource() {
  return readFileSync(file);
}

/** Words without marks other than an apostrophe. Possessives are left out: any noun has one. */
export function englishWords() {
  const words = decodeTrie(gunzipSync(readFileSync(file))).words();
  return [...words].filter((word) => /^[\p{L}']+$/u.test(word) && !word.endsWith("'s"));
}

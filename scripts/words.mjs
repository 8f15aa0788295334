// Writes server/data/vocabulary/words.yaml: of the English word lists given, the words that a drug's name could be misspelled as.
//
//   node scripts/words.mjs /usr/share/dict/american-english-huge
//
// To be run when drugs are added to the packs. The list is SCOWL's (Debian package wamerican-huge); its license asks that the
// notice below goes with it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compilePacks } from './packs.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const head = `# English words that are within two letters of a drug's name: what looks like one and is none. Made by scripts/words.mjs.
#
# Taken from SCOWL, Copyright 2000-2018 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word
# lists, the associated scripts, the output created from the scripts, and its documentation for any purpose is hereby granted
# without fee, provided that the above copyright notice appears in all copies and that both that copyright notice and this
# permission notice appear in supporting documentation. Kevin Atkinson makes no representations about the suitability of this
# array for any purpose. It is provided "as is" without express or implied warranty.
version: 1
kind: vocabulary
`;

function drugNames() {
  compilePacks();
  const packs = JSON.parse(readFileSync(join(root, 'server/src/builtin/generated/drugs.json'), 'utf8'));
  const names = packs.flatMap(({ drugs = [] }) =>
    drugs.flatMap(({ generic, brands = [], names: more = [] }) => [generic, ...brands, ...more]),
  );
  return [...new Set(names.flatMap((name) => name.toLowerCase().split('/')))].filter((name) =>
    /^[a-z]{4,}$/.test(name),
  );
}

/** The letters of a word as bits: of words that are near, at most four differ. */
function lettersOf(word) {
  let bits = 0;
  for (const letter of word) bits |= 1 << (letter.charCodeAt(0) - 97);
  return bits;
}

function differingLetters(a, b) {
  let count = 0;
  for (let rest = a ^ b; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** True where at most `limit` letters are to be inserted, deleted, replaced or swapped. */
function isNear(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return false;
  let [beforeLast, last] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2] + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return false;
    [beforeLast, last] = [last, row];
  }
  return last[b.length] <= limit;
}

function wrap(words, width = 120) {
  const lines = [''];
  for (const word of words) {
    if (lines.at(-1).length + word.length + 5 > width) lines.push('');
    lines[lines.length - 1] += ` ${word},`;
  }
  return lines.map((line) => `   ${line}`).join('\n');
}

const lists = process.argv.slice(2);
if (lists.length === 0) throw new Error('usage: node scripts/words.mjs WORD-LIST…');
const english = new Set(
  lists.flatMap((path) => readFileSync(path, 'utf8').split('\n')).map((word) => word.replace(/'s$/, '').toLowerCase()),
);
const names = drugNames();
const known = new Set(names);
const spelled = names.map((name) => ({ name, letters: lettersOf(name) }));

function looksLikeDrug(word) {
  const letters = lettersOf(word);
  const limit = word.length > 5 ? 2 : 1;
  return spelled.some((drug) => differingLetters(letters, drug.letters) <= 2 * limit && isNear(word, drug.name, limit));
}

const near = [...english].filter((word) => /^[a-z]{4,}$/.test(word) && !known.has(word) && looksLikeDrug(word));
writeFileSync(join(root, 'server/data/vocabulary/words.yaml'), `${head}words: [\n${wrap(near.sort())}\n  ]\n`);
console.log(`words: ${near.length} of ${english.size}`);

// `npm run snapshot`: compares what all rules find in all letters with test/letters/snapshot.txt, and ends with 1 where it differs.
// `--write` writes the file anew; `--dump FOLDER` writes what each search of the engine returns, a file a letter, for `diff -r`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSnapshot, type Snapshot, writeSnapshot } from './file';
import { type NamedLetter, ownLetters, publishedLetters, publishedPrefix } from './letters';
import { searchesOf } from './oracle';
import { recordOf } from './record';
import { reportDifferences } from './report';

const root = process.cwd();

function main(): void {
  const { values } = parseArgs({ options: { write: { type: 'boolean' }, dump: { type: 'string' } } });
  const published = publishedLetters(root);
  if (values.dump !== undefined) dump([...ownLetters(root), ...published], values.dump);
  else compare(ownLetters(root), published, values.write ?? false);
}

function compare(own: readonly NamedLetter[], published: readonly NamedLetter[], write: boolean): void {
  const stored = readSnapshot(root);
  // Where the published letters are not, what is known of them stays.
  const kept = published.length > 0 ? [] : [...stored].filter(([name]) => name.startsWith(publishedPrefix));
  const letters = [...own, ...published];
  const now: Snapshot = new Map([...letters.map(({ name, text }) => [name, recordOf(text)] as const), ...kept]);
  const report = reportDifferences(stored, now);
  console.log(report === '' ? `snapshot: ${letters.length} letters, no difference` : report);
  if (write) writeSnapshot(root, now);
  else if (report !== '') process.exitCode = 1;
}

function dump(letters: readonly NamedLetter[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of letters) {
    writeFileSync(join(folder, name.replaceAll('/', '__')), `${searchesOf(text).join('\n')}\n`);
  }
  console.log(`snapshot: searches of ${letters.length} letters written to ${folder}`);
}

main();

// The snapshot as a file: a heading for each letter, its lines below. A line a finding, so that a difference in git is read as it is.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lines by the name of their letter. */
export type Snapshot = ReadonlyMap<string, readonly string[]>;

const path = 'test/letters/snapshot.txt';
const note =
  '# What all rules find in all letters. `npm run snapshot` compares, `npm run snapshot -- --write` writes it anew.';

/** Empty where there is no file yet. */
export function readSnapshot(root: string): Snapshot {
  const file = join(root, path);
  return existsSync(file) ? parseSnapshot(readFileSync(file, 'utf8')) : new Map();
}

export function writeSnapshot(root: string, snapshot: Snapshot): void {
  writeFileSync(join(root, path), formatSnapshot(snapshot));
}

export function formatSnapshot(snapshot: Snapshot): string {
  const letters = [...snapshot].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${[note, ...letters.flatMap(([name, lines]) => ['', `== ${name}`, ...lines])].join('\n')}\n`;
}

export function parseSnapshot(text: string): Snapshot {
  const letters = text.split('\n== ').slice(1);
  return new Map(
    letters.map((letter) => {
      const [name = '', ...lines] = letter.split('\n').filter(Boolean);
      return [name, lines];
    }),
  );
}

import { type Difference, differencesOf } from './difference';
import type { Snapshot } from './file';

/** What differs, letter by letter, then in sum by code and kind. Empty where nothing does. Letters that only one side has count. */
export function reportDifferences(before: Snapshot, after: Snapshot): string {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  const letters = names
    .map((name) => ({ name, found: differencesOf(before.get(name) ?? [], after.get(name) ?? []) }))
    .filter(({ found }) => found.length > 0);
  if (letters.length === 0) return '';
  const told = letters.flatMap(({ name, found }) => [
    name,
    ...found.map(({ kind, text }) => `  ${kind.padEnd(8)} ${text}`),
  ]);
  return [...told, '', ...totals(letters.flatMap(({ found }) => found))].join('\n');
}

function totals(differences: readonly Difference[]): string[] {
  const counts = new Map<string, number>();
  for (const { kind, code } of differences) {
    const key = `${code} ${kind}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => `${String(count).padStart(6)} ${key}`);
}

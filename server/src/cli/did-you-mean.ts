import { closest, distance } from 'fastest-levenshtein';

/** Returns ` (did you mean norco?)`. Empty if no name is near. */
export function didYouMean(written: string, names: readonly string[]): string {
  const lower = written.toLowerCase();
  const byLower = new Map(names.map((name) => [name.toLowerCase(), name]));
  const near = byLower.size === 0 ? undefined : closest(lower, [...byLower.keys()]);
  if (near === undefined || distance(lower, near) > Math.max(2, near.length / 3)) return '';
  return ` (did you mean ${byLower.get(near)}?)`;
}

// Everything that is done with a letter costs work in proportion to its length, whatever stands in it. The work is counted, not timed.
import { describe, expect, it } from 'vitest';
import type { ReadLetter } from '../bench/growth/features';
import { shapes } from '../bench/growth/shapes';
import { sampleLetter } from '../bench/letter';
import { root } from '../project';
import { startCounter } from './work';

/** UTF-16 units of text. */
const [short, long] = [32_000, 128_000];
/** The power of the length by which work may grow: some sorts and searches are in it. */
const highest = 1.2;
/** A feature that takes fewer steps a character is not looked at: what it meets at its place may differ between two texts. */
const fewest = 8;

const counter = startCounter('/server/src/');
// Imported when counting has begun.
const { features, steps } = await import('../bench/growth/features');
const letter = sampleLetter(root);

describe('the work of every feature grows with the length', () => {
  it.each(Object.entries(shapes))('%s', (_, shape) => {
    const [before, after] = [workOn(shape(letter, short)), workOn(shape(letter, long))];
    const steep = [...after].flatMap(([feature, work]) => {
      const exponent = Math.log(work / (before.get(feature) ?? work)) / Math.log(long / short);
      return work > fewest * long && exponent > highest ? [`${feature}: ${exponent.toFixed(2)} (${work} steps)`] : [];
    });
    expect(steep).toEqual([]);
  });
});

/** The work of each feature on a text. */
function workOn(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const take = <T>(name: string, run: () => T): T => {
    const { value, work } = counter.count(run);
    found.set(name, work);
    return value;
  };
  const parsed = take('parse', () => steps.parse(text));
  const offsets = [0.1, 0.5, 0.9].map((part) => Math.floor(part * text.length));
  const read: ReadLetter = { ...take('check', () => steps.check(parsed)), offsets };
  for (const [name, feature] of Object.entries(features)) take(name, () => feature(read));
  return found;
}

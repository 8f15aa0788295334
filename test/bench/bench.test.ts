// What the benchmark makes of its measurements; the measurements themselves are `npm run bench`.
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { readLetter } from '../../server/src/core/index';
import { root } from '../project';
import { betterOf, compare } from './baseline';
import type { Figure } from './figure';
import { exponentOf } from './growth/exponent';
import { shapes } from './growth/shapes';
import { interleave, ratio } from './interleave';
import { letterOfSize, sampleLetter } from './letter';
import { asTable } from './report';

const letter = sampleLetter(root);
const less: Figure = { name: 'a', unit: 'x', value: 10 };
const more: Figure = { ...less, isMoreBetter: true };

describe('the comparison with a baseline', () => {
  it.each<[string, Figure, number | undefined, string]>([
    ['a figure within tolerance', less, 7, 'as before'],
    ['one beyond it', less, 6, 'worse'],
    ['one far below', less, 20, 'better'],
    ['one of which more is better', more, 16, 'worse'],
    ['more of it', more, 6, 'better'],
    ['one that could not be taken', { ...less, value: Number.NaN }, 10, 'worse'],
    ['one that is new', less, undefined, 'not compared'],
    ['a time of this machine', { ...less, unit: 's' }, 1, 'not compared'],
  ])('judges %s', (_, figure, before, verdict) => {
    expect(compare([figure], before === undefined ? {} : { a: before })[0]?.verdict).toBe(verdict);
  });

  it('takes the better of two measurements', () => {
    expect(betterOf(less, { ...less, value: 9 }).value).toBe(9);
    expect(betterOf(more, { ...more, value: 9 }).value).toBe(10);
    expect(betterOf(less, { ...less, value: Number.NaN }).value).toBe(10);
  });

  it('tells what is worse, and what has reached its target', () => {
    const table = asTable(compare([{ ...less, target: 12 }], { a: 2 }), 'title');
    expect(table).toMatch(/a +10\.0 x +2\.00 +12\.0 +reached WORSE/);
  });
});

describe('the exponent of growth', () => {
  const sizes = [1, 2, 4, 8, 16, 32];
  const points = (time: (size: number) => number) => sizes.map((size) => ({ size, time: time(size) }));

  it.each([
    ['linear', (n: number) => 5 * n, 1],
    ['square', (n: number) => 4 * n * n, 2],
  ])('of %s time', (_, time, exponent) => {
    expect(exponentOf(points(time))).toBeCloseTo(exponent, 6);
  });

  it('is not told from times too short to be taken', () => {
    expect(exponentOf(points((n) => n * n * 0.001))).toBeUndefined();
  });
});

describe('the texts that are measured', () => {
  it.each(Object.keys(shapes))('grow as asked: %s', (name) => {
    for (const size of [8_000, 32_000]) {
      const { length } = shapes[name]?.(letter, size) ?? '';
      expect(length).toBeGreaterThan(0.8 * size);
      expect(length).toBeLessThan(1.3 * size + letter.length);
    }
  });

  it('hold no block twice', () => {
    const text = letterOfSize(letter, 40_000);
    const rationales = readLetter(text, builtinForms).blocks.map(({ fields }) => fields.rationale.body.text);
    expect(rationales.length).toBeGreaterThan(20);
    expect(new Set(rationales).size).toBe(rationales.length);
  });
});

describe('measuring by turns', () => {
  it('gives each subject its own time', () => {
    const spin = (steps: number) => () => {
      let sum = 0;
      for (let i = 0; i < steps; i++) sum += Math.sqrt(i);
      return sum;
    };
    const { long, short } = interleave({ long: spin(400_000), short: spin(40_000) }, { rounds: 5, turn: 10 });
    const { value } = ratio(long, short);
    expect(value).toBeGreaterThan(3);
    expect(value).toBeLessThan(30);
  });
});

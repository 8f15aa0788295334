import { describe, expect, it } from 'vitest';
import { startCounter } from './work';

const counter = startCounter('work.test.ts');
const workOf = (run: () => unknown) => counter.count(run).work;
const text = 'pain '.repeat(2000);

describe('work', () => {
  it('is as many steps as a loop takes', () => {
    const loop = (times: number) => () => {
      let sum = 0;
      for (let i = 0; i < times; i++) sum += i;
      return sum;
    };
    const [few, many] = [workOf(loop(1000)), workOf(loop(4000))];
    expect(many / few).toBeCloseTo(4, 1);
  });

  it('counts the characters that expressions and searches look at', () => {
    expect(workOf(() => /drug/.test(text))).toBeGreaterThan(text.length);
    expect(workOf(() => text.indexOf('drug'))).toBeGreaterThan(text.length);
    expect(workOf(() => text.replace(/\s+/g, ' '))).toBeGreaterThan(0.9 * text.length);
    expect(workOf(() => text.slice(1).toLowerCase())).toBeGreaterThan(0.9 * text.length);
  });

  it('counts little where one place is looked at', () => {
    expect(workOf(() => /^drug/.test(text))).toBeLessThan(50);
    expect(workOf(() => text.startsWith('drug'))).toBeLessThan(50);
    expect(workOf(() => text.indexOf('pain'))).toBeLessThan(50);
  });

  it('is the same each time', () => {
    const run = () => [...text.matchAll(/\w+/g)].map(([word]) => word.length);
    workOf(run);
    expect(workOf(run)).toBe(workOf(run));
  });
});

import { describe, expect, it } from 'vitest';
import { startStopwatch } from '../../server/src/cli/timing';
import { rules } from '../../server/src/core/index';
import { openDesk } from './imr';
import { soundLetter, unconcludedLetter } from './letters';

const desk = openDesk();

describe('imr check --timing', { timeout: 60_000 }, () => {
  const rowsOf = (err: string) =>
    [...err.matchAll(/^ *([\d.]+) ms +([\d.]+)% {2}(.+)$/gm)].map(([, time, , what]) => ({ time: Number(time), what }));

  it('tells the time of each rule that ran, the slowest first, and what was found as ever', () => {
    desk.write('a/a.txt', unconcludedLetter);
    desk.write('a/b.txt', soundLetter);
    const plain = desk.imr(['check', 'a']);
    for (const jobs of ['1', '2']) {
      const { code, out, err } = desk.imr(['check', 'a', '--timing', '--jobs', jobs]);
      expect({ code, out }).toEqual({ code: plain.code, out: plain.out });
      const rows = rowsOf(err);
      const total = rows.pop();
      expect(total?.what).toBe('in all');
      expect(rows.map(({ time }) => time)).toEqual(rows.map(({ time }) => time).sort((a, b) => b - a));
      expect(rows.map(({ what }) => what)).toContain('IMR301 missing-conclusion');
      expect(rows.map(({ what }) => what)).toContain('reading the letters');
      expect(rows.length).toBeGreaterThan(rules.length / 2);
      expect(Math.abs(rows.reduce((sum, { time }) => sum + time, 0) - (total?.time ?? 0))).toBeLessThan(
        rows.length * 0.06,
      );
    }
    expect(plain.err).not.toContain(' ms ');
  });

  it('goes with records', () => {
    const input = JSON.stringify({ id: 1, text: unconcludedLetter });
    expect(rowsOf(desk.imr(['check', '--records', '--timing'], { input }).err).length).toBeGreaterThan(10);
  });
});

it('a stopwatch counts the time until the next rule for the one before, and nothing after the last', () => {
  let now = 100;
  const { onRule, times } = startStopwatch(() => now);
  const [first, second] = rules;
  for (const [rule, at] of [
    [first, 103],
    [second, 110],
    [first, 111],
    [null, 116],
    [null, 900],
  ] as const) {
    now = at;
    onRule(rule ?? null);
  }
  expect(times).toEqual({ reading: 3, [first?.code ?? '']: 12, [second?.code ?? '']: 1 });
});

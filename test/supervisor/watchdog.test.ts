import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Watchdog } from '../../server/src/supervisor/watchdog';

let pings = 0;
let ends = 0;
let dog: Watchdog;
const start = (limit = 1000) => {
  [pings, ends] = [0, 0];
  dog = new Watchdog(
    limit,
    () => pings++,
    () => {
      ends++;
      dog.stop();
    },
  );
};
beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a worker', () => {
  it('that has nothing to do is left alone', () => {
    start();
    vi.advanceTimersByTime(100_000);
    dog.expect();
    expect(dog.answered()).toBe(true);
    vi.advanceTimersByTime(100_000);
    expect([pings, ends]).toEqual([1, 0]);
  });

  it('that does not answer is given up once', () => {
    start();
    dog.expect();
    vi.advanceTimersByTime(999);
    expect(ends).toBe(0);
    vi.advanceTimersByTime(100_000);
    expect(ends).toBe(1);
  });

  it('that says something while it is busy has its time anew', () => {
    start();
    dog.expect();
    for (let i = 0; i < 20; i++) {
      vi.advanceTimersByTime(900);
      dog.heard();
    }
    expect(ends).toBe(0);
    vi.advanceTimersByTime(1000);
    expect(ends).toBe(1);
  });

  it('that was given more meanwhile is pinged again, and is not idle before it has answered that', () => {
    start();
    dog.expect();
    dog.expect();
    dog.expect();
    expect(dog.answered()).toBe(false);
    expect(pings).toBe(2);
    expect(dog.answered()).toBe(true);
  });

  it('in a debugger has all the time it wants', () => {
    start(0);
    dog.expect();
    vi.advanceTimersByTime(1_000_000);
    expect([pings, ends]).toEqual([1, 0]);
  });
});

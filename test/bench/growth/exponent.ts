/** One measurement: UTF-16 units of text, milliseconds. */
export interface Point {
  readonly size: number;
  readonly time: number;
}

/** Below it a time says more about the clock and the compiler than about the code. */
const leastTime = 3;
/** The last few lengths tell: before them, what is paid once hides what grows. */
const lastPoints = 4;

/**
 * The power of the length by which the time grows, as a line through the logarithms: 1 is linear, 2 a square. Undefined where fewer than
 * three lengths took long enough to say.
 */
export function exponentOf(points: readonly Point[]): number | undefined {
  const telling = points.filter(({ time }) => time >= leastTime).slice(-lastPoints);
  if (telling.length < 3) return undefined;
  const logs = telling.map(({ size, time }) => ({ x: Math.log(size), y: Math.log(time) }));
  const mean = (value: (log: (typeof logs)[number]) => number) =>
    logs.reduce((sum, log) => sum + value(log), 0) / logs.length;
  const [x, y] = [mean((log) => log.x), mean((log) => log.y)];
  return mean((log) => (log.x - x) * (log.y - y)) / mean((log) => (log.x - x) ** 2);
}

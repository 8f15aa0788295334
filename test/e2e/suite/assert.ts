// Assertions without Node: the suite runs in a browser worker too.

/** Throws with both values when they are not the same. */
export function equal(actual: unknown, expected: unknown, message = ''): void {
  if (!Object.is(actual, expected)) fail(message, actual, expected);
}

/** Throws with both values when plain data differs in anything that JSON shows. */
export function deepEqual(actual: unknown, expected: unknown, message = ''): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) fail(message, actual, expected);
}

/** Throws when the value is empty, zero, false, null or undefined; narrows its type. */
export function ok(value: unknown, message: string): asserts value {
  if (!value) throw new Error(message);
}

/** Throws with the text when the pattern is not found in it. */
export function match(text: string, pattern: RegExp, message = ''): void {
  if (!pattern.test(text)) fail(message, text, String(pattern));
}

function fail(message: string, actual: unknown, expected: unknown): never {
  const [left, right] = differingPart(show(actual), show(expected));
  throw new Error(`${message ? `${message}\n` : ''}actual:   ${left}\nexpected: ${right}`);
}

function show(value: unknown): string {
  return JSON.stringify(value, null, 2) ?? String(value);
}

/** Of two long texts, what surrounds the first place where they differ. */
function differingPart(a: string, b: string): readonly [string, string] {
  const shown = 300;
  if (Math.max(a.length, b.length) <= 2 * shown) return [a, b];
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const from = Math.max(0, start - 60);
  return [`… ${a.slice(from, from + shown)} …`, `… ${b.slice(from, from + shown)} …`];
}

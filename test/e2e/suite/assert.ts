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
  throw new Error(`${message ? `${message}\n` : ''}actual:   ${show(actual)}\nexpected: ${show(expected)}`);
}

function show(value: unknown): string {
  return JSON.stringify(value, null, 2) ?? String(value);
}

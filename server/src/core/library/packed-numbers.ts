const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const MORE = 32;
const AS_THEY_ARE = 'n';
const AS_STEPS = 's';

/** Tables with their arrays of numbers as text. */
export type Packed<T> = { readonly [K in keyof T]: T[K] extends Int32Array ? string : T[K] };

export function packArrays<T extends object>(tables: T, keys: readonly (keyof T)[]): Packed<T> {
  const packed = keys.map((key) => [key, packNumbers(tables[key] as Int32Array)]);
  return { ...tables, ...Object.fromEntries(packed) };
}

export function unpackArrays<T extends object>(packed: Packed<T>, keys: readonly (keyof T)[]): T {
  const arrays = keys.map((key) => [key, unpackNumbers(packed[key] as string)]);
  return { ...packed, ...Object.fromEntries(arrays) } as T;
}

/** Numbers of 30 bits as text: five bits a character, small numbers in one. As steps from one to the next where that is shorter. */
export function packNumbers(numbers: Int32Array): string {
  const plain = digitsOf(numbers);
  const steps = digitsOf(numbers.map((number, i) => number - (numbers[i - 1] ?? 0)));
  return steps.length < plain.length ? AS_STEPS + steps : AS_THEY_ARE + plain;
}

/** The numbers that `packNumbers` made a text of. */
export function unpackNumbers(text: string): Int32Array {
  const isSteps = text.startsWith(AS_STEPS);
  const numbers = new Int32Array(countIn(text));
  let last = 0;
  for (let i = 0, at = 1; i < numbers.length; i++) {
    let number = 0;
    let digit = MORE;
    for (let shift = 0; digit >= MORE; shift += 5) {
      digit = values[text.charCodeAt(at++)] as number;
      number |= (digit & (MORE - 1)) << shift;
    }
    number = (number >>> 1) ^ -(number & 1);
    last = isSteps ? last + number : number;
    numbers[i] = last;
  }
  return numbers;
}

function digitsOf(numbers: Int32Array): string {
  let text = '';
  for (const number of numbers) {
    // The sign goes last, so that small negative numbers are short too.
    let rest = (number << 1) ^ (number >> 31);
    for (; rest >>> 5 !== 0; rest >>>= 5) text += digits.charAt(MORE | (rest & (MORE - 1)));
    text += digits.charAt(rest);
  }
  return text;
}

const values = new Uint8Array(128);
for (let i = 0; i < digits.length; i++) values[digits.charCodeAt(i)] = i;

function countIn(text: string): number {
  let count = 0;
  for (let at = 1; at < text.length; at++) if ((values[text.charCodeAt(at)] as number) < MORE) count++;
  return count;
}

/** Where each of the lists begins that follow one another, and where the last one ends. */
export function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  lengths.forEach((length, i) => {
    starts[i + 1] = (starts[i] ?? 0) + length;
  });
  return starts;
}

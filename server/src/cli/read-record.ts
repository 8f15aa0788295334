import type { RecordLine } from './files/record-lines';

/** A letter of a stream. */
export interface LetterRecord {
  readonly id: string | number;
  readonly text: string;
}

/** `error` says why it is not a letter, without quoting text. `id` is null if unknown. */
export interface UnreadRecord {
  readonly id: string | number | null;
  readonly error: string;
}

/** Reads `{"id": …, "text": "…"}` and ignores other members. */
export function readRecord(line: RecordLine): LetterRecord | UnreadRecord {
  if ('error' in line) return { id: null, error: line.error };
  const value = parse(line.text);
  if (value === undefined) return { id: null, error: 'not JSON' };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { id: null, error: 'not an object' };
  const { id, text } = value as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' && !Number.isSafeInteger(id))
    return { id: null, error: 'its id is not a string or a whole number up to 9007199254740991' };
  if (typeof text !== 'string') return { id: id as string | number, error: 'its text is not a string' };
  return { id: id as string | number, text };
}

/** Undefined for invalid JSON. The error of `JSON.parse` quotes the text, which may be a letter, and is dropped. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

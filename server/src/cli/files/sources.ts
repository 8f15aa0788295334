import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { looksLikeLetter } from '../../builtin/sniff';
import { importLetter } from '../../import/import-letter';
import { ImportError, type ImportedLetter } from '../../import/imported-letter';
import { documentKind } from '../../import/kind';
import { DecodeError, decodeLetter, type Encoding, largestLetter, tooLarge } from '../../workspace/decode';

/** A letter to read. `path` is as reports name it, with forward slashes; `file` is where it lies, null for standard input. */
export interface LetterSource {
  readonly path: string;
  readonly file: string | null;
  /** A document that was found in a folder, and that only its text can tell from a letter. */
  readonly isUnsure?: boolean;
}

/** A letter that lies in a file. */
export interface FileSource extends LetterSource {
  readonly file: string;
}

/** A letter that is a record of a stream; `path` is its id as text. */
export interface RecordSource extends LetterSource {
  readonly file: null;
  readonly id: string | number;
  readonly text: string;
}

/** A letter that a thread can read for itself. */
export type ThreadSource = FileSource | RecordSource;

/** A letter's text with where it came from. */
export interface LetterText extends LetterSource {
  readonly text: string;
  readonly encoding: Encoding;
  /** Where it came from a document. */
  readonly imported?: ImportedLetter;
}

/** A file that cannot be read; `message` is a sentence that begins with its name. */
export class UnreadableError extends Error {}

/**
 * Reads a text file, or the text of a document; undefined for a document found in a folder that is no letter. Throws an
 * UnreadableError or a DecodeError that name it.
 */
export async function readLetterFile(source: FileSource): Promise<LetterText | undefined> {
  const letter = await toLetterText(source, readBytes(source.file, source.path));
  return source.isUnsure && !looksLikeLetter(letter.text) ? undefined : letter;
}

/** Reads bytes as `readLetterFile` reads those of a file; the kind of a document may depend on the name of the source. */
export async function toLetterText({ path, file }: LetterSource, bytes: Uint8Array): Promise<LetterText> {
  const kind = documentKind(bytes, file ?? path);
  if (!kind) return { path, file, ...decodeLetter(bytes, path) };
  if (bytes.length > largestLetter) throw tooLarge(path, bytes.length);
  try {
    const imported = await importLetter(bytes, kind);
    return { path, file, text: imported.text, encoding: 'utf-8', imported };
  } catch (error) {
    throw error instanceof ImportError ? new UnreadableError(`${path}: ${error.message}`) : error;
  }
}

export function isRecord(source: LetterSource): source is RecordSource {
  return 'text' in source;
}

export function toRecordText({ path, file, text }: RecordSource): LetterText {
  return { path, file, text, encoding: 'utf-8' };
}

/** Reads a text file. Throws an UnreadableError or a DecodeError that name it. */
export function readTextFile({ path, file }: FileSource): LetterText {
  return { path, file, ...decodeLetter(readBytes(file, path), path) };
}

/** What cannot be read says so itself; anything else is a fault of ours, which costs this letter and no other. */
export function whyUnread(error: unknown, path: string): string {
  if (error instanceof UnreadableError || error instanceof DecodeError) return error.message;
  return `${path}: internal error: ${error instanceof Error ? error.stack : String(error)}`;
}

/** The first `length` bytes of a file, or all of it. Throws an UnreadableError, or a DecodeError where it is too large. */
export function readBytes(file: string, name: string, length = Number.POSITIVE_INFINITY): Uint8Array {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const stats = fstatSync(handle);
    if (stats.isDirectory()) throw new UnreadableError(`${name}: is a folder`);
    if (length > largestLetter && stats.size > largestLetter) throw tooLarge(name, stats.size);
    return readHandle(handle, Math.min(length, largestLetter + 1), stats.size);
  } catch (error) {
    throw toUnreadable(error, name);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Reads on until `length` or the end: a pipe gives its bytes in pieces and has no size beforehand. */
function readHandle(handle: number, length: number, expected: number): Uint8Array {
  let buffer = Buffer.allocUnsafe(Math.min(length, expected + 1));
  let filled = 0;
  while (filled < length) {
    if (filled === buffer.length) buffer = Buffer.concat([buffer], Math.min(length, buffer.length * 2));
    const count = readSync(handle, buffer, filled, buffer.length - filled, null);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  EISDIR: 'is a folder',
  ELOOP: 'its links go in a circle',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'its name is too long',
  ENOTDIR: 'no such file or folder',
};

/** Returns an UnreadableError for an error of the system, and any other error as it is. */
export function toUnreadable(error: unknown, name: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? error : new UnreadableError(`${name}: ${reasons[code] ?? `cannot be read (${code})`}`);
}

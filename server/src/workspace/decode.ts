import { fromWindows1252, toWindows1252 } from '../core/index';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The text without its byte order mark. */
export interface DecodedLetter {
  readonly text: string;
  readonly encoding: Encoding;
}

/** A file that is no text; `message` is a sentence for people that begins with the file's name. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError';
  /** `reason` is the rest of the sentence. */
  constructor(
    file: string,
    readonly reason: string,
  ) {
    super(`${file}: ${reason}`);
  }
}

/** 64 MiB. A door asks for a file's size before it reads it. */
export const largestLetter = 64 * 1024 * 1024;

/** Beginnings of the files that are mistaken for letters. */
const binaryKinds: readonly { readonly starts: string; readonly kind: string }[] = [
  { starts: '%PDF-', kind: 'a PDF; give it a name that ends in .pdf' },
  {
    starts: 'PK\u0003\u0004',
    kind: 'a ZIP archive or a word processor document; give a Word document a name that ends in .docx',
  },
  { starts: '\u00d0\u00cf\u0011\u00e0', kind: 'an old word processor document; save it as plain text first' },
  { starts: '{\\rtf', kind: 'rich text; save it as plain text first' },
];

/**
 * The text of a file: UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1252. A byte that is no UTF-8 among
 * others that are is a lone surrogate, U+DC80 to U+DCFF, as Python's `surrogateescape` has it: one damaged character, and no more.
 * Throws a `DecodeError` that names the file for a binary file, for one above `largestLetter` and for broken UTF-16.
 */
export function decodeLetter(bytes: Uint8Array, name: string): DecodedLetter {
  if (bytes.length > largestLetter) throw tooLarge(name, bytes.length);
  const kind = binaryKinds.find(({ starts }) => startsWith(bytes, starts))?.kind;
  if (kind) throw new DecodeError(name, `this is ${kind}`);
  return decodeMarked(bytes, name) ?? decodeUnmarked(bytes, name);
}

/** What is said of a file above the limit, for a door that knows the size before it reads. */
export function tooLarge(name: string, size: number): DecodeError {
  const mebibytes = Math.ceil(size / 1024 / 1024);
  return new DecodeError(name, `the file is too large for a letter (${mebibytes} MiB; the limit is 64 MiB)`);
}

/**
 * The bytes of a text in an encoding, with its byte order mark; undefined where the encoding, Windows-1252, lacks one of the
 * characters.
 */
export function encodeLetter(text: string, encoding: Encoding): Uint8Array | undefined {
  if (encoding === 'windows-1252') return encodeWindows1252(text);
  if (encoding === 'utf-8') return encodeMixed(text);
  if (encoding === 'utf-8-bom') return encodeMixed(`\ufeff${text}`);
  const bytes = new Uint8Array(2 * text.length + 2);
  const view = new DataView(bytes.buffer);
  const littleEndian = encoding === 'utf-16le';
  view.setUint16(0, 0xfeff, littleEndian);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i + 2, text.charCodeAt(i), littleEndian);
  return bytes;
}

function decodeMarked(bytes: Uint8Array, name: string): DecodedLetter | undefined {
  if (startsWith(bytes, '\u00ff\u00fe\0\0') || startsWith(bytes, '\0\0\u00fe\u00ff')) {
    throw new DecodeError(name, 'this is UTF-32; save it as UTF-8');
  }
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeUtf16(bytes, 'utf-16le', name);
  if (first === 0xfe && second === 0xff) return decodeUtf16(bytes, 'utf-16be', name);
  if (!startsWith(bytes, '\u00ef\u00bb\u00bf')) return undefined;
  const text = decodeUtf8(bytes.subarray(3)) ?? decodeMixed(bytes.subarray(3));
  if (text === undefined) throw new DecodeError(name, 'the file says it is UTF-8 and is not');
  return { text: textOnly(text, name), encoding: 'utf-8-bom' };
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', name: string): DecodedLetter {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { text: textOnly(text, name), encoding };
  } catch (error) {
    if (error instanceof DecodeError) throw error;
    throw new DecodeError(name, 'the file says it is UTF-16 and is not');
  }
}

function decodeUnmarked(bytes: Uint8Array, name: string): DecodedLetter {
  const utf8 = decodeUtf8(bytes) ?? decodeMixed(bytes);
  if (utf8 !== undefined) return { text: textOnly(utf8, name), encoding: 'utf-8' };
  return { text: textOnly(decodeWindows1252(bytes, name), name), encoding: 'windows-1252' };
}

/** Undefined for bytes that are not valid UTF-8. A byte order mark stays. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // The only thing a fatal decoder reports.
    return undefined;
  }
}

const firstEscape = 0xdc00;
const escaped = /(?<![\ud800-\udbff])[\udc80-\udcff]/;

/** UTF-8 with bytes among it that are none; undefined where these are not the fewer. */
function decodeMixed(bytes: Uint8Array): string | undefined {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const parts: string[] = [];
  let [from, at, sound, broken] = [0, 0, 0, 0];
  while (at < bytes.length) {
    if ((bytes[at] as number) < 0x80) {
      at++;
      continue;
    }
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      sound++;
      at += length;
      continue;
    }
    broken++;
    parts.push(decoder.decode(bytes.subarray(from, at)), String.fromCharCode(firstEscape + (bytes[at] as number)));
    from = ++at;
  }
  parts.push(decoder.decode(bytes.subarray(from)));
  return broken < sound ? parts.join('') : undefined;
}

/** Of the well-formed sequence of two bytes or more at `at`; 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  const length = lengthByFirst(first);
  const [lowest, highest] = rangeOfSecond.get(first) ?? [0x80, 0xbf];
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i] ?? 0;
    if (byte < (i === 1 ? lowest : 0x80) || byte > (i === 1 ? highest : 0xbf)) return 0;
  }
  return length;
}

function lengthByFirst(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

/** Where the second byte has a narrower range than 80 to BF: no overlong form, no surrogate, nothing above U+10FFFF. */
const rangeOfSecond: ReadonlyMap<number, readonly [number, number]> = new Map([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
]);

function encodeMixed(text: string): Uint8Array {
  const encoder = new TextEncoder();
  if (!escaped.test(text)) return encoder.encode(text);
  const bytes: number[] = [];
  for (const part of text.split(new RegExp(`(${escaped.source})`))) {
    const isByte = part.length === 1 && escaped.test(part);
    if (isByte) bytes.push(part.charCodeAt(0) - firstEscape);
    else for (const byte of encoder.encode(part)) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

/** By our own table: hosts disagree about the label, which some take for ISO 8859-1. */
function decodeWindows1252(bytes: Uint8Array, name: string): string {
  const chunks: string[] = [];
  for (let from = 0; from < bytes.length; from += 4096) {
    let chunk = '';
    for (const byte of bytes.subarray(from, from + 4096)) {
      const character = fromWindows1252(byte);
      if (character === undefined) {
        throw new DecodeError(
          name,
          'this is no text that can be read (neither UTF-8, UTF-16 with a byte order mark nor Windows-1252)',
        );
      }
      chunk += character;
    }
    chunks.push(chunk);
  }
  return chunks.join('');
}

function encodeWindows1252(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = toWindows1252(text.charAt(i));
    if (byte === undefined) return undefined;
    bytes[i] = byte;
  }
  return bytes;
}

/** A text holds no NUL and hardly any other control character but white space. */
function textOnly(text: string, name: string): string {
  const zeros = text.indexOf('\0');
  if (zeros >= 0) throw new DecodeError(name, 'this is a binary file, or UTF-16 without a byte order mark');
  let controls = 0;
  for (const _ of text.matchAll(/[\u0001-\u0008\u000e-\u001f\u007f]/g)) controls++;
  if (controls * 50 > text.length) throw new DecodeError(name, 'this is a binary file');
  return text;
}

/** `text` stands for bytes, one a character. */
function startsWith(bytes: Uint8Array, text: string): boolean {
  if (bytes.length < text.length) return false;
  for (let i = 0; i < text.length; i++) if (bytes[i] !== text.charCodeAt(i)) return false;
  return true;
}

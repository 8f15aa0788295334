import { DecodeError, decodeLetter, decodeUtf8 } from '../workspace/decode';
import { ImportError } from './imported-letter';

/** Encodings whose bytes may look like UTF-8. */
const looksLikeUtf8 = /^(?:utf-16|iso-2022)/;
/** Encodings that a text file is recognized in by itself. */
const recognized = /^(?:utf-8|windows-1252)$/;

/**
 * Decodes bytes that name their character set, rightly or not. A byte order mark counts first, then bytes that are valid UTF-8, then
 * the name; what has no name that is known is read as a text file is. Throws an ImportError for what is no text.
 */
export function decodeNamed(bytes: Uint8Array, label: string | undefined): string {
  const named = hasMark(bytes) ? undefined : decoderFor(label);
  if (named && (looksLikeUtf8.test(named.encoding) || !(recognized.test(named.encoding) || isUtf8(bytes))))
    return named.decode(bytes);
  try {
    return decodeLetter(bytes, '').text;
  } catch (error) {
    throw error instanceof DecodeError ? new ImportError(error.reason) : error;
  }
}

/** Decodes the name of a file: as UTF-8 if it is valid, else by the name of its character set, else as Windows-1252. */
export function decodeName(bytes: Uint8Array, label: string): string {
  const decoder = isUtf8(bytes) ? new TextDecoder() : (decoderFor(label) ?? new TextDecoder('windows-1252'));
  return decoder.decode(bytes);
}

/** Undefined for no name, and for one that nobody knows. */
function decoderFor(label: string | undefined): TextDecoder | undefined {
  try {
    return label === undefined ? undefined : new TextDecoder(label);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function hasMark([first, second, third]: Uint8Array): boolean {
  return (
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff) ||
    (first === 0xef && second === 0xbb && third === 0xbf)
  );
}

function isUtf8(bytes: Uint8Array): boolean {
  return decodeUtf8(bytes) !== undefined;
}

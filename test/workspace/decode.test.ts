import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DecodeError,
  decodeLetter,
  type Encoding,
  encodeLetter,
  largestLetter,
} from '../../server/src/workspace/decode';

const text = 'Norco 10/325mg #60: Upheld\r\nworker’s “pain” – § 9792.20, 30° of flexion\f\n';
const bytes = (...values: number[]) => new Uint8Array(values);
const ascii = (characters: string) => new TextEncoder().encode(characters);

describe('decoding', () => {
  it.each<Encoding>(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'])(
    'reads %s as it was written',
    (encoding) => {
      const encoded = encodeLetter(text, encoding);
      expect(encoded).toBeDefined();
      expect(decodeLetter(encoded ?? bytes(), 'a.txt')).toEqual({ text, encoding });
    },
  );

  it('knows the characters that Windows-1252 has above Latin-1', () => {
    const encoded = bytes(0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x80, 0x99, 0xa7, 0xb0, 0xe9, 0xff);
    expect(decodeLetter(encoded, 'a.txt').text).toBe('‘’“”–—€™§°éÿ');
  });

  it('gives back any text in the encodings that hold it', () => {
    const encodings = fc.constantFrom<Encoding>('utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be');
    const written = fc.string({ unit: 'grapheme' }).filter((s) => !/[\0-\u0008\u000e-\u001f\u007f]|^\ufeff/.test(s));
    fc.assert(
      fc.property(written, encodings, (s, encoding) => {
        expect(decodeLetter(encodeLetter(`A${s}`, encoding) ?? bytes(), 'a.txt')).toEqual({ text: `A${s}`, encoding });
      }),
    );
  });

  it('reads an empty file as an empty text', () => {
    expect(decodeLetter(bytes(), 'a.txt').text).toBe('');
  });

  it('has no Windows-1252 form for a character outside it', () => {
    expect(encodeLetter('α2', 'windows-1252')).toBeUndefined();
  });
});

describe('UTF-8 with bytes among it that are none', () => {
  const bytes = Uint8Array.from([...new TextEncoder().encode('Núñez 40° “a lot” '), 0xf1, 0x0a]);

  it('has one lone surrogate for each, and comes back byte for byte', () => {
    const { text, encoding } = decodeLetter(bytes, 'letter.txt');
    expect(text).toBe('Núñez 40° “a lot” \udcf1\n');
    expect(encoding).toBe('utf-8');
    expect(encodeLetter(text, encoding)).toEqual(bytes);
  });

  it.each([
    ['overlong forms', [0xc0, 0xaf]],
    ['surrogates', [0xed, 0xa0, 0x80]],
    ['characters above the last', [0xf4, 0x90, 0x80, 0x80]],
    ['a sequence that is cut off', [0xe2, 0x80]],
  ])('takes %s for bytes', (_, broken) => {
    const mixed = Uint8Array.from([...new TextEncoder().encode('“”“”“” '), ...broken]);
    const { text } = decodeLetter(mixed, 'letter.txt');
    expect(text).toBe(`“”“”“” ${String.fromCharCode(...broken.map((byte) => 0xdc00 + byte))}`);
    expect(encodeLetter(text, 'utf-8')).toEqual(mixed);
  });

  it('is Windows-1252 where such bytes are not the fewer', () => {
    expect(decodeLetter(Uint8Array.from([0x4e, 0xfa, 0xf1, 0x65, 0x7a]), 'letter.txt')).toEqual({
      text: 'Núñez',
      encoding: 'windows-1252',
    });
  });
});

describe('refusing', () => {
  it.each([
    ['a NUL', bytes(0x41, 0, 0x42), /binary/],
    ['UTF-16 without a mark', bytes(0x41, 0, 0x42, 0), /UTF-16 without a byte order mark/],
    ['UTF-16 cut in the middle', bytes(0xff, 0xfe, 0x41, 0, 0x42), /says it is UTF-16/],
    ['a lone surrogate', bytes(0xff, 0xfe, 0, 0xd8, 0x41, 0), /says it is UTF-16/],
    ['a false mark of UTF-8', bytes(0xef, 0xbb, 0xbf, 0xff), /says it is UTF-8/],
    ['UTF-32', bytes(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0), /UTF-32/],
    ['a byte that Windows-1252 leaves free', bytes(0x41, 0x81, 0xff), /no text/],
    ['control characters', ascii('\u0001\u0002\u0003letter\u0004\u0005'), /binary/],
    ['a PDF', ascii('%PDF-1.7\nwhatever'), /PDF/],
    ['an archive', ascii('PK\u0003\u0004whatever'), /word processor/],
    ['rich text', ascii('{\\rtf1 whatever}'), /rich text/],
    ['a file above 64 MiB', new Uint8Array(largestLetter + 1).fill(0x41), /too large.*65 MiB/],
  ])('%s, naming the file', (_, encoded, reason) => {
    expect(() => decodeLetter(encoded, 'case 7.txt')).toThrow(DecodeError);
    expect(() => decodeLetter(encoded, 'case 7.txt')).toThrow(reason);
    expect(() => decodeLetter(encoded, 'case 7.txt')).toThrow(/^case 7\.txt: /);
  });

  it('reads 64 MiB', () => {
    expect(decodeLetter(new Uint8Array(largestLetter).fill(0x41), 'a.txt').text.length).toBe(largestLetter);
  });
});

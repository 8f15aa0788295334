import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMojibake, withoutDamage } from '../../server/src/core/text/mojibake';
import { fromWindows1252 } from '../../server/src/core/text/windows-1252';

/** UTF-8 bytes read as Windows-1252, bytes that it leaves free as controls: what a careless program makes of a text. */
const damage = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => fromWindows1252(byte) ?? String.fromCharCode(byte)).join('');

function mend(text: string): string {
  let mended = text;
  for (const part of findMojibake(text).reverse())
    mended = mended.slice(0, part.start) + part.mended + mended.slice(part.end);
  return mended;
}

describe('mojibake', () => {
  const letters = fc.array(fc.constantFrom(...'abc 1.§§°–—‘’“”•…é½®²αβ≥'), { maxLength: 30 });

  it.each([1, 2, 3])('damaged %i times is mended', (times) => {
    fc.assert(
      fc.property(letters, (characters) => {
        const text = characters.join('');
        let damaged = text;
        for (let i = 0; i < times; i++) damaged = damage(damaged);
        expect(mend(damaged)).toBe(text);
      }),
    );
  });

  it.each([
    'naïve',
    '“café”—he said',
    'Núñez, Ångström, Müller',
    '40°–50° of flexion',
    '§§ 9792.20–9792.26',
    '½ tablet ± 2',
    'À la carte',
  ])('is not seen in %s', (text) => {
    expect(findMojibake(text)).toEqual([]);
  });
});

describe('a text without its damage', () => {
  it.each([
    ['It is â€œnot open.', 'It is not open.'],
    ['It is ï¿½\ufffdnot open.', 'It is not open.'],
    ['It is Â not open.', 'It is  not open.'],
    ['His café is “open”—now.', 'His café is “open”—now.'],
  ])('of %j is %j', (text, rest) => {
    expect(withoutDamage(text)).toBe(rest);
  });
});

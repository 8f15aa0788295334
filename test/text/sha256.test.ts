import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../server/src/core/text/sha256';

const reference = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('sha256', () => {
  it('gives the digests of the standard', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('agrees with that of the platform around the end of a block', () => {
    for (let length = 50; length < 132; length++)
      expect(sha256('a'.repeat(length))).toBe(reference('a'.repeat(length)));
  });

  it('agrees with that of the platform for any text, broken pairs included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (text, isBroken) => {
        const own = isBroken ? `${text}\ud83d ${text}` : text;
        expect(sha256(own)).toBe(reference(own));
      }),
    );
  });
});

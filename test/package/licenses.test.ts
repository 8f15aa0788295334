// What ships must have licenses that ask for no more than their notice, and their notices ship with it.
import { beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error: a script of the build, without types.
import { noticesText, shippedPackages } from '../../scripts/notices.mjs';
import { readProjectFile } from '../project';

const allowed = [
  ...['MIT', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'ISC', 'Apache-2.0', 'BlueOak-1.0.0'],
  // Asks for its notice in source files only.
  'Zlib',
];

interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

let shipped: readonly Shipped[];

beforeAll(async () => {
  shipped = await shippedPackages();
}, 120_000);

describe('licenses', () => {
  it('are looked up for the packages that are bundled, and for word lists', () => {
    const some = ['@cspell/dict-en_us', 'mammoth', 'pdfjs-dist', 'vscode-languageserver', 'wink-nlp', 'yaml'];
    expect(shipped.map(({ name }) => name)).toEqual(expect.arrayContaining(some));
  });

  it('all allow it to be shipped', () => {
    const isAllowed = ({ license }: Shipped): boolean =>
      license
        .replace(/[()]/g, '')
        .split(' OR ')
        .some((choice) => choice.split(' AND ').every((part) => allowed.includes(part)));
    expect(shipped.filter((each) => !isAllowed(each)).map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
  });

  it('have a text each, which says who may do what', () => {
    expect(
      shipped.filter(({ text }) => !/permission|redistribution|licen[sc]e/i.test(text)).map(({ name }) => name),
    ).toEqual([]);
  });

  it('are in the file of notices, as `npm run notices` writes it', () => {
    expect(readProjectFile('THIRD_PARTY_NOTICES.txt')).toBe(noticesText(shipped));
  });

  it('keep out the medical words of cspell, which are under the GPL', () => {
    expect(readProjectFile('package-lock.json')).not.toContain('dict-medicalterms');
  });
});

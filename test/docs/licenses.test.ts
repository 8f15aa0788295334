// What is bundled, and the word lists, must have licenses that ask for no more than their notice.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProjectFile, root } from '../project';

const allowed = [
  ...['MIT', 'BSD', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'ISC', 'Apache-2.0', 'BlueOak-1.0.0', 'SCOWL'],
  // Asks for its notice in source files only.
  'Zlib',
];

/** Dependencies that no bundle contains: the command line of mammoth. */
const unbundled = ['argparse'];

interface Locked {
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The packages that source files of client and server import, and those that scripts of the build read data from. */
function named(): readonly string[] {
  const names = ['client/src', 'server/src', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|mjs)$/.test(name))
      .flatMap((name) => [...readProjectFile(`${folder}/${name}`).matchAll(folder === 'scripts' ? data : imported)])
      .map(([, name = '']) => name),
  );
  return [...new Set(names)];
}

const imported = /from '((?:@[\w-]+\/)?[\w.-]+)/g;
const data = /\/node_modules\/((?:@[\w-]+\/)?[\w.-]+)/g;

describe('licenses', () => {
  const { packages } = JSON.parse(readProjectFile('package-lock.json')) as { packages: Record<string, Locked> };
  const bundled = new Set(named().filter((name) => `node_modules/${name}` in packages));
  for (const name of bundled) {
    for (const each of Object.keys(packages[`node_modules/${name}`]?.dependencies ?? {}))
      if (!unbundled.includes(each)) bundled.add(each);
  }

  it('are looked up for the packages that are bundled, and for word lists', () => {
    const some = ['wink-nlp', 'wink-eng-lite-web-model', '@cspell/dict-en_us', 'yaml', 'vscode-languageserver'];
    expect([...bundled]).toEqual(expect.arrayContaining(some));
  });

  it.each([...bundled])('%s may be shipped', (name) => {
    const { license = 'none' } = packages[`node_modules/${name}`] ?? {};
    const choices = license.replace(/[()]/g, '').split(' OR ');
    const isAllowed = choices.some((choice) => choice.split(' AND ').every((part) => allowed.includes(part)));
    expect(isAllowed, `${name}: ${license}`).toBe(true);
  });

  it('keep out the medical words of cspell, which are under the GPL', () => {
    expect(Object.keys(packages).filter((path) => path.includes('dict-medicalterms'))).toEqual([]);
  });
});

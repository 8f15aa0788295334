// The example of docs/library.md, run as it stands there against the library's sources.

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as library from '../../server/src/library';
import { readProjectFile, root } from '../project';

const docs = readProjectFile('docs/library.md');
const folder = mkdtempSync(join(tmpdir(), 'imr-library-'));
const installed = join(folder, 'node_modules/imr-determinations');

beforeAll(() => {
  execFileSync(process.execPath, ['esbuild.mjs', '--only', 'dist/library.mjs', '--into', folder], { cwd: root });
  mkdirSync(installed, { recursive: true });
  copyFileSync(join(folder, 'dist/library.mjs'), join(installed, 'library.mjs'));
  writeFileSync(join(installed, 'package.json'), '{"name": "imr-determinations", "exports": "./library.mjs"}');
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('docs/library.md', () => {
  it('shows an example that works', () => {
    const example = /```js\n(.*?)```/s.exec(docs)?.[1] ?? '';
    writeFileSync(join(folder, 'example.mjs'), example);
    copyFileSync(join(root, 'samples/2014-letter.imr.txt'), join(folder, 'letter.txt'));
    const lines = execFileSync(process.execPath, ['example.mjs'], { cwd: folder, encoding: 'utf8' }).split('\n');
    expect(lines[0]).toBe('Cyclobenzaprine 7.5 mg #60 Upheld false');
    expect(lines.find((line) => line.startsWith('IMR301 error'))).toContain('Tramadol 50 mg #90');
  });

  it('shows packs and settings that are sound', () => {
    const [, , options = ''] = docs.split('```js\n').map((part) => part.split('```')[0]);
    const lines = "import { createLetterService } from 'imr-determinations';\n";
    writeFileSync(join(folder, 'options.mjs'), lines + options);
    expect(execFileSync(process.execPath, ['options.mjs'], { cwd: folder, encoding: 'utf8' })).toBe('[]\n');
  });

  it('names functions that are there', () => {
    const named = [...docs.matchAll(/`(?:service\.)?([a-z]\w+)\(/g)].map((match) => match[1] ?? '');
    const known = { ...library, ...library.createLetterService() };
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !(name in known))).toEqual([]);
  });
});

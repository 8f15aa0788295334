import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../project';

const folder = mkdtempSync(join(tmpdir(), 'imr-npm-'));
const installed = join(folder, 'node_modules/imr-determinations');

beforeAll(() => {
  run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], root);
  mkdirSync(installed, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  run('tar', ['-xzf', `imr-determinations-${version}.tgz`, '--strip-components=1', '-C', installed]);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, args: readonly string[], cwd = folder): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', timeout: 60_000 });
}

const use = `
  const letter = createLetterService().parse(readFileSync(${JSON.stringify(join(root, 'samples/2015-letter.imr.txt'))}, 'utf8'));
  console.log(letter.form, letter.blocks.length);
`;

describe('the npm package', () => {
  it('is a library for import', () => {
    const lines = "import { createLetterService } from 'imr-determinations'; import { readFileSync } from 'node:fs';";
    expect(run(process.execPath, ['--input-type=module', '-e', lines + use])).toBe('2015 3\n');
  });

  it('is a library for require', () => {
    const lines =
      "const { createLetterService } = require('imr-determinations'); const { readFileSync } = require('fs');";
    expect(run(process.execPath, ['--input-type=commonjs', '-e', lines + use])).toBe('2015 3\n');
  });

  it('has types that a strict TypeScript project understands', () => {
    writeFileSync(
      join(folder, 'consumer.ts'),
      "import { createLetterService, type ParsedLetter } from 'imr-determinations';\n" +
        "const letter: ParsedLetter = createLetterService().parse('');\nexport const count: number = letter.blocks.length;\n" +
        '// @ts-expect-error: a letter is no number, so the types are really there\nexport const wrong: number = letter;\n',
    );
    const options = ['--strict', '--noEmit', '--target', 'es2023', '--module', 'nodenext', '--types', ''];
    run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...options, 'consumer.ts']);
  });

  it('checks language as a library and on the command line', () => {
    const sample = readFileSync(join(root, 'samples/2015-letter.imr.txt'), 'utf8');
    const letter = join(folder, 'language.imr.txt');
    writeFileSync(letter, sample.replace('The report of 9-15-15 records', 'A MRI of 9-15-15 records'));
    const check = `createLetterService().checkLanguage(readFileSync(${JSON.stringify(letter)}, 'utf8')).then(({ problems }) =>
      console.log(problems.filter(({ code }) => code === 'IMR702').length));`;
    const imported =
      "import { createLetterService } from 'imr-determinations'; import { readFileSync } from 'node:fs';";
    const required =
      "const { createLetterService } = require('imr-determinations'); const { readFileSync } = require('fs');";
    expect(run(process.execPath, ['--input-type=module', '-e', imported + check])).toBe('1\n');
    expect(run(process.execPath, ['--input-type=commonjs', '-e', required + check])).toBe('1\n');
    const args = ['check', letter, '--only', 'IMR702', '--fail-on', 'never'];
    expect(run(process.execPath, [join(installed, 'dist/cli.js'), ...args])).toContain('"A MRI" should be "An MRI"');
  });

  it('contains what its pages link to, except what only a clone has', () => {
    const ofClone = /^(?:ARCHITECTURE|CONTRIBUTING)\.md$|^(?:\.|test\/)/;
    const pages = ['README.md', 'CHANGELOG.md', ...readdirSync(join(installed, 'docs')).map((name) => `docs/${name}`)];
    const links = pages
      .filter((page) => page.endsWith('.md'))
      .flatMap((page) => {
        const text = readFileSync(join(installed, page), 'utf8').replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
        const targets = [...text.matchAll(/\]\((?!<?[a-z]+:|#)([^)#\s]+)/g)].map(([, target = '']) => target);
        return targets.map((target) => join(dirname(page), target));
      });
    const missing = links.filter((target) => !ofClone.test(target) && !existsSync(join(installed, target)));
    expect(missing).toEqual([]);
    expect(links).toContain('docs/images/letter-light.png');
  });

  it('brings its command lines', () => {
    const { bin } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect(Object.keys(bin)).toEqual(['imr', 'imr-language-server']);
    for (const path of Object.values<string>(bin)) {
      expect(readFileSync(join(installed, path), 'utf8'), path).toMatch(/^#!\/usr\/bin\/env node\n/);
    }
  });

  it('checks in several threads from where it is installed', () => {
    const check = (jobs: string) =>
      run(process.execPath, [
        join(installed, 'dist/cli.js'),
        ...['check', join(root, 'samples'), '--jobs', jobs, '--format', 'json', '--fail-on', 'never'],
      ]);
    expect(JSON.parse(check('1')).files.length).toBeGreaterThan(1);
    expect(check('2')).toBe(check('1'));
  });
});

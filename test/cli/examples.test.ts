// Every command line that the documentation shows is run as it is printed, by bash, in a folder with the files that it names.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readProjectFile, root } from '../project';
import { openDesk } from './imr';
import { soundLetter, unconcludedLetter } from './letters';
import { recordOf } from './saved-check';

const { folder, cli, write } = openDesk();

const pages = ['README.md', ...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'))].map((name) =>
  name === 'README.md' ? name : `docs/${name}`,
);
const examples = pages.flatMap((page) =>
  [...readProjectFile(page).matchAll(/^```(\w*)\n(.*?)^```/gms)]
    .flatMap(([, language = '', block = '']) => (['', 'console'].includes(language) ? block.split('\n') : []))
    .filter((line) => /^(?:\$ )?(?:imr|node dist\/cli\.js|cat \S+ \| imr|source <\(imr) /.test(line))
    .map((line) => [page, line.replace(/^\$ /, '')] as const),
);

function bash(command: string): { readonly status: number | null; readonly stderr: string } {
  const script = `imr() { ${JSON.stringify(process.execPath)} ${JSON.stringify(cli)} "$@"; }
fpath=(.)
${command.replace('node dist/cli.js', 'imr')}`;
  return spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8', env: { ...process.env, HOME: folder } });
}

beforeAll(() => {
  for (const name of ['letters/a.txt', 'letters/2016/b.txt', 'letter.txt']) write(name, unconcludedLetter);
  for (const name of ['draft.txt', 'letter.imr']) write(name, soundLetter);
  write('records.ndjson', `${JSON.stringify({ id: 1, text: soundLetter })}\n`);
  for (const [folder, name] of [
    ['', 'letter'],
    ['signed/', 'a'],
    ['signed/', 'b'],
  ]) {
    write(`${folder}${name}.txt`, unconcludedLetter);
    write(`${folder}${name}.check.md`, recordOf(unconcludedLetter, `${name}.txt`));
  }
  write('.config/fish/completions/imr.fish', '');
  expect(bash('imr convert letter.imr -o letter.docx').stderr).not.toContain('Error');
}, 60_000);

describe('an example of the documentation', () => {
  it('is found on several pages', () => {
    expect(new Set(examples.map(([page]) => page)).size).toBeGreaterThan(2);
  });

  it.each(examples)('%s: %s', (_, command) => {
    const { status, stderr } = bash(command);
    expect({ status: status === 1 ? 0 : status, stderr: /not (?:found|read)|unknown|Error/.exec(stderr) }).toEqual({
      status: 0,
      stderr: null,
    });
  });
});

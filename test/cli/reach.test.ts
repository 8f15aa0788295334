// How far the settings of a letter reach, as the command line meets them.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDesk } from './imr';
import { unconcludedLetter } from './letters';

const desk = openDesk();
const off = 'extends: ["off"]\n';
const json = (...args: string[]) => JSON.parse(desk.imr(['check', '--format', 'json', ...args]).out);
/** Beside the folder that commands run in. */
const writeAbove = (name: string, text: string) => {
  const path = join(dirname(desk.folder), name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

describe('the search for a configuration', { timeout: 60_000 }, () => {
  it('ends at the current folder where there is no repository', () => {
    writeAbove('.imr.yaml', off);
    writeAbove('.imr/suppressions.json', '{');
    desk.write('plain/a.txt', unconcludedLetter);
    expect(desk.imr(['check', 'plain']).code).toBe(1);
    // The folder above was asked for itself.
    writeAbove('.imr/suppressions.json', '{"version": 1, "suppressions": []}');
    expect(desk.imr(['check', '../letters/plain', '..']).code).toBe(0);
  });

  it('ends at the folder of the command line for one that lies elsewhere', () => {
    writeAbove('elsewhere/.imr.yaml', off);
    writeAbove('elsewhere/2016/a.txt', unconcludedLetter);
    expect(desk.imr(['check', '../elsewhere']).code).toBe(0);
    expect(desk.imr(['check', '../elsewhere/2016']).code).toBe(1);
    expect(desk.imr(['check', '../elsewhere/2016/a.txt']).code).toBe(1);
  });

  it('ends at the root of the repository', () => {
    desk.write('outer/.imr.yaml', off);
    desk.write('outer/repository/.git/HEAD', '');
    desk.write('outer/repository/letters/a.txt', unconcludedLetter);
    desk.write('outer/worktree/.git', 'gitdir: elsewhere\n');
    desk.write('outer/worktree/a.txt', unconcludedLetter);
    desk.write('outer/other/a.txt', unconcludedLetter);
    expect(desk.imr(['check', 'outer/repository']).code).toBe(1);
    expect(desk.imr(['check', 'outer/worktree']).code).toBe(1);
    expect(desk.imr(['check', 'outer/other']).code).toBe(0);
  });
});

describe('what a configuration names', { timeout: 60_000 }, () => {
  it('outside of its repository is refused at its line, and by a link as well', () => {
    desk.write('named/base.yaml', off);
    desk.write('named/repository/.git/HEAD', '');
    desk.write('named/repository/a.txt', unconcludedLetter);
    desk.write('named/repository/.imr.yaml', 'extends:\n  - ../base.yaml\n  - ./link.yaml\npacks: [/etc/passwd]\n');
    symlinkSync(join(desk.folder, 'named/base.yaml'), join(desk.folder, 'named/repository/link.yaml'));
    const run = desk.imr(['check', 'named/repository']);
    expect(run.code).toBe(2);
    const told = run.out.split('\n').filter((line) => line.includes('IMR903'));
    expect(told).toEqual(
      ['2:5|"../base.yaml"', '3:5|"./link.yaml"', '4:9|The pack "/etc/passwd"'].map((each) => {
        const [place, what] = each.split('|');
        const why = 'is not read: it is outside the workspace folder or repository.';
        return `named/repository/.imr.yaml:${place} error IMR903 ${what} ${why}`;
      }),
    );
    expect(run.out).toContain('IMR301');
  });

  it('may be anywhere with --config, and extends what is in its own repository or folder', () => {
    writeAbove('team/imr.yaml', 'extends: ./base.yaml\n');
    writeAbove('team/base.yaml', off);
    desk.write('given/a.txt', unconcludedLetter);
    expect(desk.imr(['check', 'given', '--config', '../team/imr.yaml']).code).toBe(0);
    writeAbove('team/imr.yaml', 'extends: ../base.yaml\n');
    writeAbove('base.yaml', off);
    const run = desk.imr(['check', 'given', '--config', '../team/imr.yaml']);
    expect(run.code).toBe(2);
    expect(run.out).toMatch(/team\/imr\.yaml:1:10 error IMR903 "\.\.\/base\.yaml" is not read: it is outside/);
  });
});

describe('settings from outside the folder that is checked', { timeout: 60_000 }, () => {
  it('are named in the summary of every command that uses them, and in JSON', () => {
    desk.write('.imr.yaml', 'rules: {IMR301: off}\n');
    desk.write('.imr/suppressions.json', '{"version": 1, "suppressions": []}');
    desk.write('within/a.txt', unconcludedLetter);
    const note = 'settings from outside the folder checked: .imr.yaml, .imr/suppressions.json\n';
    for (const command of ['check', 'stats']) expect(desk.imr([command, 'within']).err).toBe(note);
    expect(desk.imr(['fix', '--dry-run', 'within']).err).toContain(note);
    expect(desk.imr(['check', '--jobs', '2', 'within', 'within/a.txt']).err).toBe(note);
    expect(json('within').outsideSettings).toEqual(['.imr.yaml', '.imr/suppressions.json']);
    expect(desk.imr(['check', '--quiet', 'within']).err).toBe('');
    expect(desk.imr(['check', '.']).err).not.toContain('settings from');
  });

  it('are none where the configuration lies in it', () => {
    desk.write('inside/.git/HEAD', '');
    desk.write('inside/.imr.yaml', off);
    desk.write('inside/2016/a.txt', unconcludedLetter);
    expect(desk.imr(['check', 'inside']).err).toBe('');
    expect(json('inside').outsideSettings).toEqual([]);
    expect(json('inside/2016').outsideSettings).toEqual(['inside/.imr.yaml']);
  });
});

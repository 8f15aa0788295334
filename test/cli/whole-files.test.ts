// No file is damaged: letters and outputs are replaced whole or not at all.
import { spawn } from 'node:child_process';
import { existsSync, linkSync, lstatSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDesk } from './imr';
import { soundLetter, unconcludedLetter } from './letters';

const desk = openDesk();

const faulty = soundLetter.replace('the records show', 'the the records show');

const filesOf = (folder: string): string[] => readdirSync(join(desk.folder, folder)).sort();

describe('imr fix', { timeout: 60_000 }, () => {
  it('leaves a letter whole where the disk takes only a part, and does not count it', () => {
    desk.write('full/a.txt', faulty);
    expect(desk.shell('ulimit -f 1; imr fix full/a.txt')).toEqual({
      code: 2,
      out: '',
      err: 'imr: full/a.txt: cannot be written: the file would be larger than allowed\n0 fixed\n',
    });
    expect(desk.read('full/a.txt')).toBe(faulty);
    expect(filesOf('full')).toEqual(['a.txt']);
  });

  it('follows a link that is named, and no link in a folder', () => {
    desk.write('outside/a.txt', faulty);
    desk.write('inside/b.txt', soundLetter);
    symlinkSync('../outside/a.txt', join(desk.folder, 'inside/a.txt'));
    const folder = desk.imr(['fix', 'inside']);
    expect(folder.code).toBe(0);
    expect(folder.err).toBe('inside: 1 link not followed (inside/a.txt); name what it leads to instead\n0 fixed\n');
    expect(desk.read('outside/a.txt')).toBe(faulty);
    expect(desk.imr(['fix', 'inside/a.txt'])).toMatchObject({ code: 0, err: '1 fixed\n' });
    expect(desk.read('outside/a.txt')).toBe(soundLetter);
    expect(lstatSync(join(desk.folder, 'inside/a.txt')).isSymbolicLink()).toBe(true);
  });

  it('fixes a letter once that is named twice', () => {
    desk.write('twice/a.txt', faulty);
    symlinkSync('a.txt', join(desk.folder, 'twice/link.txt'));
    expect(desk.imr(['fix', '--dry-run', 'twice/link.txt', 'twice'])).toMatchObject({
      code: 0,
      err: '1 would be fixed\n',
    });
    const run = desk.imr(['fix', 'twice/link.txt', 'twice']);
    expect(run).toEqual({ code: 0, out: 'twice/link.txt: 1 problem fixed\n', err: '1 fixed\n' });
  });

  it('keeps hard links', () => {
    desk.write('hard/a.txt', faulty);
    linkSync(join(desk.folder, 'hard/a.txt'), join(desk.folder, 'hard/b.txt'));
    desk.imr(['fix', 'hard/a.txt']);
    expect(desk.read('hard/b.txt')).toBe(soundLetter);
    expect(filesOf('hard')).toEqual(['a.txt', 'b.txt']);
  });
});

describe('an output over an input', { timeout: 60_000 }, () => {
  const refused = (path: string, option: string) => ({
    code: 2,
    out: '',
    err: `imr: ${path}: --${option} would replace a file that imr reads; choose another name\n`,
  });

  it.each([
    ['itself', ['check', 'over/a.txt', '-o', 'over/a.txt']],
    ['another spelling', ['parse', 'over/a.txt', '-o', './over/../over/a.txt']],
    ['in a folder', ['stats', 'over', '-o', 'over/a.txt']],
    ['in a glob', ['check', 'over/*.txt', '-o', 'over/a.txt']],
    ['a link to it', ['check', 'over/a.txt', '-o', 'over/soft']],
    ['it through a link', ['check', 'over/soft', '-o', 'over/a.txt']],
    ['a hard link', ['parse', 'over/a.txt', '-o', 'over/hard']],
    ['the configuration', ['check', 'over/a.txt', '-o', 'over/.imr.yaml']],
    ['what the configuration extends', ['stats', 'over', '-o', 'over/base.yaml']],
    ['the suppressions', ['parse', 'over/a.txt', '-o', 'over/.imr/suppressions.json']],
    ['suppressions of another folder', ['parse', 'beside.txt', '-o', 'over/.imr/suppressions.json']],
    ['the baseline', ['check', 'over/a.txt', '--baseline', 'over/old.json', '-o', 'over/old.json']],
    ['the letter whose settings are printed', ['check', '--print-config', 'over/a.txt', '-o', 'over/a.txt']],
    ['the configuration of a look-up', ['lookup', 'norco', '--config', 'over/base.yaml', '-o', 'over/base.yaml']],
    ['a baseline', ['check', 'over', '--write-baseline', 'over/a.txt']],
    [
      'a baseline over its older self',
      ['check', 'over', '--baseline', 'over/old.json', '--write-baseline', 'over/old.json'],
    ],
  ])('is refused, and nothing changes: %s', (_, args) => {
    desk.write('over/a.txt', unconcludedLetter);
    desk.write('beside.txt', soundLetter);
    desk.write('over/.imr.yaml', 'extends: [./base.yaml]\n');
    desk.write('over/base.yaml', 'rules: {}\n');
    const list = '{"version": 1, "suppressions": []}\n';
    desk.write('over/.imr/suppressions.json', list);
    desk.write('over/old.json', list);
    if (!existsSync(join(desk.folder, 'over/soft'))) {
      symlinkSync('a.txt', join(desk.folder, 'over/soft'));
      linkSync(join(desk.folder, 'over/a.txt'), join(desk.folder, 'over/hard'));
    }
    const option = args.includes('-o') ? 'output' : 'write-baseline';
    expect(desk.imr(args)).toEqual(refused(args.at(-1) ?? '', option));
    expect(desk.read('over/a.txt')).toBe(unconcludedLetter);
    expect(desk.read('over/.imr/suppressions.json')).toBe(list);
    expect(filesOf('over')).toEqual(['.imr', '.imr.yaml', 'a.txt', 'base.yaml', 'hard', 'old.json', 'soft']);
  });

  it('is refused for standard input that comes from the same file', () => {
    desk.write('piped.txt', unconcludedLetter);
    expect(desk.shell('imr check - -o piped.txt < piped.txt')).toEqual(refused('piped.txt', 'output'));
    expect(desk.read('piped.txt')).toBe(unconcludedLetter);
  });

  it('is refused for two outputs in one file', () => {
    desk.write('beside.txt', soundLetter);
    const run = desk.imr(['check', 'beside.txt', '-o', 'one.json', '--write-baseline', './one.json']);
    expect(run).toEqual({ code: 2, out: '', err: 'imr: --output and --write-baseline name the same file\n' });
    expect(existsSync(join(desk.folder, 'one.json'))).toBe(false);
  });
});

describe('an output', { timeout: 60_000 }, () => {
  it('keeps its content when the command fails', () => {
    desk.write('failing/a.txt', unconcludedLetter);
    desk.write('failing/report.json', 'old');
    const run = desk.imr(['check', 'failing/a.txt', '-o', 'failing/report.json', '--jobs', 'none']);
    expect(run.code).toBe(2);
    expect(desk.read('failing/report.json')).toBe('old');
    expect(filesOf('failing')).toEqual(['a.txt', 'report.json']);
  });

  it('keeps its content on a full disk, which takes one line to say', () => {
    desk.write('limited/a.txt', unconcludedLetter);
    desk.write('limited/report.json', 'old');
    const run = desk.shell('ulimit -f 1; imr parse limited/a.txt -o limited/report.json');
    expect(run).toEqual({
      code: 2,
      out: '',
      err: 'imr: limited/report.json: cannot be written: the file would be larger than allowed\n',
    });
    expect(desk.read('limited/report.json')).toBe('old');
    expect(filesOf('limited')).toEqual(['a.txt', 'report.json']);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('keeps its content on %s', async (signal) => {
    for (let i = 0; i < 400; i++) desk.write(`many/${i}.txt`, unconcludedLetter);
    desk.write('reports/report.json', 'old');
    const args = ['check', 'many', '--jobs', '1', '--format', 'json', '-o', 'reports/report.json'];
    const child = spawn(process.execPath, [desk.cli, ...args], { cwd: desk.folder, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('exit', (code, by) => resolve([code, by])));
    while (filesOf('reports').length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill(signal);
    expect(await ended).toEqual([null, signal]);
    expect(desk.read('reports/report.json')).toBe('old');
    expect(filesOf('reports')).toEqual(['report.json']);
  });

  it('is complete where a letter could not be read, while an older baseline stays then', () => {
    desk.write('partly/a.txt', unconcludedLetter);
    desk.write('partly/base.json', 'old');
    const args = ['check', 'partly/a.txt', 'partly/no.txt', '--format', 'json'];
    const run = desk.imr([...args, '-o', 'partly/report.json', '--write-baseline', 'partly/base.json']);
    expect(run.code).toBe(2);
    expect(run.err).toContain('partly/base.json: not replaced, because 1 path could not be read');
    expect(JSON.parse(desk.read('partly/report.json')).files).toHaveLength(1);
    expect(desk.read('partly/base.json')).toBe('old');
  });

  it('that is a device, a named pipe or a standard stream is written to directly', () => {
    desk.write('a.txt', soundLetter);
    const { out } = desk.imr(['parse', 'a.txt']);
    expect(desk.shell('imr parse a.txt -o /dev/stdout')).toEqual({ code: 0, out, err: '' });
    expect(desk.shell('imr parse a.txt -o /dev/stderr')).toEqual({ code: 0, out: '', err: out });
    expect(desk.shell('mkfifo pipe; cat pipe & imr parse a.txt -o pipe; wait')).toEqual({ code: 0, out, err: '' });
    expect(desk.shell('echo first > log; imr parse a.txt -o /dev/stdout >> log; cat log').out).toBe(`first\n${out}`);
    expect(desk.imr(['check', 'a.txt', '--write-baseline', '/dev/null']).code).toBe(0);
  });

  it.each([
    ['-o /dev/full', '/dev/full'],
    ['> /dev/full', '<stdout>'],
  ])('that is full takes one line to say: %s', (where, name) => {
    desk.write('a.txt', soundLetter);
    expect(desk.shell(`imr parse a.txt ${where}`)).toEqual({
      code: 2,
      out: '',
      err: `imr: ${name}: cannot be written: the disk is full\n`,
    });
  });
});

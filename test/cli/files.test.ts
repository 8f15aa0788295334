// Which files a command reads, and how.
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Encoding, encodeLetter } from '../../server/src/workspace/decode';
import { openDesk, type Run } from './imr';
import { note, soundLetter, unconcludedLetter } from './letters';

const desk = openDesk();

const pathsOf = ({ out }: Run): string[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).path);
const parse = (...paths: string[]): Run => desk.imr(['parse', '--format', 'ndjson', ...paths]);

describe('a folder', { timeout: 60_000 }, () => {
  it('is searched for letters by their headings', () => {
    desk.write('search/b/letter.txt', soundLetter);
    desk.write('search/b/note.txt', note);
    desk.write('search/a/without-extension', soundLetter);
    desk.write('search/draft.imr', 'a draft');
    desk.write('search/draft.imr.txt', 'a draft');
    desk.write('search/letter.md', soundLetter);
    desk.write('search/binary.txt', new Uint8Array([0, 1, 2, 3]));
    desk.write('search/.hidden/letter.txt', soundLetter);
    desk.write('search/node_modules/letter.txt', soundLetter);
    const run = parse('search');
    expect(pathsOf(run)).toEqual([
      'search/a/without-extension',
      'search/b/letter.txt',
      'search/draft.imr',
      'search/draft.imr.txt',
    ]);
    expect(run).toMatchObject({ code: 0, err: '' });
  });

  it('is the current one where no path is given', () => {
    expect(pathsOf(parse()).length).toBeGreaterThan(0);
  });

  it('is searched without what .gitignore leaves out', () => {
    desk.write('ignoring/.gitignore', 'build/\n*.old.txt\n!kept.old.txt\n/top.txt\n');
    desk.write('ignoring/deep/.gitignore', '!build.old.txt\n');
    for (const name of ['build/a', 'b.old', 'kept.old', 'top', 'deep/top', 'deep/build.old', 'deep/build/c', 'c']) {
      desk.write(`ignoring/${name}.txt`, soundLetter);
    }
    const expected = ['c', 'deep/build.old', 'deep/top', 'kept.old'].map((name) => `ignoring/${name}.txt`);
    expect(pathsOf(parse('ignoring'))).toEqual(expected);
    expect(pathsOf(parse('ignoring/**/*.txt'))).toEqual(expected);
    expect(pathsOf(parse('ignoring/build/a.txt')), 'a file that is named is taken').toEqual(['ignoring/build/a.txt']);
  });

  it('is searched without what the .gitignore of the repository above leaves out', () => {
    desk.write('repository/.gitignore', 'secret/\n');
    mkdirSync(join(desk.folder, 'repository/.git'));
    desk.write('repository/in/secret/a.txt', soundLetter);
    desk.write('repository/in/b.txt', soundLetter);
    expect(pathsOf(parse('repository/in'))).toEqual(['repository/in/b.txt']);
    expect(pathsOf(parse('repository/in/secret')), 'a folder that is named is searched').toEqual([
      'repository/in/secret/a.txt',
    ]);
  });

  it('is searched without following links, and says what that leaves out', () => {
    desk.write('linked/a.txt', soundLetter);
    desk.write('linked/note.txt', note);
    desk.write('elsewhere/b.txt', soundLetter);
    for (const [link, target] of [
      ['up', '..'],
      ['here', '.'],
      ['a-again.txt', 'a.txt'],
      ['b.txt', '../elsewhere/b.txt'],
      ['also-a-note.txt', 'note.txt'],
    ] as const) {
      symlinkSync(target, join(desk.folder, 'linked', link));
    }
    const run = parse('linked');
    expect(pathsOf(run)).toEqual(['linked/a.txt']);
    expect(run.code).toBe(0);
    expect(run.err).toBe('linked: 2 links not followed (linked/b.txt); name what they lead to instead\n');
    expect(pathsOf(parse('linked/*'))).toEqual(['linked/a.txt', 'linked/note.txt']);
    expect(pathsOf(parse('linked/b.txt')), 'a link that is named is followed').toEqual(['linked/b.txt']);
    expect(pathsOf(parse('linked/here')), 'also to a folder').toEqual(['linked/here/a.txt']);
  });

  it('with a link to nothing, or a name that is not UTF-8, is reported', () => {
    desk.write('lost/a.txt', soundLetter);
    symlinkSync('gone.txt', join(desk.folder, 'lost/link.txt'));
    symlinkSync('round.txt', join(desk.folder, 'lost/round.txt'));
    symlinkSync('gone', join(desk.folder, 'lost/.#lock'));
    writeFileSync(Buffer.concat([Buffer.from(join(desk.folder, 'lost/b')), Buffer.of(0xe9), Buffer.from('.txt')]), '');
    const run = parse('lost');
    expect(pathsOf(run)).toEqual(['lost/a.txt']);
    expect(run.code).toBe(2);
    expect(run.err.split('\n').sort().filter(Boolean)).toEqual([
      'imr: lost/b\ufffd.txt: cannot be opened, because its name is not UTF-8',
      'imr: lost/link.txt: a link to a file that does not exist',
      'imr: lost/round.txt: a link to a file that does not exist',
    ]);
  });
});

describe('paths', { timeout: 60_000 }, () => {
  it('are read in their order, each file once', () => {
    desk.write('order/a.txt', soundLetter);
    desk.write('order/b.txt', soundLetter);
    expect(pathsOf(parse('order/b.txt', './order/b.txt', 'order'))).toEqual(['order/b.txt', 'order/a.txt']);
  });

  it('are globs where no file has their name', () => {
    desk.write('globs/[a].txt', soundLetter);
    desk.write('globs/a.txt', soundLetter);
    desk.write('globs/b.txt', note);
    expect(pathsOf(parse('globs/[a].txt'))).toEqual(['globs/[a].txt']);
    expect(pathsOf(parse('globs/{a,b}.txt')), 'not sniffed: the pattern asks for them').toEqual([
      'globs/a.txt',
      'globs/b.txt',
    ]);
  });

  it('that name nothing are reported and do not stop the others', () => {
    desk.write('some/a.txt', soundLetter);
    const run = parse('missing.txt', 'some/*.md', 'some/a.txt');
    expect(pathsOf(run)).toEqual(['some/a.txt']);
    expect(run.code).toBe(2);
    expect(run.err).toBe('imr: missing.txt: no such file or folder\nimr: some/*.md: no letter found\n');
  });
});

describe('a file', { timeout: 60_000 }, () => {
  it.each<Encoding>(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'])('in %s is read', (encoding) => {
    const text = soundLetter.replace('She has', 'She says “no” – at 30° – and has').replaceAll('\n', '\r\n');
    const bytes = encodeLetter(text, encoding);
    if (!bytes) throw new Error(`${encoding} does not hold the letter`);
    desk.write(`encoded/${encoding}.txt`, bytes);
    const [letter] = JSON.parse(desk.imr(['parse', 'encoded']).out).files.filter(({ path }: { path: string }) =>
      path.includes(encoding),
    );
    expect(letter.sections[1].text).toContain('She says “no” – at 30° – and has low back pain');
    const { start, end } = letter.blocks[0].fields.rationale;
    expect(text.slice(start.offset, end.offset)).toMatch(/^The MTUS asks .* necessary\.$/s);
  });

  it('whose first 16 KB end within a character is found', () => {
    const filler = '“”'.repeat(4000);
    for (const shift of ['', 'a', 'ab']) {
      desk.write('cut/a.txt', soundLetter.replace('She has', `${shift}${filler} She has`));
      expect(pathsOf(parse('cut'))).toEqual(['cut/a.txt']);
    }
  });

  it.each([
    ['a.pdf', '%PDF-1.7\n', 'a.pdf: not a PDF that can be read (Invalid PDF structure.)'],
    ['a.bin', '\0\0\0', 'a.bin: this is a binary file, or UTF-16 without a byte order mark'],
  ])('that is binary is refused by name: %s', (name, content, message) => {
    desk.write(name, content);
    desk.write('beside.txt', unconcludedLetter);
    const run = desk.imr(['check', '--quiet', name, 'beside.txt']);
    expect(run.code).toBe(2);
    expect(run.err).toBe(`imr: ${message}\n`);
    expect(run.out).toContain('IMR301');
  });

  it('above 64 MiB is refused by name', () => {
    desk.write('huge.txt', new Uint8Array(64 * 1024 * 1024 + 1).fill(65));
    const message = 'the file is too large for a letter (65 MiB; the limit is 64 MiB)';
    expect(parse('huge.txt')).toEqual({ code: 2, out: '', err: `imr: huge.txt: ${message}\n` });
    const piped = desk.imr(['parse', '-'], { input: new Uint8Array(64 * 1024 * 1024 + 1).fill(65) });
    expect(piped).toEqual({ code: 2, out: '', err: `imr: <stdin>: ${message}\n` });
  });

  it.skipIf(process.getuid?.() === 0)('without permission is reported', () => {
    desk.write('locked/a.txt', soundLetter);
    chmodSync(join(desk.folder, 'locked/a.txt'), 0);
    expect(parse('locked')).toEqual({ code: 2, out: '', err: 'imr: locked/a.txt: no permission to read it\n' });
  });
});

describe('standard input', { timeout: 60_000 }, () => {
  it('is read for -, under a name of its own or a given one', () => {
    const named = (...args: string[]) => JSON.parse(desk.imr(['parse', '-', ...args], { input: soundLetter }).out).path;
    expect(named()).toBe('<stdin>');
    expect(named('--stdin-filename', 'letters/draft.txt')).toBe('letters/draft.txt');
  });

  it('is read once, beside files', () => {
    desk.write('beside.txt', soundLetter);
    const run = desk.imr(['parse', '--format', 'ndjson', '-', 'beside.txt', '-'], { input: soundLetter });
    expect(pathsOf(run)).toEqual(['<stdin>', 'beside.txt']);
  });
});

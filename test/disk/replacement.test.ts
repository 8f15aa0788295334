// Files are replaced whole: faults of the disk are injected below the functions under test.
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openReplacement, replaceFile } from '../../server/src/disk/replacement';
import { WriteError } from '../../server/src/disk/write-error';

const faults = vi.hoisted(() => new Map<string, string>());

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  const failing = <F extends (...args: never[]) => unknown>(name: string, work: F): F =>
    ((...args: never[]) => {
      const code = faults.get(name);
      if (code) throw Object.assign(new Error(code), { code, syscall: name });
      return work(...args);
    }) as F;
  return {
    ...real,
    renameSync: failing('rename', real.renameSync),
    fsyncSync: failing('fsync', real.fsyncSync),
    ftruncateSync: failing('ftruncate', real.ftruncateSync),
    fchownSync: failing('fchown', real.fchownSync),
    writeSync: failing('write', real.writeSync),
  };
});

let folder: string;
let letter: string;
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'imr-disk-'));
  letter = join(folder, 'a.txt');
  fs.writeFileSync(letter, 'before, and longer');
});
afterEach(() => {
  faults.clear();
  fs.rmSync(folder, { recursive: true });
});

const read = (path: string) => fs.readFileSync(path, 'utf8');
const replace = (path: string, confirm?: () => void) => replaceFile(path, Buffer.from('after'), confirm);
const names = () => fs.readdirSync(folder).sort();

describe('replaceFile', () => {
  it('gives the file a new inode, its mode and nothing beside it', () => {
    fs.chmodSync(letter, 0o640);
    const { ino } = fs.statSync(letter);
    replace(letter);
    expect(read(letter)).toBe('after');
    expect(fs.statSync(letter).ino).not.toBe(ino);
    expect(fs.statSync(letter).mode & 0o777).toBe(0o640);
    expect(names()).toEqual(['a.txt']);
  });

  it.runIf(process.getuid?.() === 0)('keeps the owner', () => {
    fs.chownSync(letter, 1234, 4321);
    replace(letter);
    expect(fs.statSync(letter)).toMatchObject({ uid: 1234, gid: 4321 });
  });

  it('creates a file with the mode of any new file', () => {
    const created = join(folder, 'new.txt');
    replace(created);
    fs.writeFileSync(join(folder, 'plain.txt'), '');
    expect(read(created)).toBe('after');
    expect(fs.statSync(created).mode).toBe(fs.statSync(join(folder, 'plain.txt')).mode);
  });

  it('replaces the target of a link, and creates one that is missing', () => {
    for (const [link, target] of [
      ['link', 'a.txt'],
      ['dangling', 'new.txt'],
    ] as const) {
      fs.symlinkSync(target, join(folder, link));
      replace(join(folder, link));
      expect(fs.lstatSync(join(folder, link)).isSymbolicLink()).toBe(true);
      expect(read(join(folder, target))).toBe('after');
    }
  });

  it('writes into a file with hard links, so that all its names keep one content', () => {
    fs.linkSync(letter, join(folder, 'b.txt'));
    replace(letter);
    expect(read(join(folder, 'b.txt'))).toBe('after');
    expect(fs.statSync(letter).nlink).toBe(2);
    expect(names()).toEqual(['a.txt', 'b.txt']);
  });

  it.each([
    ['rename', 'EBUSY'],
    ['rename', 'EXDEV'],
    ['fchown', 'EPERM'],
  ])('writes into the file where %s is refused (%s)', (call, code) => {
    faults.set(call, code);
    const { ino } = fs.statSync(letter);
    replace(letter);
    expect(read(letter)).toBe('after');
    expect(fs.statSync(letter).ino).toBe(ino);
    expect(names()).toEqual(['a.txt']);
  });

  it.each([
    ['write', 'ENOSPC', 'the disk is full'],
    ['fsync', 'EIO', 'EIO'],
    ['rename', 'ENOSPC', 'the disk is full'],
  ])('leaves the file alone when %s fails (%s)', (call, code, message) => {
    faults.set(call, code);
    expect(() => replace(letter)).toThrow(new WriteError(message));
    expect(read(letter)).toBe('before, and longer');
    expect(names()).toEqual(['a.txt']);
  });

  it('names the copy of the previous content when a file with hard links may be damaged', () => {
    fs.linkSync(letter, join(folder, 'b.txt'));
    faults.set('ftruncate', 'EIO');
    expect(() => replace(letter)).toThrow(/^EIO; its previous content is in .*a\.txt\.[0-9a-f]{8}\.bak$/);
    const backup = names().find((name) => name.endsWith('.bak')) ?? '';
    expect(read(join(folder, backup))).toBe('before, and longer');
    expect(names()).toEqual(['a.txt', backup, 'b.txt']);
  });

  it.each([[false], [true]])('leaves the file alone when it is not confirmed (hard link: %s)', (isLinked) => {
    if (isLinked) fs.linkSync(letter, join(folder, 'b.txt'));
    const refuse = () => {
      throw new Error('changed');
    };
    expect(() => replace(letter, refuse)).toThrow('changed');
    expect(read(letter)).toBe('before, and longer');
    expect(names()).toEqual(isLinked ? ['a.txt', 'b.txt'] : ['a.txt']);
  });

  it('refuses what is not a regular file, and a folder that does not exist', () => {
    expect(() => replace(folder)).toThrow(new WriteError('it is a folder'));
    expect(() => replace('/dev/null')).toThrow(new WriteError('it is not a regular file'));
    expect(() => replace(join(folder, 'no/a.txt'))).toThrow(new WriteError('its folder does not exist'));
  });
});

describe('openReplacement', () => {
  it('leaves the file as it is until the content is complete', () => {
    const replacement = openReplacement(letter);
    replacement.write(Buffer.from('af'));
    expect(read(letter)).toBe('before, and longer');
    replacement.write(Buffer.from('ter'));
    replacement.commit();
    replacement.discard();
    expect(read(letter)).toBe('after');
  });

  it('leaves nothing when it is discarded', () => {
    const replacement = openReplacement(join(folder, 'new.txt'));
    replacement.write(Buffer.from('after'));
    replacement.discard();
    replacement.discard();
    expect(names()).toEqual(['a.txt']);
  });
});

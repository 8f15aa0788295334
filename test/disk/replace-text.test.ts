// Several processes that change one file at once.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../server/src/disk/lock';
import { replaceText } from '../../server/src/disk/replace-text';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-lock-'));
  file = join(folder, '.imr/suppressions.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('replaceText', () => {
  it('writes only over the text that it was told of', async () => {
    expect(await replaceText(file, '', 'one')).toBe(true);
    expect(await replaceText(file, '', 'two')).toBe(false);
    expect(await replaceText(file, 'one', 'two')).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('two');
    expect(readdirSync(join(folder, '.imr'))).toEqual(['suppressions.json']);
  });

  it('waits for who writes the file now, and sees what that one wrote', async () => {
    await replaceText(file, '', 'one');
    writeFileSync(`${file}.lock`, '');
    const waiting = replaceText(file, 'one', 'mine');
    await setTimeout(100);
    expect(readFileSync(file, 'utf8')).toBe('one');
    writeFileSync(file, 'theirs');
    rmSync(`${file}.lock`);
    expect(await waiting).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe('theirs');
  });
});

describe('withLock', () => {
  it('takes over what a process left behind', async () => {
    const old = join(folder, 'a.json');
    writeFileSync(`${old}.lock`, '');
    utimesSync(`${old}.lock`, 0, 0);
    expect(await withLock(old, () => existsSync(`${old}.lock`))).toBe(true);
    expect(existsSync(`${old}.lock`)).toBe(false);
  });

  it('is given back when the work fails', async () => {
    const target = join(folder, 'a.json');
    const failing = withLock(target, () => {
      throw new Error('failed');
    });
    await expect(failing).rejects.toThrow('failed');
    expect(await withLock(target, () => 'done')).toBe('done');
  });
});

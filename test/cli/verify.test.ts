import { describe, expect, it } from 'vitest';
import { openDesk } from './imr';
import { soundLetter, unconcludedLetter } from './letters';
import { recordOf } from './saved-check';

const desk = openDesk();

describe('imr verify', { timeout: 60_000 }, () => {
  it('says that a letter is unchanged, also when its record is ticked', () => {
    const record = recordOf(unconcludedLetter, 'a_b.imr.txt');
    desk.write('signed/a_b.imr.txt', unconcludedLetter);
    desk.write('signed/a_b.check.md', record.replaceAll('- [ ]', '- [x]'));
    const out = 'signed/a_b.check.md: a_b.imr.txt is unchanged since the check\n';
    expect(desk.imr(['verify', 'signed/a_b.check.md'])).toEqual({ code: 0, out, err: '' });
  });

  it('tells of a letter that has changed, of a lost one, and of what is no record, and takes the gravest code', () => {
    desk.write('a.imr.txt', soundLetter);
    desk.write('a.check.md', recordOf(unconcludedLetter, 'a.imr.txt'));
    desk.write('b.check.md', recordOf(soundLetter, 'b.imr.txt'));
    desk.write('c.check.md', '# Check before signing: a.imr.txt\n');
    const changed = desk.imr(['verify', 'a.check.md']);
    expect(changed.code).toBe(1);
    expect(changed.out).toMatch(
      /^a\.check\.md: a\.imr\.txt is changed since the check: .*No longer open: Error IMR301/,
    );
    const { code, out, err } = desk.imr(['verify', 'a.check.md', 'b.check.md', 'c.check.md', 'd.check.md']);
    expect(code).toBe(2);
    expect(out).toBe(changed.out);
    expect(err.split('\n')).toEqual([
      'imr: b.check.md: letter not found: b.imr.txt',
      'imr: c.check.md: is not a check saved before signing',
      'imr: d.check.md: no such file or folder',
      '',
    ]);
  });

  it('tells of a record whose verdict was edited', () => {
    desk.write('e.imr.txt', unconcludedLetter);
    desk.write(
      'e.check.md',
      recordOf(unconcludedLetter, 'e.imr.txt').replace(/^\*\*Not.*$/m, '**Ready to sign: no open points.**'),
    );
    const { code, out } = desk.imr(['verify', 'e.check.md']);
    expect(code).toBe(1);
    expect(out).toContain('is unchanged since the check, but other things are found in it: The verdict was "Ready');
  });

  it('reads no letter outside of the folder of its record', () => {
    desk.write('f.imr.txt', soundLetter);
    desk.write('deep/f.check.md', recordOf(soundLetter, '../f.imr.txt'));
    expect(desk.imr(['verify', 'deep/f.check.md']).code).toBe(2);
  });

  it('needs a record', () => {
    expect(desk.imr(['verify'])).toMatchObject({ code: 2, err: expect.stringContaining('imr verify letter.check.md') });
  });
});

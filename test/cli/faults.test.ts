// What goes wrong outside of a letter: disks, links, folders, streams and signals. Each has a stated outcome; see docs/reliability.md.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTerminal } from '../../server/src/cli/terminal';
import { openDesk } from './imr';
import { soundLetter, unconcludedLetter } from './letters';

const desk = openDesk();
const faulty = soundLetter.replace('the records show', 'the the records show');

/** A file system of 64 KB that only the script sees, in the folder `disk`. Needs root. */
const onSmallDisk = (script: string) =>
  desk.shell(`unshare --mount sh -c '
    imr() { "${process.execPath}" "${desk.cli}" "$@"; }
    mount -t tmpfs -o size=64k tmpfs disk || exit 99
    ${script}'`);

const mayMount = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
if (!mayMount) console.warn('SKIPPED: no file system can be mounted here; a full and a read-only disk are not tested');

describe('a disk', { timeout: 60_000 }, () => {
  it.skipIf(!mayMount)('that is full leaves the letter and the report as they were, and says so in a line each', () => {
    mkdirSync(join(desk.folder, 'disk'));
    desk.write('faulty.txt', faulty);
    const run = onSmallDisk(`
      cp faulty.txt disk/a.txt; echo old > disk/report.json
      dd if=/dev/zero of=disk/rest bs=1k count=80 2>/dev/null
      imr fix disk; echo "fix $?"
      imr parse disk/a.txt -o disk/report.json; echo "parse $?"
      cmp faulty.txt disk/a.txt && cat disk/report.json && ls disk`);
    expect(run.out).toBe('fix 2\nparse 2\nold\na.txt\nreport.json\nrest\n');
    expect(run.err).toBe(
      'imr: disk/a.txt: cannot be written: the disk is full\n0 fixed\nimr: disk/report.json: cannot be written: the disk is full\n',
    );
  });

  it.skipIf(!mayMount)('that is read-only is read, and a fix says that it cannot be written', () => {
    desk.write('faulty.txt', faulty);
    const run = onSmallDisk(`
      cp faulty.txt disk/a.txt; mount -o remount,ro disk
      imr fix disk; echo "fix $?"
      imr check -q disk | grep -c IMR502; imr check disk -o disk/r.json; echo "check $?"`);
    expect(run.out).toBe('fix 2\n1\ncheck 2\n');
    expect(run.err).toBe(
      'imr: disk/a.txt: cannot be written: the file system is read-only\n0 fixed\nimr: disk/r.json: cannot be written: the file system is read-only\n',
    );
  });
});

describe('a letter', { timeout: 60_000 }, () => {
  it('that is deleted after it was found is reported, and the others are checked', () => {
    for (const name of ['a', 'b', 'c']) desk.write(`gone/${name}.txt`, unconcludedLetter);
    // A named pipe is opened by its writer when it is read, and then all letters are found.
    const run = desk.shell(
      'cd gone; mkfifo p; (exec 3>p; rm b.txt; cat a.txt >&3) & imr check --jobs 1 p b.txt c.txt; echo "code $?"',
    );
    expect(run.err).toBe('imr: b.txt: no such file or folder\n');
    expect(run.out).toMatch(/^p:.* IMR301/m);
    expect(run.out).toMatch(/^c\.txt:.* IMR301/m);
    expect(run.out).toMatch(/\ncode 2\n$/);
  });

  it('that nobody may read is reported, and the others are checked', () => {
    desk.write('secret/a.txt', unconcludedLetter);
    desk.write('secret/b.txt', unconcludedLetter);
    chmodSync(join(desk.folder, 'secret/a.txt'), 0);
    chmodSync(join(desk.folder, '..'), 0o755);
    const isRoot = process.getuid?.() === 0;
    const as = isRoot ? 'setpriv --reuid 65534 --clear-groups ' : '';
    const run = desk.shell(`${as}"${process.execPath}" "${desk.cli}" check secret`);
    expect(run.code).toBe(2);
    expect(run.err).toBe('imr: secret/a.txt: no permission to read it\n');
    expect(run.out).toMatch(/^secret\/b\.txt:.* IMR301/m);
  });

  it('with a name that is too long for the disk is reported', () => {
    const name = `${'a'.repeat(300)}.txt`;
    expect(desk.imr(['check', '-q', name])).toEqual({ code: 2, out: '', err: `imr: ${name}: its name is too long\n` });
  });
});

describe('links', { timeout: 60_000 }, () => {
  it('in a circle are reported, and a folder that contains itself is searched once', () => {
    desk.write('circle/a.txt', unconcludedLetter);
    symlinkSync('two.txt', join(desk.folder, 'circle/one.txt'));
    symlinkSync('one.txt', join(desk.folder, 'circle/two.txt'));
    symlinkSync('.', join(desk.folder, 'circle/self'));
    expect(desk.imr(['check', '-q', 'circle/one.txt'])).toEqual({
      code: 2,
      out: '',
      err: 'imr: circle/one.txt: its links go in a circle\n',
    });
    const run = desk.imr(['check', 'circle']);
    expect(run.code).toBe(2);
    expect(run.out).toContain('1 letter checked');
    expect(run.err).toBe(
      'imr: circle/one.txt: a link to a file that does not exist\nimr: circle/two.txt: a link to a file that does not exist\n',
    );
  });
});

describe('the current folder', { timeout: 60_000 }, () => {
  it.each(['check', 'stats', 'fix'])('that was deleted is one line: imr %s', (command) => {
    const run = desk.shell(`mkdir away && cd away && rmdir ../away && imr ${command}`);
    expect(run).toEqual({ code: 2, out: '', err: 'imr: the current folder no longer exists\n' });
  });
});

describe('standard streams', { timeout: 60_000 }, () => {
  it('that are closed change no exit code', () => {
    desk.write('a.txt', unconcludedLetter);
    expect(desk.shell('imr check a.txt >&-')).toEqual({ code: 1, out: '', err: '' });
    expect(desk.shell('imr check -q no.txt 2>&-')).toEqual({ code: 2, out: '', err: '' });
    expect(desk.shell('imr check -q a.txt <&-').code).toBe(1);
  });

  it('carry findings on one, and what is wrong with files on the other', () => {
    desk.write('a.txt', unconcludedLetter);
    expect(desk.shell('imr check a.txt no.txt 2>/dev/null').out).toMatch(/^a\.txt:.*IMR301/m);
    expect(desk.shell('imr check a.txt no.txt >/dev/null').err).toBe('imr: no.txt: no such file or folder\n');
  });

  it.each([
    [{}, true],
    [{ TERM: 'dumb' }, false],
    [{ NO_COLOR: '1' }, false],
    [{ TERM: 'dumb', FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '0' }, false],
  ])('at a terminal with %j have colors: %s', (env, isColored) => {
    const written: unknown[] = [];
    const stdout = { isTTY: true, columns: 80, write: (text: unknown) => written.push(text) };
    const stderr = { write: () => undefined };
    const host = { stdin: (async function* () {})(), stdout, stderr, env, threadModule: '' };
    expect(openTerminal({}, host).colors.isColorSupported).toBe(isColored);
  });

  it('leave a command that waits for them to Ctrl+C, which is 130 in a shell and says nothing', async () => {
    const child = spawn(process.execPath, [desk.cli, 'check', '-'], { cwd: desk.folder });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
    // More than a pipe holds: it has been read when this is over.
    await new Promise((resolve) => child.stdin.write('a line of a letter\n'.repeat(20_000), resolve));
    child.kill('SIGINT');
    expect(await ended).toEqual({ code: null, signal: 'SIGINT' });
    expect(output).toBe('');
  });
});

// However many threads check, what is printed is the same, byte for byte.
import { beforeAll, describe, expect, it } from 'vitest';
import { fictionalLetters, sampleLetters } from '../letters/fictional';
import { openDesk, type Run } from './imr';
import { soundLetter, unconcludedLetter } from './letters';

const desk = openDesk();
const check = (jobs: string, ...args: string[]): Run =>
  desk.imr(['check', 'many', '--jobs', jobs, '--min-severity', 'hint', ...args], { input: unconcludedLetter });

beforeAll(() => {
  for (const { name, text } of [...sampleLetters(), ...fictionalLetters()]) desk.write(`many/${name}`, text);
  for (let i = 0; i < 10; i++) desk.write(`many/${i}.txt`, i % 3 === 0 ? soundLetter : unconcludedLetter);
  desk.write('many/broken.imr', new Uint8Array([0, 1, 2, 3, 0, 0]));
  desk.write('many/left-out.txt', unconcludedLetter);
  desk.write('many/.imr.yaml', 'ignore: [left-out.txt]\nrules: {no-such-rule: error}\n');
  desk.write('many/deep/.imr.yaml', 'rules: {missing-conclusion: hint}\n');
  desk.write('many/deep/a.txt', unconcludedLetter);
});

describe('imr check --jobs', { timeout: 120_000 }, () => {
  it.each(['text', 'json', 'ndjson', 'sarif', 'junit', 'github', 'csv', 'html'])('prints the same %s', (format) => {
    const alone = check('1', '--format', format, '-');
    expect(alone.code).toBe(2);
    expect(alone.out).toContain('IMR301');
    expect(alone.err).toContain('broken.imr');
    for (const jobs of ['2', '3']) expect(check(jobs, '--format', format, '-')).toEqual(alone);
  });

  it('writes and reads the same baseline', () => {
    const written = (jobs: string) => {
      check(jobs, '--write-baseline', `baseline-${jobs}.json`);
      return desk.read(`baseline-${jobs}.json`);
    };
    expect(written('2')).toBe(written('1'));
    const [alone, both] = ['1', '2'].map((jobs) => check(jobs, '--baseline', 'baseline-1.json', '--format', 'sarif'));
    expect(alone?.out).toContain('"baselineState":"unchanged"');
    expect(both).toEqual(alone);
  });

  it('counts the same for imr stats', () => {
    const stats = (jobs: string) => desk.imr(['stats', 'many', '--jobs', jobs, '--format', 'json']);
    expect(stats('2')).toEqual(stats('1'));
  });

  it('takes a number from 1 on', () => {
    for (const jobs of ['0', '-1', 'two', '1.5']) {
      const { code, err } = desk.imr(['check', 'many', `--jobs=${jobs}`]);
      expect([code, err]).toEqual([2, `imr: --jobs ${jobs}: not a number from 1 on\n`]);
    }
  });

  it('says what is wrong with a baseline before any thread is started', () => {
    const { code, out, err } = check('2', '--baseline', 'none.json', '--format', 'json');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('none.json: no such file');
  });
});

import { describe, expect, it } from 'vitest';
import { openDesk } from './imr';
import { soundLetter, unconcludedLetter } from './letters';

const desk = openDesk();
const log = (...args: string[]) => desk.imr(['stats', '--format', 'csv', ...args]);

/** RFC 4180, read strictly. */
function readCsv(text: string): string[][] {
  const rows = text.split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  expect(rows.pop()).toBe('');
  return rows.map((row) =>
    [...row.matchAll(/("(?:[^"]|"")*"|[^",]*)(?:,|$)/g)]
      .map(([, field = '']) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field))
      .slice(0, 11),
  );
}

describe('imr stats --format csv', { timeout: 60_000 }, () => {
  it('has a row a decision', () => {
    desk.write('a/a.txt', unconcludedLetter);
    desk.write('a/b.txt', soundLetter);
    const { code, out, err } = log('a');
    expect([code, err]).toEqual([0, '']);
    const [head, first, second, ...rest] = readCsv(out);
    expect(rest).toEqual([]);
    expect(head?.join()).toBe(
      'path,case number,form,decision,item,outcome,class,guidelines,conclusion,open points,codes',
    );
    expect(second?.slice(0, 6)).toEqual([...['a/b.txt', 'CM17-0999999', '2015', '1', 'Norco 10/325mg #60', 'Upheld']]);
    expect(second?.slice(8)).toEqual(['not necessary', '0', '']);
    expect(first?.[6]).toMatch(/^Opioid/i);
    expect(first?.[7]).toContain('Opioid');
    expect(first?.slice(8)).toEqual(['', '1', 'IMR301']);
  });

  it('is the same in several threads, and counts what --min-severity leaves', () => {
    expect(log('a', '--jobs', '2')).toEqual(log('a'));
    expect(log('a', '--min-severity', 'error').out).toContain('1,IMR301');
  });

  it('gives a spreadsheet no formula', () => {
    desk.write('b/=1+1.txt', soundLetter.replaceAll('Norco', '=HYPERLINK("http://x","Norco")'));
    desk.write('b/@sum.txt', soundLetter.replaceAll('Norco', '@SUM(A1)'));
    const out = desk.shell('cd b && imr stats --format csv "=1+1.txt" "@sum.txt"').out;
    const rows = readCsv(out).slice(1);
    expect(rows.map(([path]) => path)).toEqual(["'=1+1.txt", "'@sum.txt"]);
    expect(rows.map((row) => row[4]?.slice(0, 5))).toEqual(["'=HYP", "'@SUM"]);
    expect(rows.flat().filter((field) => /^[=+\-@\t\r\n]/.test(field))).toEqual([]);
  });
});

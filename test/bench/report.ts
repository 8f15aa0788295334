import type { Comparison } from './baseline';
import type { Figure } from './figure';

/** The figures as a table: what was measured, what it was, what it is to be. */
export function asTable(compared: readonly Comparison[], title: string): string {
  const head = ['', 'measured', 'baseline', 'target', '', ''];
  const rows = compared.map((each) => [
    each.name,
    `${asNumber(each.value)} ${each.unit}`,
    each.baseline === undefined ? '' : asNumber(each.baseline),
    each.target === undefined ? '' : asNumber(each.target),
    [isReached(each) ? 'reached' : '', each.verdict === 'worse' ? 'WORSE' : ''].join(' ').trim(),
    each.note ?? '',
  ]);
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) =>
      column % 5 === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
  return [title, '', ...all.map((row) => line(row).join('  ').trimEnd())].join('\n');
}

function isReached({ value, target, isMoreBetter }: Figure): boolean {
  return target !== undefined && (isMoreBetter ? value >= target : value <= target);
}

function asNumber(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

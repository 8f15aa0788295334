import { matchesIn } from '../matches';
import type { LineMark } from './line-mark';

const runs = /\*+|_+|`+/g;
const longestRun = 3;
const escapes = /\\(?=[\\`*_{}[\]()#+\-.!>|~$:])/g;
const farthest = 2000;

/** Marks of emphasis and code in pairs, and backslashes before punctuation, in order. */
export function markdownMarks(text: string): LineMark[] {
  const marks: LineMark[] = [];
  const add = (start: number, end: number): void => {
    marks.push({ start, end, text: '', kind: 'Markdown mark' });
  };
  const open = new Map<string, number>();
  for (const { 0: mark, index } of matchesIn(text, runs)) {
    const end = index + mark.length;
    if (mark.length > longestRun || text.charAt(index - 1) === '\\') continue;
    const opened = open.get(mark);
    const isFar = opened !== undefined && (index - opened > farthest || holdsEmptyLine(text, opened, index));
    if (opened !== undefined && !isFar && mayClose(text, mark, opened, index)) {
      add(opened, opened + mark.length);
      add(index, end);
      open.delete(mark);
    } else if (mayOpen(text, mark, index, end)) open.set(mark, index);
    else if (isFar) open.delete(mark);
  }
  for (const { index } of matchesIn(text, escapes)) add(index, index + 1);
  return marks.sort((a, b) => a.start - b.start);
}

function mayOpen(text: string, mark: string, start: number, end: number): boolean {
  const behind = text.charAt(end);
  if (behind === '' || /\s/.test(behind)) return false;
  const before = text.charAt(start - 1);
  // Two stars bear no other meaning; one of them, and a low line, only at a word's edge.
  return mark.startsWith('**') || before === '' || /[\s(["'“‘>*_|:/-]/.test(before);
}

function mayClose(text: string, mark: string, opened: number, start: number): boolean {
  // Two stars close behind a space as well, on the line that they were opened on.
  if (/\s/.test(text.charAt(start - 1))) return mark === '**' && !/[\n\r]/.test(text.slice(opened, start));
  return mark.startsWith('**') || !/[A-Za-z\d]/.test(text.charAt(start + mark.length));
}

function holdsEmptyLine(text: string, start: number, end: number): boolean {
  return /[\n\r][ \t>]*[\n\r]{1,2}[ \t>]*[\n\r]|\n[ \t>]*\n/.test(text.slice(start, end));
}

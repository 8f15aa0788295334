import { isBlank, type LineMark } from './line-mark';
import type { SourceLine } from './source-lines';

const endMark = /(?<![ \t])[ \t]*[\\¶↵⏎][ \t]*$/;
const fewest = 6;
const fence = /^(?:`{3,}|~{3,})[ \t]*\w{0,12}$/;
const spacedOut = /^[A-Z](?: {1,4}[A-Z,&()]){6,} *$/;

/** What an editor shows, or Markdown writes, where lines end; on at least half of the lines, so that it belongs to none of them. */
export function takeLineEnds(text: string, lines: readonly SourceLine[]): LineMark[] {
  const filled = lines.filter((line) => !isBlank(line));
  const marks = filled.flatMap(({ content, end }): LineMark[] => {
    const from = Math.max(content, end - 20);
    const found = endMark.exec(text.slice(from, end));
    return found ? [{ start: from + found.index, end, text: '', kind: 'line-end mark' }] : [];
  });
  return marks.length >= fewest && marks.length * 2 >= filled.length ? marks : [];
}

/** The fences of a code block. */
export function takeFences(text: string, lines: readonly SourceLine[]): LineMark[] {
  return lines.flatMap((line): LineMark[] => {
    const { content: start, end } = line;
    if (isBlank(line) || !fence.test(text.slice(start, Math.min(end, start + 40)).trimEnd())) return [];
    line.content = end;
    return [{ start, end, text: '', kind: 'Markdown mark' }];
  });
}

/** `C L I N I C A L   C A S E`: capitals that were set apart. */
export function takeSpacing(text: string, lines: readonly SourceLine[]): LineMark[] {
  return lines.flatMap(({ content, end }): LineMark[] => {
    if (end - content < 12 || end - content > 160 || text.charAt(content + 1) !== ' ') return [];
    const shown = text.slice(content, end);
    if (!spacedOut.test(shown)) return [];
    return [...shown.trimEnd().matchAll(/ +/g)].map(({ 0: gap, index }): LineMark => {
      const start = content + index;
      return { start, end: start + gap.length, text: gap.length > 1 ? ' ' : '', kind: 'letter spacing' };
    });
  });
}

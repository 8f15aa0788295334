import { isBlank, type LineMark, take } from './line-mark';
import type { SourceLine } from './source-lines';

const quotePrefix = /^[ \t\u00a0]{0,3}(?:>[ \t\u00a0]?)+/;
/** `JD> `, as some mail programs say who wrote a line; also before another quote. */
const namedPrefix = /^[ \t]{0,3}(?:[A-Z][A-Za-z]{0,11}>[ \t]?)+(?:>[ \t]?)*/;
/** Up to three marks that are no letters: a comment of a program, a line of a terminal, an added line of a comparison. */
const otherPrefix = /^[ \t]{0,3}(?:&gt;|[^\sA-Za-z\d]{1,3})(?:[ \t]|(?=[A-Za-z\d(])|$)/;
const fewestAlike = 6;

/** Lines that begin with a `>` of mail, or with initials and one: runs of three and more, so that no comparison is one. */
export function takeQuotes(text: string, lines: readonly SourceLine[]): LineMark[] {
  const marks: LineMark[] = [];
  const prefixes = lines.map((line) => {
    const head = text.slice(line.content, Math.min(line.end, line.content + 80));
    return (quotePrefix.exec(head) ?? namedPrefix.exec(head))?.[0];
  });
  const withText = lines.filter((line) => !isBlank(line)).length;
  let run: number[] = [];
  let filled = 0;
  const close = (): void => {
    if (filled >= 3 || (filled > 0 && filled === withText)) {
      for (const i of run) marks.push(take(lines[i] as SourceLine, prefixes[i] ?? '', 'quote'));
    }
    run = [];
    filled = 0;
  };
  lines.forEach((line, i) => {
    const prefix = prefixes[i];
    if (prefix !== undefined) {
      run.push(i);
      if (line.content + prefix.trimEnd().length < line.end) filled++;
    } else if (!isBlank(line)) close();
  });
  close();
  return marks;
}

/** What every line begins with, whatever it is: it can be no part of what they say. */
export function takeCommonPrefix(text: string, lines: readonly SourceLine[]): LineMark[] {
  const filled = lines.filter((line) => !isBlank(line));
  const [first] = filled;
  if (!first || filled.length < fewestAlike) return [];
  const mark = otherPrefix.exec(text.slice(first.content, first.content + 12))?.[0].trim();
  if (!mark) return [];
  const bears = (line: SourceLine): boolean => text.startsWith(mark, line.content);
  if (filled.some((line) => !bears(line))) return [];
  return filled.map((line) => {
    const behind = line.content + mark.length;
    return take(
      line,
      text.slice(line.content, behind < line.end && /[ \t]/.test(text.charAt(behind)) ? behind + 1 : behind),
      kindOf(mark),
    );
  });
}

function kindOf(mark: string): LineMark['kind'] {
  return /^[-*+•–—]$/.test(mark) ? 'bullet' : 'quote';
}

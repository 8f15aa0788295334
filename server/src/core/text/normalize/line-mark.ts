import type { Replacement } from '../offset-map';
import type { SourceLine } from './source-lines';

/** What a mail program, an editor or a list puts before lines, or between the cells of a table. */
export type LineMarkKind =
  | 'quote'
  | 'line number'
  | 'bullet'
  | 'table mark'
  | 'Markdown mark'
  | 'HTML mark'
  | 'mail code'
  | 'line-end mark'
  | 'letter spacing'
  | 'signature';

/** A mark and what is read for it, in offsets of the source. */
export interface LineMark extends Replacement {
  readonly kind: LineMarkKind;
}

/** Takes what a line begins with off it. */
export function take(line: SourceLine, prefix: string, kind: LineMarkKind): LineMark {
  const start = line.content;
  line.content = Math.min(line.end, start + prefix.length);
  return { start, end: line.content, text: '', kind };
}

export function isBlank({ content, end }: SourceLine): boolean {
  return content >= end;
}

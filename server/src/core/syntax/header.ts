import type { Span } from '../text/span';
import type { Form, HeaderKey } from './form';
import { patternsOf } from './form-patterns';
import type { NodeDraft } from './tree';

interface HeaderLabel extends Span {
  readonly key: HeaderKey;
}

/**
 * The case header: a table of labels and values before the first heading. Values stand behind their label on its line; where the
 * extraction wrote all labels first, they follow in the labels' order. Undefined when `source[within]` holds no label.
 */
export function parseHeader(source: string, within: Span, form: Form): NodeDraft | undefined {
  const labels = findHeaderLabels(source, within, form);
  const first = labels[0];
  const last = labels.at(-1);
  if (!first || !last) return undefined;
  const values = labels.map((label, i) => valueBehind(source, label.end, labels[i + 1]?.start ?? within.end));
  if (labels.length > 2 && values.slice(0, -1).every((v) => v.start === v.end))
    takeColumn(source, last.end, within.end, values);
  const rows = labels.flatMap((label, i): NodeDraft[] => [
    { kind: 'header-label', role: label.key, start: label.start, end: label.end },
    { kind: 'header-value', role: label.key, ...(values[i] as Span) },
  ]);
  rows.push(...splitLabelRests(source, within, rows));
  rows.sort((a, b) => a.start - b.start || a.end - b.end);
  return { kind: 'header', start: first.start, end: Math.max(...rows.map((row) => row.end)), children: rows };
}

function findHeaderLabels(source: string, within: Span, form: Form): HeaderLabel[] {
  const text = source.slice(within.start, within.end);
  const labels: HeaderLabel[] = [];
  for (const { key, pattern } of patternsOf(form).headerRows) {
    const match = pattern.exec(text);
    if (match)
      labels.push({ key, start: within.start + match.index, end: within.start + match.index + match[0].length });
  }
  return labels.sort((a, b) => a.start - b.start);
}

/** To the line's end, the next label, the rest of a split one or a gap of three spaces, whichever comes first. */
function valueBehind(source: string, from: number, until: number): Span {
  const line = /^[ \t\u00a0]*([^\r\n\f]*)/.exec(source.slice(from, until));
  const start = from + (line?.[0].length ?? 0) - (line?.[1]?.length ?? 0);
  const text = (line?.[1] ?? '').split(/\s{3}|\t|\sReceived:/, 1)[0]?.trimEnd() ?? '';
  return { start, end: start + text.length };
}

function takeColumn(source: string, from: number, until: number, values: Span[]): void {
  const cells = [...source.slice(from, until).matchAll(/\S[^\r\n\f]*/g)].map((m) => ({
    start: from + m.index,
    end: from + m.index + m[0].trimEnd().length,
  }));
  if (cells.length < values.length) return;
  for (let i = 0; i < values.length; i++) values[i] = cells[i] as Span;
}

/** The `Received:` that the extraction left behind the value of `Application`. */
function splitLabelRests(source: string, within: Span, rows: readonly NodeDraft[]): NodeDraft[] {
  const last = Math.max(...rows.map((row) => row.end));
  const rest = /^\s{1,400}(Received:)/.exec(source.slice(last, within.end));
  if (!rest?.[1]) return [];
  const end = last + rest[0].length;
  return [{ kind: 'header-label', role: 'applicationReceived', start: end - rest[1].length, end }];
}

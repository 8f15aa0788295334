import type { Span } from '../text/span';
import type { Form, HeaderKey } from './form';
import { patternsOf } from './form-patterns';
import type { NodeDraft } from './tree';

interface HeaderLabel extends Span {
  readonly key: HeaderKey;
}

/**
 * The case header: a table of labels and values before the first heading. A value is behind its label on its line or in the cells
 * that follow, line by line: directly, or behind other labels that wait for a value as well. Undefined when `source[within]` holds
 * no label.
 */
export function parseHeader(source: string, within: Span, form: Form): NodeDraft | undefined {
  const labels = findHeaderLabels(source, within, form);
  const first = labels[0];
  if (!first) return undefined;
  const values = findValues(source, within, labels);
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
  for (const { key, patterns } of patternsOf(form).headerRows) {
    const match = patterns.reduce<RegExpExecArray | null>((found, pattern) => found ?? pattern.exec(text), null);
    if (match)
      labels.push({ key, start: within.start + match.index, end: within.start + match.index + match[0].length });
  }
  return labels.sort((a, b) => a.start - b.start);
}

/** One value for each label, empty where none is found. */
function findValues(source: string, within: Span, labels: readonly HeaderLabel[]): Span[] {
  const values = labels.map(({ end }) => ({ start: end, end }));
  /** Labels without a value so far. */
  const waiting = new Set<number>();
  labels.forEach((label, i) => {
    const until = labels[i + 1]?.start ?? within.end;
    const onLine = valueBehind(source, label.end, until);
    values[i] = onLine;
    if (onLine.start === onLine.end) waiting.add(i);
    if (waiting.size === 0) return;
    for (const cell of cellsIn(source, onLine.end, until)) {
      const kind = kindOf(source.slice(cell.start, cell.end));
      const taker = [...waiting].find((each) => kindOfKey(labels[each]?.key) === kind);
      if (taker === undefined) break;
      values[taker] = cell;
      waiting.delete(taker);
    }
  });
  return values;
}

/** What a label that was set apart from its colon, or led to its value by dots, leaves before the value. */
const leader = '(?::[ \\t\\u00a0]*)?(?:\\.{3,}[ \\t\\u00a0]*)?';
const restOfLine = new RegExp(`^[ \\t\\u00a0]*${leader}([^\\r\\n\\f]*)`);

/** To the line's end, the next label, the rest of a split one or a gap of three spaces, whichever comes first. */
function valueBehind(source: string, from: number, until: number): Span {
  const line = restOfLine.exec(source.slice(from, until));
  const start = from + (line?.[0].length ?? 0) - (line?.[1]?.length ?? 0);
  const text = (line?.[1] ?? '').split(/\s{3}|\t|\sReceived:/, 1)[0]?.trimEnd() ?? '';
  return { start, end: start + text.length };
}

/** The lines of cells up to the first line that is too long for one. */
function* cellsIn(source: string, from: number, until: number): Generator<Span> {
  for (const { 0: line, index } of source.slice(from, until).matchAll(/[^\r\n\f\t]+/g)) {
    const text = line.replace(/^\s*:/, '').trim();
    if (text === '' || text === 'Received:') continue;
    if (text.length > longestCell) return;
    const start = from + index + line.length - line.replace(/^\s*:?\s*/, '').length;
    yield { start, end: start + text.length };
  }
}

const longestCell = 40;

type CellKind = 'case' | 'date' | 'word';

function kindOf(cell: string): CellKind | undefined {
  if (/^\d[\d/.-]*$/.test(cell)) return 'date';
  if (/^[A-Z]{1,4}\d/.test(cell)) return 'case';
  return /^[A-Za-z-]{3,20}$/.test(cell) ? 'word' : undefined;
}

function kindOfKey(key: HeaderKey | undefined): CellKind {
  if (key === 'caseNumber') return 'case';
  return key === 'priority' ? 'word' : 'date';
}

/** The `Received:` that the extraction left behind the value of `Application`. */
function splitLabelRests(source: string, within: Span, rows: readonly NodeDraft[]): NodeDraft[] {
  const last = Math.max(...rows.map((row) => row.end));
  const rest = /^\s{1,400}(Received:)/.exec(source.slice(last, within.end));
  if (!rest?.[1]) return [];
  const end = last + rest[0].length;
  return [{ kind: 'header-label', role: 'applicationReceived', start: end - rest[1].length, end }];
}

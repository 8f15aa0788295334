import { openPointsTitle } from './signing-card';
import { noMarks, pointKeys, type SigningMarks, unplaced } from './signing-marks';

/** What a saved check says; marks of Markdown are taken away. */
export interface SavedCheck {
  /** File name of the letter. */
  readonly name: string;
  readonly verdict: string;
  /** 64 hexadecimal digits, of the text in UTF-8. */
  readonly sha256: string;
  /** The open points; undefined in a check saved before there was a list of them. */
  readonly points: readonly string[] | undefined;
  /** What a person has ticked and signed in it. */
  readonly marks: SigningMarks;
  /** The table of decisions, its head first; empty where there is none. */
  readonly table: readonly (readonly string[])[];
}

/** Reads a record that `signingRecord` wrote, ticked or not; undefined for any other text. */
export function readSavedCheck(text: string): SavedCheck | undefined {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const first = (pattern: RegExp): string | undefined => {
    for (const line of lines) {
      const found = pattern.exec(line)?.[1];
      if (found !== undefined) return plain(found);
    }
    return undefined;
  };
  const name = first(/^# Check before signing: (.+)$/);
  const verdict = first(/^\*\*(.+)\*\*$/);
  const sha256 = first(/^[-*+] \*\*SHA-256 of the text in UTF-8:\*\* ([\da-f]{64})$/);
  if (name === undefined || verdict === undefined || sha256 === undefined) return undefined;
  const open = openPartOf(lines);
  const boxes = open?.flatMap(boxOf);
  const marks = boxes ? marksOf(open ?? [], boxes) : noMarks;
  return { name, verdict, sha256, points: boxes?.map(({ point }) => point), marks, table: tableOf(lines) };
}

/** The lines under the title of the open points; undefined without one. */
function openPartOf(lines: readonly string[]): readonly string[] | undefined {
  const start = lines.indexOf(`## ${openPointsTitle}`);
  if (start < 0) return undefined;
  const end = lines.findIndex((line, i) => i > start && line.startsWith('## '));
  return lines.slice(start, end < 0 ? undefined : end);
}

interface Box {
  readonly point: string;
  readonly isTicked: boolean;
}

function boxOf(line: string): Box[] {
  const [, mark, point] = /^[-*+] \[([ xX])\] (.+)$/.exec(line) ?? [];
  return point === undefined ? [] : [{ point: plain(point), isTicked: mark !== ' ' }];
}

function marksOf(lines: readonly string[], boxes: readonly Box[]): SigningMarks {
  const keys = pointKeys(boxes.map(({ point }) => point));
  const ticked = keys.filter((_, i) => boxes[i]?.isTicked);
  for (const line of lines) {
    const date = line.startsWith(initialsLabel) ? line.indexOf(dateLabel, initialsLabel.length) : -1;
    if (date < 0) continue;
    const initials = line.slice(initialsLabel.length, date);
    return { ticked, initials: written(initials), date: written(line.slice(date + dateLabel.length)) };
  }
  return { ...noMarks, ticked };
}

const initialsLabel = 'Initials: ';
const dateLabel = ' Date: ';

/** Words on a dotted line. */
function written(words: string): string {
  return plain(words.replace(/\.{5,}/g, '').trim());
}

function tableOf(lines: readonly string[]): string[][] {
  const start = lines.findIndex((line) => line.startsWith('|'));
  if (start < 0) return [];
  const end = lines.findIndex((line, i) => i > start && !line.startsWith('|'));
  const rows = lines.slice(start, end < 0 ? undefined : end).map(cellsOf);
  // The second row parts the head from the rest.
  return rows.filter((_, i) => i !== 1);
}

function cellsOf(row: string): string[] {
  const inner = row.trim().slice(1, -1);
  return inner.split(/(?<!\\)\|/).map((cell) => plain(cell.trim()));
}

/** Words without `**` around them and without the signs that keep marks from being marks. */
function plain(markdown: string): string {
  return markdown.replace(/(?<!\\)\*\*/g, '').replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** How a check differs from the one that was saved. */
export interface CheckChanges {
  /** The text has another hash. */
  readonly isTextChanged: boolean;
  /** Sentences about what is found now and what was found then. */
  readonly found: readonly string[];
  /** All of it in sentences; empty where nothing has changed. */
  readonly all: readonly string[];
}

/** `unchanged since the check`, or what is changed, without a stop. */
export function changesInWords({ isTextChanged, found }: CheckChanges): string {
  if (isTextChanged)
    return `changed since the check${found.length > 0 ? `: ${found.join('; ')}` : ', with the same findings'}`;
  if (found.length === 0) return 'unchanged since the check';
  return `unchanged since the check, but other things are found in it: ${found.join('; ')}`;
}

/** Compares two records; undefined where one is none. Points are the same wherever their line is now. */
export function changesSince(saved: string, now: string): CheckChanges | undefined {
  const [before, after] = [readSavedCheck(saved), readSavedCheck(now)];
  if (!before || !after) return undefined;
  const isTextChanged = before.sha256 !== after.sha256;
  const found = [
    ...(before.verdict === after.verdict ? [] : [`The verdict was "${before.verdict}" and is "${after.verdict}"`]),
    ...(before.points ? [...tableChanges(before.table, after.table), ...pointChanges(before, after)] : []),
  ];
  return { isTextChanged, found, all: [...(isTextChanged ? ['The text of the letter.'] : []), ...found] };
}

function pointChanges({ points: before = [] }: SavedCheck, { points: after = [] }: SavedCheck): string[] {
  return [
    ...without(before, after).map((point) => `No longer open: ${point}`),
    ...without(after, before).map((point) => `New: ${point}`),
  ];
}

/** Those of `points` that `others` lack; of two that are alike each needs one of its own. */
function without(points: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const other of others.map(unplaced)) left.set(other, (left.get(other) ?? 0) + 1);
  return points.filter((point) => {
    const n = left.get(unplaced(point)) ?? 0;
    left.set(unplaced(point), n - 1);
    return n <= 0;
  });
}

function tableChanges(before: SavedCheck['table'], after: SavedCheck['table']): string[] {
  const [old, now] = [rowsByItem(before), rowsByItem(after)];
  const [oldHead = [], head = []] = [before[0], after[0]];
  return [
    ...[...old.keys()].filter((item) => !now.has(item)).map((item) => `No longer decided: ${item}`),
    ...[...now].flatMap(([item, cells]) => {
      const was = old.get(item);
      if (!was) return [`New decision: ${item}`];
      return cells.flatMap((cell, i) => {
        const title = head[i] ?? '';
        const old = was[oldHead.indexOf(title)];
        // Checks saved by other versions may have the columns in another order, or others.
        if (i === 0 || old === undefined || cell === old) return [];
        return [`${item}, ${title.toLowerCase()}: was "${old}", is "${cell}"`];
      });
    }),
  ];
}

/** By the item without its number; of items that are alike the second and later have a number of their own. */
function rowsByItem([, ...rows]: SavedCheck['table']): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const row of rows) {
    const item = row[0]?.replace(/^\d+\. /, '') ?? '';
    let key = item;
    for (let n = 2; found.has(key); n++) key = `${item} (${n})`;
    found.set(key, row);
  }
  return found;
}

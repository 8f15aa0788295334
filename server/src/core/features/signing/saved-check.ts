import { openPointsTitle } from './signing-card';

/** What a saved check says; marks of Markdown are taken away. */
export interface SavedCheck {
  /** File name of the letter. */
  readonly name: string;
  readonly verdict: string;
  /** 64 hexadecimal digits, of the text in UTF-8. */
  readonly sha256: string;
  /** The open points; undefined in a check saved before there was a list of them. */
  readonly points: readonly string[] | undefined;
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
  return { name, verdict, sha256, points: pointsOf(lines), table: tableOf(lines) };
}

function pointsOf(lines: readonly string[]): string[] | undefined {
  const start = lines.indexOf(`## ${openPointsTitle}`);
  if (start < 0) return undefined;
  const end = lines.findIndex((line, i) => i > start && line.startsWith('## '));
  return lines
    .slice(start, end < 0 ? undefined : end)
    .flatMap((line) => /^[-*+] \[[ xX]\] (.+)$/.exec(line)?.[1] ?? [])
    .map(plain);
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

/** Without its line and the number of its decision, which change with what stands before. */
function unplaced(point: string): string {
  return point.replace(/^(\w+ \w+), line \d+(?: \(\d+\. )?/, '$1 ');
}

function tableChanges(before: SavedCheck['table'], after: SavedCheck['table']): string[] {
  const [old, now] = [rowsByItem(before), rowsByItem(after)];
  const head = after[0] ?? [];
  return [
    ...[...old.keys()].filter((item) => !now.has(item)).map((item) => `No longer decided: ${item}`),
    ...[...now].flatMap(([item, cells]) => {
      const was = old.get(item);
      if (!was) return [`New decision: ${item}`];
      return cells.flatMap((cell, i) => {
        if (i === 0 || cell === was[i]) return [];
        return [`${item}, ${head[i]?.toLowerCase()}: was "${was[i] ?? ''}", is "${cell}"`];
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

// Commands of a row: go to its place, and the ways to fix it.
import * as vscode from 'vscode';
import { insertRationale } from '../commands/rationale';
import type { ServerLink } from '../server-link';
import { showPlace, toRange } from '../show-place';
import type { BlockOfCursor } from './block-of-cursor';
import type { Row } from './row';
import { showRowCommand } from './row-item';
import type { Rows } from './rows';
import type { ShownLetter } from './shown-letter';

interface Parts {
  readonly link: ServerLink;
  readonly rows: Rows;
  readonly shown: ShownLetter;
  readonly cursor: BlockOfCursor;
  /** Requests the rows again. */
  load(): Promise<void>;
}

export function registerRowCommands(parts: Parts): vscode.Disposable[] {
  /** A key bound to a command of a menu brings no row. */
  const withRow = (run: (row: Row) => unknown) => (row?: Row) => {
    if (!row) throw new Error('Use the menu of a row in the Determination view.');
    return run(row);
  };
  const commands: Record<string, (row: Row) => unknown> = {
    [showRowCommand]: (row) => show(parts, row),
    'imr.determination.quickFix': async (row) => {
      if (await show(parts, row, true)) await vscode.commands.executeCommand('editor.action.quickFix');
    },
    'imr.determination.insertRationale': ({ uri, data: { block, sign } }) =>
      insertRationale(parts.link, uri.toString(), block, sign.kind === 'element' ? sign.element : undefined),
  };
  return Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, withRow(run)));
}

/** Selects the words that a row refers to, or puts the cursor at their start. False if the row is gone. */
async function show({ rows, shown, cursor, load }: Parts, row: Row, atStart = false): Promise<boolean> {
  // A letter that is checked on save or on request may have changed since.
  if (rows.letter?.version !== shown.document?.version) await load();
  const current = rows.current(row);
  if (!current) return false;
  const range = toRange(current.data.range);
  const selection = atStart ? new vscode.Range(range.start, range.start) : range;
  cursor.comesTo(selection.end, current);
  await showPlace(row.uri, selection);
  return true;
}

// The view follows the cursor from block to block. It never takes the focus and keeps the row that a person has selected.
import * as vscode from 'vscode';
import { nameOf, type Row } from './row';
import type { Rows } from './rows';

export interface BlockOfCursor extends vscode.Disposable {
  /** The row of the block that last contained the cursor. */
  readonly row: Row | undefined;
  /** Reveals the block of the cursor, unless it was revealed last. To be called when the rows have changed. */
  follow(): void;
  /** Call when a row moves the cursor. That row stays selected. */
  comesTo(place: vscode.Position, from: Row): void;
}

/** A block and the line at which it begins. */
interface Start {
  readonly row: Row;
  line: number;
}

export function followBlockOfCursor(
  view: vscode.TreeView<Row>,
  rows: Rows,
  output: vscode.LogOutputChannel,
): BlockOfCursor {
  let starts: readonly Start[] = [];
  let last: Row | undefined;
  const opened = new Set<string>();

  const blockAt = ({ line }: vscode.Position): Row | undefined => starts.findLast((start) => start.line <= line)?.row;

  const reveal = (row: Row): void => {
    // Expanded the first time; afterwards as the person left it.
    const expand = opened.has(nameOf(row)) ? false : 2;
    opened.add(nameOf(row));
    view.reveal(row, { select: true, focus: false, expand }).then(undefined, (error) => {
      output.debug(`The block of the cursor is not revealed: ${error instanceof Error ? error.message : error}`);
    });
  };
  const look = (): void => {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !view.visible || !rows.isOf(editor.document.uri)) return;
    const row = blockAt(editor.selection.active);
    if (row === last) return;
    last = row;
    if (row && !view.selection.some((chosen) => isWithin(chosen, row))) reveal(row);
  };

  const subscriptions = vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(look),
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      // Valid until the server reports again, which may be on save.
      if (rows.isOf(document.uri)) for (const change of contentChanges) move(starts, change);
    }),
  );
  return {
    get row() {
      return last;
    },
    follow: () => {
      starts = rows.blocks.map((row) => ({ row, line: row.data.range.start.line }));
      look();
    },
    comesTo: (place, from) => {
      last = blockAt(place);
      if (last === from) reveal(from);
    },
    dispose: () => subscriptions.dispose(),
  };
}

/** A change that ends before the block, or in its first line and begins above it, moves the block: blocks begin at a line's start. */
function move(starts: readonly Start[], { range: { start, end }, text }: vscode.TextDocumentContentChangeEvent): void {
  const added = text.split(/\r\n|\r|\n/).length - 1 - (end.line - start.line);
  for (const block of starts) {
    const isBefore = end.line === block.line && (end.character === 0 || start.line < block.line);
    if (end.line < block.line || isBefore) block.line += added;
  }
}

function isWithin(row: Row, block: Row): boolean {
  return row === block || (row.parent !== undefined && isWithin(row.parent, block));
}

import * as vscode from 'vscode';
import type { PlainPosition, PlainRange } from '../../server/src/protocol/places';

/** Shows a text, in its open tab if there is one, with these words selected or the cursor at their place. */
export function showPlace(uri: vscode.Uri, selection?: vscode.Range): Thenable<vscode.TextEditor> {
  return vscode.window.showTextDocument(uri, { viewColumn: columnOf(uri), ...(selection && { selection }) });
}

export function toRange({ start, end }: PlainRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/**
 * Returns a position as plain data for the server. A browser worker receives objects by structured clone, which drops what the
 * editor's positions contain.
 */
export function toPlainPosition({ line, character }: vscode.Position): PlainPosition {
  return { line, character };
}

export function toPlainRange({ start, end }: vscode.Range): PlainRange {
  return { start: toPlainPosition(start), end: toPlainPosition(end) };
}

/** Whether a tab contains it. A document may outlive its last tab by minutes. */
export function isInTab(uri: vscode.Uri): boolean {
  return groupOf(uri) !== undefined;
}

/** The column of the editor that shows it, of the tab that contains it, or the active one. Of several, the active one. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editors = [...(activeTextEditor ? [activeTextEditor] : []), ...visibleTextEditors];
  const shown = editors.find(({ document, viewColumn }) => viewColumn !== undefined && isSame(document.uri, uri));
  return shown?.viewColumn ?? groupOf(uri)?.viewColumn ?? vscode.ViewColumn.Active;
}

function groupOf(uri: vscode.Uri): vscode.TabGroup | undefined {
  return vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => holds(input, uri)));
}

function holds(input: unknown, uri: vscode.Uri): boolean {
  if (input instanceof vscode.TabInputText) return isSame(input.uri, uri);
  return input instanceof vscode.TabInputTextDiff && (isSame(input.modified, uri) || isSame(input.original, uri));
}

function isSame(one: vscode.Uri, other: vscode.Uri): boolean {
  return one.toString() === other.toString();
}

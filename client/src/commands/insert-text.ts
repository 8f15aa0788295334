import * as vscode from 'vscode';
import type { InsertText } from '../../../server/src/protocol/composing';
import { type Outcome, outcomeItems } from './outcomes';

/** Null: to be decided later. Undefined if canceled. `before` is the answer of an earlier run; it is shown but not preselected. */
export async function askOutcome(title: string, before?: Outcome): Promise<Outcome | undefined> {
  const placeHolder = before ? `Outcome (you chose ${before} before)` : 'Outcome';
  const picked = await vscode.window.showQuickPick(outcomeItems, { title, placeHolder });
  return picked?.outcome;
}

/** Inserts text with its tab stops and scrolls to it. */
export async function insertText(editor: vscode.TextEditor, { position, end, snippet }: InsertText): Promise<void> {
  const start = new vscode.Position(position.line, position.character);
  const range = new vscode.Range(start, end ? new vscode.Position(end.line, end.character) : start);
  // The text is already laid out like the letter; the editor must not indent it.
  await editor.insertSnippet(new vscode.SnippetString(snippet), range);
  editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

import * as vscode from 'vscode';
import type { InsertText } from '../../../server/src/protocol/composing';
import { type Outcome, outcomeItems } from './outcomes';

/** Null: to be decided later. Undefined when it was broken off. `before`, the answer of an earlier run, is told and not preselected. */
export async function askOutcome(title: string, before?: Outcome): Promise<Outcome | undefined> {
  const placeHolder = before ? `Outcome (you chose ${before} before)` : 'Outcome';
  const picked = await vscode.window.showQuickPick(outcomeItems, { title, placeHolder });
  return picked?.outcome;
}

/** Writes it with its tab stops, and brings it into view. */
export async function insertText(editor: vscode.TextEditor, { position, end, snippet }: InsertText): Promise<void> {
  const start = new vscode.Position(position.line, position.character);
  const range = new vscode.Range(start, end ? new vscode.Position(end.line, end.character) : start);
  // The letter is set as it is to be; the editor is not to indent it.
  await editor.insertSnippet(new vscode.SnippetString(snippet), range);
  editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

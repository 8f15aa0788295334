import * as vscode from 'vscode';
import type { InsertText, NewItemParams } from '../../../server/src/protocol/composing';

type Outcome = NewItemParams['outcome'];

const outcomes: readonly (vscode.QuickPickItem & { label: Outcome })[] = [
  { label: 'Upheld', description: 'The denial stands: the item is not medically necessary.' },
  { label: 'Overturned', description: 'The denial falls: the item is medically necessary.' },
];

/** Undefined when it was broken off. */
export async function askOutcome(title: string): Promise<Outcome | undefined> {
  const picked = await vscode.window.showQuickPick(outcomes, { title, placeHolder: 'Outcome' });
  return picked?.label;
}

/** Writes it with its tab stops, and brings it into view. */
export async function insertText(editor: vscode.TextEditor, { position, end, snippet }: InsertText): Promise<void> {
  const start = new vscode.Position(position.line, position.character);
  const range = new vscode.Range(start, end ? new vscode.Position(end.line, end.character) : start);
  // The letter is set as it is to be; the editor is not to indent it.
  await editor.insertSnippet(new vscode.SnippetString(snippet), range);
  editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

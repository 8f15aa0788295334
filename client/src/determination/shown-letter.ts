import * as vscode from 'vscode';
import { isInTab } from '../show-place';

/** The letter that the view shows: the active one, or the last one while something else has the focus. */
export interface ShownLetter extends vscode.Disposable {
  readonly document: vscode.TextDocument | undefined;
  readonly onDidChange: vscode.Event<void>;
}

export function followShownLetter(): ShownLetter {
  const changed = new vscode.EventEmitter<void>();
  let document = choose(undefined);
  const look = (): void => {
    const next = choose(document);
    if (next === document) return;
    document = next;
    changed.fire();
  };
  const subscriptions = vscode.Disposable.from(
    changed,
    vscode.window.onDidChangeActiveTextEditor(look),
    // A change of the language closes and opens a document, which stays the same object.
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidCloseTextDocument(look),
    vscode.window.tabGroups.onDidChangeTabs(look),
  );
  return {
    get document() {
      return document;
    },
    onDidChange: changed.event,
    dispose: () => subscriptions.dispose(),
  };
}

function choose(last: vscode.TextDocument | undefined): vscode.TextDocument | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const kept = last && isInTab(last.uri) ? last : undefined;
  const visible = visibleTextEditors.map(({ document }) => document);
  return [activeTextEditor?.document, kept, ...visible].find((document) => document && isOpenLetter(document));
}

function isOpenLetter({ languageId, isClosed }: vscode.TextDocument): boolean {
  return languageId === 'imr' && !isClosed;
}

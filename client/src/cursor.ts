// Tells the server where the person is writing: findings about what is not there yet wait until the cursor leaves.
import * as vscode from 'vscode';
import { type CursorMoved, cursorMoved } from '../../server/src/lsp/protocol';
import type { ServerLink } from './server-link';

/** Sends the line of the cursor whenever it changes, and once that the letter has lost the focus. */
export function followCursor(link: ServerLink): vscode.Disposable {
  let last: CursorMoved | undefined;

  const send = (next: CursorMoved): void => {
    if (last?.uri === next.uri && last.position?.line === next.position?.line) return;
    last = next;
    // A server that has just ended needs no cursor; its successor asks for nothing that it has missed.
    link.client?.sendNotification(cursorMoved, next).catch(() => undefined);
  };
  const leave = (): void => {
    if (last?.position) send({ uri: last.uri, position: null });
  };

  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections: [selection] }) => {
      if (document.languageId !== 'imr' || !selection) return;
      const { line, character } = selection.active;
      send({ uri: document.uri.toString(), position: { line, character } });
    }),
    vscode.window.onDidChangeActiveTextEditor(leave),
    vscode.window.onDidChangeWindowState(({ focused }) => focused || leave()),
  );
}

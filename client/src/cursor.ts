// Tells the server where the person is writing: findings wait until the cursor leaves their sentence.
import * as vscode from 'vscode';
import { type CursorMoved, cursorMoved } from '../../server/src/protocol/checking';
import { sendNotification } from '../../server/src/protocol/messages';
import type { ServerLink } from './server-link';

/** Milliseconds. After a change, the server must have the text before it gets the cursor. */
const rest = 100;

/** Sends the cursor when it or its letter has changed, and `null` when the letter loses the focus. */
export function followCursor(link: ServerLink): vscode.Disposable {
  const changed = new Set<string>();
  let last: CursorMoved | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = (moved: CursorMoved): void => {
    // A server that has just ended needs no cursor, and the next one does not ask for it.
    if (link.client) sendNotification(link.client, cursorMoved, moved).catch(() => undefined);
  };
  const tell = (): void => {
    const here = cursorOfLetter();
    const left = new Set(changed);
    if (last && last.uri !== here?.uri) left.add(last.uri);
    for (const uri of left) if (uri !== here?.uri) send({ uri, position: null });
    const moved = last?.uri !== here?.uri || !isSame(last?.position, here?.position);
    if (here && (moved || changed.has(here.uri))) send(here);
    last = here;
    changed.clear();
  };
  const tellSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(tell, rest);
  };

  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(tellSoon),
    vscode.window.onDidChangeActiveTextEditor(tellSoon),
    vscode.window.onDidChangeWindowState(tellSoon),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      // A quick fix, an undo, or a replacement in all files changes text away from the cursor.
      if (document.languageId !== 'imr') return;
      changed.add(document.uri.toString());
      tellSoon();
    }),
    { dispose: () => clearTimeout(timer) },
  );
}

function isSame(a: CursorMoved['position'] | undefined, b: CursorMoved['position'] | undefined): boolean {
  return a?.line === b?.line && a?.character === b?.character;
}

/** Undefined unless a letter has the focus. */
function cursorOfLetter(): CursorMoved | undefined {
  const { activeTextEditor: editor, state } = vscode.window;
  if (!state.focused || editor?.document.languageId !== 'imr') return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}

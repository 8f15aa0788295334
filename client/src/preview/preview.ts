// `IMR: Open Preview`: the letter as printed, beside its text. It follows the text and scrolls with it.
import * as vscode from 'vscode';
import { sendRequest } from '../../../server/src/protocol/messages';
import { type Preview, preview } from '../../../server/src/protocol/preview';
import { fileName } from '../file-name';
import type { LetterStates } from '../letter-states';
import type { ServerLink } from '../server-link';
import { showPlace, toRange } from '../show-place';
import { setPage } from '../webviews/page';
import type { ToEditor, ToPage } from './messages';

/** Registers the command. Each letter has one preview. */
export function servePreview(extension: vscode.Uri, letters: LetterStates, link: ServerLink): vscode.Disposable {
  const open = new Map<string, vscode.WebviewPanel>();
  const show = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== 'imr') throw new Error('Open a letter first.');
    const key = document.uri.toString();
    const known = open.get(key);
    if (known) return known.reveal(undefined, true);
    await link.running();
    const panel = openPreview(extension, document.uri, letters, link);
    open.set(key, panel);
    panel.onDidDispose(() => open.delete(key));
  };
  return vscode.Disposable.from(vscode.commands.registerCommand('imr.openPreview', show), {
    dispose: () => {
      for (const panel of open.values()) panel.dispose();
    },
  });
}

function openPreview(
  extension: vscode.Uri,
  uri: vscode.Uri,
  letters: LetterStates,
  link: ServerLink,
): vscode.WebviewPanel {
  const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  const panel = vscode.window.createWebviewPanel('imr.preview', `Preview ${fileName(uri)}`, column, {
    enableFindWidget: true,
  });
  let shown: Preview | undefined;
  /** While the page leads, scrolling of the editor is not sent back. */
  let ledUntil = 0;

  const post = (message: ToPage): void => void panel.webview.postMessage(message);
  const isOurs = (other: vscode.Uri | undefined): boolean => other?.toString() === uri.toString();
  const editor = (): vscode.TextEditor | undefined =>
    vscode.window.visibleTextEditors.find(({ document }) => isOurs(document.uri));

  const load = async (): Promise<void> => {
    const { client } = link;
    if (!client || !panel.visible) return;
    const found = await sendRequest(client, preview, { uri: uri.toString() });
    if (!found || found.version < (shown?.version ?? 0)) return;
    const isFirst = shown === undefined;
    shown = found;
    post({ kind: 'letter', preview: found });
    if (isFirst) follow();
  };
  const follow = (): void => {
    const [range] = editor()?.visibleRanges ?? [];
    if (range && Date.now() >= ledUntil) post({ kind: 'scroll', line: range.start.line });
  };
  const receive = async (message: ToEditor): Promise<void> => {
    if (message.kind === 'ready') {
      shown = undefined;
      await load();
    } else if (message.kind === 'scrolled') {
      ledUntil = Date.now() + 200;
      const place = new vscode.Range(message.line, 0, message.line, 0);
      editor()?.revealRange(place, vscode.TextEditorRevealType.AtTop);
    } else if (message.kind === 'reveal') {
      await showPlace(uri, new vscode.Range(message.line, 0, message.line, 0));
    } else {
      const range = shown?.problems[message.index]?.range;
      if (range) await showPlace(uri, toRange(range));
    }
  };

  const subscriptions = vscode.Disposable.from(
    panel.webview.onDidReceiveMessage(receive),
    panel.onDidChangeViewState(load),
    letters.onDidChange((changed) => isOurs(changed) && load()),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => isOurs(textEditor.document.uri) && follow()),
    vscode.workspace.onDidCloseTextDocument((document) => isOurs(document.uri) && panel.dispose()),
  );
  panel.onDidDispose(() => subscriptions.dispose());
  setPage(panel.webview, extension, 'preview', 'Preview of the letter');
  return panel;
}

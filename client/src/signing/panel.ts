// The page before signing, beside the letter. It follows the letter, links to its words, and keeps ticks and initials.
import * as vscode from 'vscode';
import { clientCommands } from '../../../server/src/protocol/commands';
import { sendRequest } from '../../../server/src/protocol/messages';
import { pageScheme } from '../../../server/src/protocol/pages';
import { type SigningMarks, type SigningPage, signingPage } from '../../../server/src/protocol/signing';
import { fileName } from '../file-name';
import type { LetterStates } from '../letter-states';
import type { ServerLink } from '../server-link';
import { showPlace } from '../show-place';
import { setPage } from '../webviews/page';
import type { ToEditor, ToPage } from './messages';

/** Ticks and initials of one letter; undefined until a person changes something. */
interface MarksOfLetter {
  get(): SigningMarks | undefined;
  set(marks: SigningMarks): void;
}

/** Opens the page of a letter. It closes with the letter. */
export function openSigningPage(
  extension: vscode.Uri,
  letter: vscode.Uri,
  letters: LetterStates,
  link: ServerLink,
  marks: MarksOfLetter,
): vscode.WebviewPanel {
  const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  const panel = vscode.window.createWebviewPanel('imr.signing', `Check ${fileName(letter)}`, column, {
    enableFindWidget: true,
  });
  let shown: SigningPage | undefined;
  const isOurs = (other: vscode.Uri | undefined): boolean => other?.toString() === letter.toString();

  const load = async (): Promise<void> => {
    const { client } = link;
    if (!client || !panel.visible) return;
    const given = marks.get();
    const found = await sendRequest(client, signingPage, { uri: letter.toString(), ...(given && { marks: given }) });
    if (!found || found.version < (shown?.version ?? 0)) return;
    shown = found;
    const { title, parts } = found;
    await panel.webview.postMessage({ kind: 'check', title, parts } satisfies ToPage);
  };

  const receive = async (message: ToEditor): Promise<void> => {
    const now = marks.get() ?? marksOf(shown);
    switch (message.kind) {
      case 'ready':
        shown = undefined;
        return load();
      case 'openPage':
        await vscode.commands.executeCommand(clientCommands.openPage, `${pageScheme}:/${message.page}.md`);
        return;
      case 'reveal': {
        const place = new vscode.Position(message.line - 1, message.column - 1);
        await showPlace(letter, new vscode.Range(place, place));
        return;
      }
      case 'tick': {
        const others = now.ticked.filter((key) => key !== message.key);
        return marks.set({ ...now, ticked: message.isTicked ? [...others, message.key] : others });
      }
      case 'sign':
        return marks.set({ ...now, initials: message.initials, date: message.date });
      case 'save':
        await vscode.commands.executeCommand('imr.saveCheck', letter);
        return load();
    }
  };

  const subscriptions = vscode.Disposable.from(
    panel.webview.onDidReceiveMessage(receive),
    panel.onDidChangeViewState(load),
    letters.onDidChange((changed) => isOurs(changed) && load()),
    vscode.workspace.onDidCloseTextDocument((document) => isOurs(document.uri) && panel.dispose()),
  );
  panel.onDidDispose(() => subscriptions.dispose());
  setPage(panel.webview, extension, 'signing', 'Check before signing');
  return panel;
}

/** The ticks and initials of a page from the server. */
function marksOf(page: SigningPage | undefined): SigningMarks {
  let marks: SigningMarks = { ticked: [], initials: '', date: '' };
  for (const part of page?.parts ?? []) {
    if ('ticks' in part)
      marks = { ...marks, ticked: part.ticks.filter(({ isTicked }) => isTicked).map(({ key }) => key) };
    if ('initials' in part) marks = { ...marks, initials: part.initials, date: part.date };
  }
  return marks;
}

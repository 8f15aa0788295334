// The view "Guideline": the card for the place of the cursor, a search, and what the rationale must state, as a checklist.
import * as vscode from 'vscode';
import { cardAt, cardOfPage, findCards, type PlainCriterion } from '../../../server/src/protocol/cards';
import { clientCommands } from '../../../server/src/protocol/commands';
import { sendRequest } from '../../../server/src/protocol/messages';
import { pageScheme } from '../../../server/src/protocol/pages';
import type { ShownLetter } from '../determination/shown-letter';
import type { LetterStates } from '../letter-states';
import type { ServerLink } from '../server-link';
import { showPlace, toPlainPosition, toRange } from '../show-place';
import { setPage } from '../webviews/page';
import type { ToEditor, ToPage } from './messages';

const viewId = 'imr.guideline';

/** Milliseconds, so that holding an arrow key sends one request. */
const pause = 150;

/** Asks the server when the cursor rests and the view is visible. */
export function showGuideline(
  extension: vscode.Uri,
  letters: LetterStates,
  shown: ShownLetter,
  link: ServerLink,
): vscode.Disposable {
  let view: vscode.WebviewView | undefined;
  let criteria: readonly PlainCriterion[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** A card opened by a link or from the search stays until the cursor moves. */
  let request = 0;

  const post = (message: ToPage): void => void view?.webview.postMessage(message);

  const showPlaceOfCursor = async (): Promise<void> => {
    const document = shown.document;
    const { client } = link;
    if (!view?.visible) return;
    if (!document || !client) return post({ kind: 'noLetter' });
    const mine = ++request;
    const position = toPlainPosition(cursorIn(document));
    const found = await sendRequest(client, cardAt, {
      uri: document.uri.toString(),
      position,
    });
    if (mine !== request) return;
    criteria = found?.block?.criteria ?? [];
    post({ kind: 'card', card: found?.card, page: found?.page, block: found?.block, canGoBack: false });
  };

  const openCard = async (page: string): Promise<void> => {
    const document = shown.document;
    const { client } = link;
    if (!document || !client) return;
    const mine = ++request;
    const card = await sendRequest(client, cardOfPage, { uri: document.uri.toString(), page });
    if (mine !== request) return;
    if (card) post({ kind: 'card', card, page, block: undefined, canGoBack: true });
    else await openPage(page);
  };

  const search = async (term: string): Promise<void> => {
    const document = shown.document;
    const { client } = link;
    if (!document || !client) return;
    post({ kind: 'found', term, cards: await sendRequest(client, findCards, { uri: document.uri.toString(), term }) });
  };

  const reveal = async (index: number): Promise<void> => {
    const range = criteria[index]?.range;
    if (shown.document && range) await showPlace(shown.document.uri, toRange(range));
  };

  const revealLine = async (line: number): Promise<void> => {
    if (shown.document) await showPlace(shown.document.uri, new vscode.Range(line - 1, 0, line - 1, 0));
  };

  const receive = (message: ToEditor): unknown => {
    switch (message.kind) {
      case 'ready':
      case 'back':
        return showPlaceOfCursor();
      case 'search':
        return search(message.term);
      case 'openCard':
        return openCard(message.page);
      case 'openPage':
        return openPage(message.page);
      case 'reveal':
        return reveal(message.criterion);
      case 'revealLine':
        return revealLine(message.line);
    }
  };

  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(showPlaceOfCursor, pause);
  };

  return vscode.Disposable.from(
    vscode.window.registerWebviewViewProvider(viewId, {
      resolveWebviewView: (resolved) => {
        view = resolved;
        resolved.webview.onDidReceiveMessage(receive);
        resolved.onDidChangeVisibility(soon);
        resolved.onDidDispose(() => {
          view = undefined;
        });
        setPage(resolved.webview, extension, 'guideline', 'Guideline');
      },
    }),
    shown.onDidChange(soon),
    letters.onDidChange((uri) => uri?.toString() === shown.document?.uri.toString() && soon()),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => textEditor.document === shown.document && soon()),
    { dispose: () => clearTimeout(timer) },
  );
}

/** The cursor in the text, or its start if no editor shows it. */
function cursorIn(document: vscode.TextDocument): vscode.Position {
  const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
  return editor?.selection.active ?? new vscode.Position(0, 0);
}

async function openPage(page: string): Promise<void> {
  await vscode.commands.executeCommand(clientCommands.openPage, `${pageScheme}:/${page}.md`);
}

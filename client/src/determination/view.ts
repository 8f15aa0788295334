// The view "Determination": the active letter by decision, with what is stated, missing, and open in each.
import * as vscode from 'vscode';
import type { LetterState } from '../../../server/src/protocol/letter-state';
import { fileName } from '../file-name';
import type { LetterStates } from '../letter-states';
import { showOpenPoints } from '../open-points/view';
import type { ServerLink } from '../server-link';
import { describeLetter } from '../status';
import { createAsking } from './asking';
import { followBlockOfCursor } from './block-of-cursor';
import { registerRowCommands } from './row-commands';
import { createRows } from './rows';
import type { ShownLetter } from './shown-letter';

const viewId = 'imr.determination';
/** True while the view shows a letter. Otherwise it says how to open one. */
const letterKey = 'imr.determination.hasLetter';

/** Requests the rows after each check while one of the two views is visible. Hidden views cost nothing. */
export function showDetermination(
  letters: LetterStates,
  shown: ShownLetter,
  link: ServerLink,
  output: vscode.LogOutputChannel,
): vscode.Disposable {
  const rows = createRows();
  const view = vscode.window.createTreeView(viewId, { treeDataProvider: rows, showCollapseAll: true });
  const cursor = followBlockOfCursor(view, rows, output);
  const points = showOpenPoints(rows);
  const ask = createAsking(link, output);

  const stateOf = (document: vscode.TextDocument | undefined): LetterState | undefined =>
    document && letters.of(document.uri);

  const describe = (): void => {
    const { document } = shown;
    const state = stateOf(document);
    view.description = document && state && summaryFor(document, state);
    if (document && !state) view.message = sentenceOf(link);
    else view.message = rows.letter?.isEmpty ? 'No decision was found in this letter.' : undefined;
  };

  const load = async (): Promise<void> => {
    const { document } = shown;
    const isAsked = (view.visible || points.isVisible) && stateOf(document) !== undefined;
    if (document && isAsked) {
      const found = await ask(document.uri);
      if (found && document === shown.document) {
        rows.show(document.uri, found);
        cursor.follow();
      }
    } else if (!rows.isOf(document?.uri) || !stateOf(document)) rows.clear();
    describe();
  };

  const changeLetter = async (): Promise<void> => {
    await vscode.commands.executeCommand('setContext', letterKey, shown.document !== undefined);
    await load();
  };

  // With the keyboard, the arrow keys continue from the block of the cursor.
  const open = async (): Promise<void> => {
    await vscode.commands.executeCommand(`${viewId}.focus`);
    await load();
    const row = cursor.row && rows.current(cursor.row);
    if (row) await view.reveal(row, { select: true, focus: true });
  };

  void changeLetter();
  return vscode.Disposable.from(
    view,
    points,
    rows,
    cursor,
    shown.onDidChange(changeLetter),
    letters.onDidChange((uri) => (!uri || uri.toString() === shown.document?.uri.toString()) && load()),
    link.onDidChangeState(describe),
    view.onDidChangeVisibility(load),
    points.onDidChangeVisibility(load),
    view.onDidExpandElement(({ element }) => rows.remember(element, true)),
    view.onDidCollapseElement(({ element }) => rows.remember(element, false)),
    vscode.window.onDidChangeActiveTextEditor(describe),
    vscode.commands.registerCommand('imr.showDetermination', open),
    ...registerRowCommands({ link, rows, shown, cursor, load }),
  );
}

/** `4 decisions, 2 open points`, after the letter's name while another text is active. */
function summaryFor(document: vscode.TextDocument, { summary }: LetterState): string {
  const isActive = vscode.window.activeTextEditor?.document === document;
  return isActive ? summary : `${fileName(document.uri)}: ${summary}`;
}

/** Why an open letter has no rows. */
function sentenceOf({ state }: ServerLink): string {
  const { text, detail } = describeLetter(state, undefined);
  return `${text}. ${detail}`;
}

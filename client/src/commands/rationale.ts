// `IMR: Insert Rationale…`: everything a rationale lacks, or single sentences, inserted where they belong.
import * as vscode from 'vscode';
import { sendRequest } from '../../../server/src/protocol/messages';
import * as protocol from '../../../server/src/protocol/rationales';
import type { ServerLink } from '../server-link';
import { showPlace } from '../show-place';
import { insertText } from './insert-text';

type Params = protocol.RationaleChoicesParams;
type Found = protocol.RationaleChoices;

/** For a block by letter and index, or for the block at the cursor. `wanted` is the choice that is selected at first. */
export async function insertRationale(
  link: ServerLink,
  address?: string,
  index?: number,
  wanted?: string,
): Promise<void> {
  const editor = address ? await showPlace(vscode.Uri.parse(address)) : vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'imr') throw new Error('Open a letter first.');
  const uri = editor.document.uri.toString();
  const { line, character } = editor.selection.active;
  const found = await choicesFor(link, { uri, block: index ?? { line, character } });
  const choices = await pick(found, wanted);
  if (!choices) return;
  const client = await link.running();
  const text = await sendRequest(client, protocol.insertRationale, { uri, block: found.block, choices });
  if (!text) throw new Error('The letter has changed; ask again.');
  await insertText(editor, text);
}

/** Throws, with a message for the user, if there is no decision block. */
async function choicesFor(link: ServerLink, params: Params): Promise<Found> {
  const client = await link.running();
  const found = await sendRequest(client, protocol.rationaleChoices, params);
  if (!found) throw new Error('Put the cursor into a decision block first.');
  return found;
}

interface Item extends vscode.QuickPickItem {
  readonly id?: string;
}

const groups = { whole: '', missing: 'Missing in this rationale', standing: 'Standard sentences' };

/** Enter takes the checked lines or, if there are none, the active one. Undefined if canceled. */
function pick({ item, outcome, choices }: Found, wanted: string | undefined): Promise<readonly string[] | undefined> {
  const list = vscode.window.createQuickPick<Item>();
  list.title = `Rationale: ${item}, ${outcome ?? 'no outcome'}`;
  list.placeholder = 'Enter writes this one; check several to write them together';
  list.canSelectMany = true;
  list.matchOnDetail = true;
  list.items = choices.flatMap(({ id, group, title, text }, i): Item[] => [
    ...(choices[i - 1]?.group === group || group === 'whole'
      ? []
      : [{ label: groups[group], kind: vscode.QuickPickItemKind.Separator }]),
    { id, label: title, detail: text },
  ]);
  // A list with check boxes has no active line before the first arrow key, and reports none.
  const lines = list.items.filter(({ id }) => id !== undefined);
  const first = [lines.find(({ id }) => id === wanted) ?? lines[0]].filter((line) => line !== undefined);
  list.activeItems = first;
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      const line = list.activeItems.length > 0 || list.value !== '' ? list.activeItems : first;
      const taken = list.selectedItems.length > 0 ? list.selectedItems : line;
      if (taken.length === 0) return;
      resolve(taken.flatMap(({ id }) => id ?? []));
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

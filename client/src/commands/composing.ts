// New letters and new decision blocks: a few questions, then the whole standing text with tab stops. An unanswered question decides nothing.
import * as vscode from 'vscode';
import * as protocol from '../../../server/src/protocol/composing';
import { sendRequest } from '../../../server/src/protocol/messages';
import type { ServerLink } from '../server-link';
import { askOutcome, insertText } from './insert-text';
import { pickItem } from './pick-item';

/** Asks for form, specialty and items, and opens the letter in an untitled buffer. Escape at any question ends it. */
export async function newLetter(link: ServerLink): Promise<void> {
  const client = await link.running();
  const forms = await sendRequest(client, protocol.letterForms, {});
  const form = await vscode.window.showQuickPick(
    // The latest first: it is the one that is written today.
    forms.reverse().map(({ id, title }) => ({ label: title, id })),
    { title: 'New determination letter: form' },
  );
  if (!form) return;
  const specialty = await vscode.window.showInputBox({
    title: 'New determination letter: reviewer',
    prompt: 'Specialty of the expert reviewer. Leave it empty to fill it in later.',
  });
  if (specialty === undefined) return;
  const items = await askItems();
  if (!items) return;
  const params = { form: form.id, specialty: specialty.trim(), items };
  const text = await sendRequest(client, protocol.newLetter, params);
  if (!text) throw new Error('No letter of this form can be written.');
  const document = await vscode.workspace.openTextDocument({ language: 'imr' });
  await insertText(await vscode.window.showTextDocument(document), text);
}

/** Asks for an item, those first that the summary names and no block decides, and adds its block behind the last one. */
export async function addBlock(link: ServerLink): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'imr') throw new Error('Open a letter first.');
  const uri = editor.document.uri.toString();
  const client = await link.running();
  const undecided = await sendRequest(client, protocol.undecidedItems, { uri });
  const item = await pickItem('Add decision block', undecided);
  if (!item) return;
  const outcome = await askOutcome('Add decision block');
  if (outcome === undefined) return;
  const text = await sendRequest(client, protocol.newBlock, { uri, item, outcome });
  if (!text) throw new Error('No block can be added to this letter.');
  await insertText(editor, text);
}

/** Undefined when it was broken off; an empty answer ends the list. */
async function askItems(): Promise<protocol.NewItemParams[] | undefined> {
  const items: protocol.NewItemParams[] = [];
  for (;;) {
    const title = `New determination letter: item ${items.length + 1}`;
    const prompt =
      items.length === 0 ? 'A disputed item or service.' : 'Another item. Leave it empty when there are no more.';
    const item = await askItem(title, prompt);
    if (item === undefined) return undefined;
    if (item === null) return items;
    items.push(item);
  }
}

/** Null for an empty answer, undefined when it was broken off. */
async function askItem(title: string, prompt: string): Promise<protocol.NewItemParams | null | undefined> {
  const item = await vscode.window.showInputBox({ title, prompt, placeHolder: 'Norco 10/325mg #60' });
  if (item === undefined) return undefined;
  if (item.trim() === '') return null;
  const outcome = await askOutcome(title);
  return outcome === undefined ? undefined : { item: item.trim(), outcome };
}

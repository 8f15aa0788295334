// New letters and decision blocks: a few questions, then the complete standard text with tab stops. An unanswered question decides
// nothing.
import * as vscode from 'vscode';
import * as protocol from '../../../server/src/protocol/composing';
import { sendRequest } from '../../../server/src/protocol/messages';
import type { ServerLink } from '../server-link';
import { askOutcome, insertText } from './insert-text';
import { askText, type LetterDraft, readDate } from './letter-draft';
import { pickItem } from './pick-item';

/** Answers of a canceled command; the next run offers them. */
let draft: LetterDraft = { items: [] };

/**
 * Asks for form, specialty, date of utilization review, and items, then opens the letter in an untitled editor. Escape at any
 * question cancels; the answers are offered the next time.
 */
export async function newLetter(link: ServerLink): Promise<void> {
  const client = await link.running();
  const form = await askForm(await sendRequest(client, protocol.letterForms, {}));
  if (!form) return;
  draft.form = form;
  const specialty = await askText(
    {
      title: 'New determination letter: reviewer',
      prompt: 'Specialty of the expert reviewer. Leave it empty to fill it in later.',
    },
    draft.specialty,
    (text) => {
      draft.specialty = text;
    },
  );
  if (specialty === undefined) return;
  const reviewDate = await askReviewDate();
  if (reviewDate === undefined) return;
  const items = await askItems();
  if (!items) return;
  const text = await sendRequest(client, protocol.newLetter, { form, specialty, reviewDate, items });
  if (!text) throw new Error('No letter of this form can be written.');
  const document = await vscode.workspace.openTextDocument({ language: 'imr' });
  await insertText(await vscode.window.showTextDocument(document), text);
  draft = { items: [] };
}

/** Asks for an item, offering first those that the summary names and no block decides, and adds its block after the last one. */
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

/** The form chosen before comes first, then the latest. Undefined if canceled. */
async function askForm(forms: readonly protocol.LetterFormInfo[]): Promise<string | undefined> {
  const latestFirst = [...forms].reverse();
  const ordered = [
    ...latestFirst.filter(({ id }) => id === draft.form),
    ...latestFirst.filter(({ id }) => id !== draft.form),
  ];
  const picked = await vscode.window.showQuickPick(
    ordered.map(({ id, title }) => ({ label: title, id })),
    { title: 'New determination letter: form' },
  );
  return picked?.id;
}

/** Empty: to be filled in later. Undefined if canceled. */
async function askReviewDate(): Promise<string | undefined> {
  const answer = await askText(
    {
      title: 'New determination letter: utilization review',
      prompt:
        'Date of the utilization review decision. It decides which editions were in force. Leave it empty to fill it in later.',
      placeHolder: 'MM/DD/YYYY',
      refuse: (text) => (text.trim() === '' || readDate(text) ? undefined : 'Enter a date as MM/DD/YYYY.'),
    },
    draft.reviewDate,
    (text) => {
      draft.reviewDate = text;
    },
  );
  return answer === undefined ? undefined : (readDate(answer) ?? '');
}

/** Undefined if canceled; an empty answer ends the list. */
async function askItems(): Promise<protocol.NewItemParams[] | undefined> {
  const items: protocol.NewItemParams[] = [];
  for (;;) {
    const index = items.length;
    const title = `New determination letter: item ${index + 1}`;
    const prompt = index === 0 ? 'A disputed item or service.' : 'Another item. Leave it empty when there are no more.';
    const before = draft.items[index];
    const item = await askText({ title, prompt, placeHolder: 'Norco 10/325mg #60' }, before?.item, (text) => {
      draft.items[index] = { ...draft.items[index], item: text };
    });
    if (item === undefined) return undefined;
    if (item === '') return items;
    const outcome = await askOutcome(title, before?.outcome);
    if (outcome === undefined) return undefined;
    draft.items[index] = { item, outcome };
    items.push({ item, outcome });
  }
}

// `IMR: Save Selection as Template…`: saves a rationale as a template of the team's pack.
import * as vscode from 'vscode';
import { sendRequest } from '../../../server/src/protocol/messages';
import * as protocol from '../../../server/src/protocol/templates';
import type { ServerLink } from '../server-link';
import { toPlainRange } from '../show-place';

type Outcome = protocol.TemplateDraft['outcome'];

const title = 'Save selection as template';

/** Asks for a title, the class of request, and the outcome, and has the template written. Escape at any question cancels. */
export async function saveSelectionAsTemplate(link: ServerLink): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'imr') throw new Error('Open a letter first.');
  const { document, selection } = editor;
  if (selection.isEmpty) throw new Error('Select the sentences of a rationale first.');
  if (document.isUntitled) throw new Error('Save the letter first: templates are kept in its folder.');
  const uri = document.uri.toString();
  const client = await link.running();
  const draft = await sendRequest(client, protocol.templateDraft, { uri, range: toPlainRange(selection) });
  if (!draft) throw new Error('Select the sentences of a rationale first.');
  const name = await vscode.window.showInputBox({
    title,
    prompt: `Title of the template in menus. Its text: ${draft.text}`,
    validateInput: (text) => (text.trim() === '' ? 'A title is required.' : undefined),
    ignoreFocusOut: true,
  });
  if (!name) return;
  const chosen = await pickClass(draft);
  if (!chosen) return;
  const outcome = await vscode.window.showQuickPick(outcomesFor(draft.outcome), {
    title,
    placeHolder: 'Outcome it is for',
  });
  if (!outcome) return;
  const params = { uri, title: name.trim(), text: draft.text, class: chosen.id, outcome: outcome.outcome };
  const pack = await sendRequest(client, protocol.saveTemplate, params);
  if (!pack) throw new Error('The template could not be saved: the text is not a letter.');
  const path = vscode.workspace.asRelativePath(vscode.Uri.parse(pack.uri));
  const open = 'Open';
  const answer = await vscode.window.showInformationMessage(`The template "${params.title}" is in ${path}.`, open);
  if (answer === open) await vscode.window.showTextDocument(vscode.Uri.parse(pack.uri));
}

/** The class of the block first, then "any", then the others. */
function pickClass({
  class: own,
  classes,
}: protocol.TemplateDraft): Thenable<{ readonly id: string | null } | undefined> {
  const items = classes.map(({ id, name }) => ({ id, label: name }));
  const any = { id: null, label: 'Any class' };
  const isOwn = ({ id }: { readonly id: string }): boolean => id === own;
  const ordered = [...items.filter(isOwn), any, ...items.filter((item) => !isOwn(item))];
  return vscode.window.showQuickPick<{ readonly id: string | null; readonly label: string }>(ordered, {
    title,
    placeHolder: 'Class of request it is for',
  });
}

function outcomesFor(own: Outcome): { readonly label: string; readonly outcome: Outcome }[] {
  const outcomes = [
    { label: 'Upheld', outcome: 'Upheld' as const },
    { label: 'Overturned', outcome: 'Overturned' as const },
    { label: 'Either outcome', outcome: null },
  ];
  return [...outcomes.filter(({ outcome }) => outcome === own), ...outcomes.filter(({ outcome }) => outcome !== own)];
}

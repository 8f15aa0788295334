// Ignoring a finding: the server works out the new content of the file that keeps the decision, the client writes it.
import * as vscode from 'vscode';
import * as protocol from '../../../server/src/lsp/protocol';
import type { ServerLink } from '../server-link';

type FindingPlace = protocol.FindingPlace;

/** Asks for the reason, without which nothing is ignored, and keeps both in the suppressions beside the letters. */
export async function ignoreHere(link: ServerLink, place: FindingPlace): Promise<void> {
  const reason = await vscode.window.showInputBox({
    title: `Ignore ${place.code} here`,
    prompt:
      'Why is this finding wrong, or the text right as it is? The reason is kept beside the letters, not in them.',
    validateInput: (text) => (text.trim() === '' ? 'A reason is required.' : undefined),
    ignoreFocusOut: true,
  });
  if (!reason) return;
  const client = await link.running();
  const params: protocol.IgnoreHere = { ...place, reason: reason.trim() };
  await write(await client.sendRequest<protocol.FileContent | null>(protocol.ignoreHere, params), 'suppressions');
}

/** Switches the rule off in the configuration of the letter's folder. */
export async function ignoreInFolder(link: ServerLink, place: FindingPlace): Promise<void> {
  const client = await link.running();
  await write(await client.sendRequest<protocol.FileContent | null>(protocol.ignoreInFolder, place), 'configuration');
}

/** Writes and saves, through the editor where the file is open there, so that it can be undone. */
async function write(content: protocol.FileContent | null, what: string): Promise<void> {
  if (!content) throw new Error(`The file of the ${what} is broken: repair it first.`);
  const uri = vscode.Uri.parse(content.uri);
  const edit = new vscode.WorkspaceEdit();
  if (content.isNewFile) {
    edit.createFile(uri, { contents: new TextEncoder().encode(content.text), ignoreIfExists: false });
  } else {
    const document = await vscode.workspace.openTextDocument(uri);
    edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), content.text);
  }
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error(`${vscode.workspace.asRelativePath(uri)} cannot be written.`);
  await (await vscode.workspace.openTextDocument(uri)).save();
}

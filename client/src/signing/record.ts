// The check that is saved in a file beside its letter: commands to save and verify it.
import * as vscode from 'vscode';
import { sendRequest } from '../../../server/src/protocol/messages';
import { recordName } from '../../../server/src/protocol/pages';
import { type SigningMarks, signingRecord, verifyRecord } from '../../../server/src/protocol/signing';
import { fileName } from '../file-name';
import type { ServerLink } from '../server-link';

/** Saves the check with the ticks and initials of its page. */
export async function saveRecord(link: ServerLink, letter: vscode.Uri, marks: SigningMarks | undefined): Promise<void> {
  if (!(await isSaved(letter))) return;
  const target = await askTarget(letter);
  if (!target) return;
  const client = await link.running();
  const record = await sendRequest(client, signingRecord, { uri: letter.toString(), ...(marks && { marks }) });
  if (!record) throw new Error('The letter is not open: open it first.');
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(record.text));
  vscode.window.setStatusBarMessage(`IMR: the check was saved as ${vscode.workspace.asRelativePath(target)}.`, 5000);
}

const showChanges = 'Show the Changes';

/** Says whether the check beside the letter is still valid. */
export async function verify(
  link: ServerLink,
  letter: vscode.Uri,
  show: (letter: vscode.Uri) => Promise<void>,
): Promise<void> {
  const client = await link.running();
  const verified = await sendRequest(client, verifyRecord, { uri: letter.toString() });
  if (!verified) throw new Error('The letter is not open: open it first.');
  const { state, message } = verified;
  if (state === 'missing' || state === 'unreadable') throw new Error(message);
  const words = `${fileName(letter)}: ${message}`;
  if (state === 'unchanged') void vscode.window.showInformationMessage(words);
  else if ((await vscode.window.showWarningMessage(words, showChanges)) === showChanges) await show(letter);
}

/** A record beside a file with another text would prove nothing, so the file is saved first. */
async function isSaved(letter: vscode.Uri): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(letter);
  if (!document.isDirty || document.isUntitled) return true;
  const detail = 'The check is kept with the hash of the text, which is to be that of the file.';
  const isAgreed = await agree('The letter has changes that are not saved', { label: 'Save letter and check', detail });
  return isAgreed && (await document.save());
}

/** Beside the letter. If the letter has no folder, or one that cannot be written, the person chooses a place. */
async function askTarget(letter: vscode.Uri): Promise<vscode.Uri | undefined> {
  const name = recordName(fileName(letter));
  if (letter.scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(letter.scheme) === false) {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const defaultUri = folder && vscode.Uri.joinPath(folder, name);
    return vscode.window.showSaveDialog({ title: 'Save the check', defaultUri, filters: { Markdown: ['md'] } });
  }
  const target = vscode.Uri.joinPath(letter, '..', name);
  if (!(await isThere(target))) return target;
  return (await agree(`${name} is there already`, { label: 'Replace it' })) ? target : undefined;
}

/** A question with one answer, or Escape. */
async function agree(title: string, answer: vscode.QuickPickItem): Promise<boolean> {
  return (await vscode.window.showQuickPick([answer], { title, placeHolder: 'Escape leaves all as it is' })) === answer;
}

async function isThere(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

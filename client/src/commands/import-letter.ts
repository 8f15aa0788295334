import * as vscode from 'vscode';
import * as protocol from '../../../server/src/protocol/importing';
import { sendRequest } from '../../../server/src/protocol/messages';
import { fileName } from '../file-name';
import type { ServerLink } from '../server-link';

/** Asks for a document and opens its text as an untitled letter. The document is not changed. */
export async function importLetter(link: ServerLink, resource?: vscode.Uri): Promise<void> {
  const [file] = resource ? [resource] : ((await askDocument()) ?? []);
  if (!file) return;
  const name = fileName(file);
  const bytes = await vscode.workspace.fs.readFile(file);
  const client = await link.running();
  const imported = await sendRequest(client, protocol.importLetter, { name, base64: toBase64(bytes) });
  if (!imported) throw new Error('Documents cannot be imported in a browser without a server.');
  if (imported.text === undefined) throw new Error(imported.notes.join(' '));
  const document = await vscode.workspace.openTextDocument({ language: 'imr', content: imported.text });
  await vscode.window.showTextDocument(document);
  if (imported.notes.length > 0) vscode.window.showInformationMessage(`${name}: ${imported.notes.join(' ')}`);
}

function askDocument(): Thenable<vscode.Uri[] | undefined> {
  return vscode.window.showOpenDialog({
    title: 'Import Letter',
    openLabel: 'Import',
    filters: { 'Word, PDF, HTML, and email': ['docx', 'pdf', 'html', 'htm', 'eml'] },
  });
}

/** In pieces, because a call accepts a limited number of arguments. */
function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}

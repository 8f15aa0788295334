// Words that are spelled correctly: the user's are a setting; a folder's are in its configuration, which the server changes.
import * as vscode from 'vscode';
import * as protocol from '../../../server/src/protocol/ignoring';
import { sendRequest } from '../../../server/src/protocol/messages';
import type { ServerLink } from '../server-link';
import { configurations, offerUndo, refuseBroken, saveAbove } from './ignoring';

/** Adds a word to the user's setting `imr.words`, and warns if a workspace or folder setting overrides it. */
export async function addWordForUser({ uri, word }: protocol.WordOfLetter): Promise<void> {
  const settings = vscode.workspace.getConfiguration('imr', vscode.Uri.parse(uri));
  const { globalValue = [], workspaceValue, workspaceFolderValue } = settings.inspect<string[]>('words') ?? {};
  const words = [...new Set([...globalValue, word])];
  await settings.update('words', words, vscode.ConfigurationTarget.Global);
  if (!workspaceValue && !workspaceFolderValue) return;
  await vscode.window.showWarningMessage(
    `"${word}" is in your dictionary, but the workspace setting imr.words hides yours. Add the word there too.`,
  );
}

/** Adds a word to the configuration of the letter's folder, and offers to undo it. */
export async function addWordInFolder(link: ServerLink, added: protocol.WordOfLetter): Promise<void> {
  const client = await link.running();
  await saveAbove(added, configurations);
  const written = refuseBroken(await sendRequest(client, protocol.addWordInFolder, added), 'configuration');
  await offerUndo(link, written, `"${added.word}" is in the dictionary of`);
}

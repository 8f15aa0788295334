import * as vscode from 'vscode';
import { sendRequest } from '../../../server/src/protocol/messages';
import { redactedLetter } from '../../../server/src/protocol/redaction';
import type { ServerLink } from '../server-link';

/** Copies the active letter without identifiers to the clipboard and says what was replaced. */
export async function copyRedacted(link: ServerLink): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== 'imr') throw new Error('Open a letter first.');
  const client = await link.running();
  const redacted = await sendRequest(client, redactedLetter, { uri: document.uri.toString() });
  if (!redacted) throw new Error('The letter is not open: open it first.');
  const { text, replaced } = redacted;
  await vscode.env.clipboard.writeText(text);
  const what =
    replaced.length > 0 ? `Replaced: ${replaced.join('; ')}.` : 'Nothing that identifies a person was found.';
  void vscode.window.showInformationMessage(`The letter is on the clipboard. ${what} Read it before you share it.`);
}

// Suppressing a finding. The server changes the file that keeps the decision.
import * as vscode from 'vscode';
import * as protocol from '../../../server/src/protocol/ignoring';
import { sendRequest } from '../../../server/src/protocol/messages';
import type { ServerLink } from '../server-link';

type FindingPlace = protocol.FindingPlace;

/** Addresses of configurations. */
export const configurations = /\/\.imr\.(?:ya?ml|json)$/;

/** Asks for a reason, which is required, and saves it with the finding in the suppressions beside the letters. */
export async function ignoreHere(link: ServerLink, place: FindingPlace): Promise<void> {
  const reason = await vscode.window.showInputBox({
    title: `Suppress ${place.code} here`,
    prompt:
      'Why is this finding wrong, or the text right as it is? The reason is kept beside the letters, not in them.',
    validateInput: (text) => (text.trim() === '' ? 'A reason is required.' : undefined),
    ignoreFocusOut: true,
  });
  if (!reason) return;
  const client = await link.running();
  await saveAbove(place, /\/\.imr\/suppressions\.json$/);
  const written = await sendRequest(client, protocol.ignoreHere, { ...place, reason: reason.trim() });
  refuseBroken(written, 'suppressions');
}

/** Turns the rule off in the configuration of the letter's folder after asking, and offers to undo it. */
export async function ignoreInFolder(link: ServerLink, place: FindingPlace): Promise<void> {
  const { code } = place;
  const yes = 'Suppress';
  const detail = `No letter in this folder or below will be checked for ${code} any more.`;
  const answer = await vscode.window.showWarningMessage(
    `Suppress ${code} in the folder of this letter?`,
    { modal: true, detail },
    yes,
  );
  if (answer !== yes) return;
  const client = await link.running();
  await saveAbove(place, configurations);
  const written = refuseBroken(await sendRequest(client, protocol.ignoreInFolder, place), 'configuration');
  await offerUndo(link, written, `${code} is suppressed in`);
}

/** Says what was written, e.g. `IMR301 is suppressed in` and the file's name, and offers to undo it. */
export async function offerUndo(link: ServerLink, written: protocol.WrittenFile, what: string): Promise<void> {
  const path = vscode.workspace.asRelativePath(vscode.Uri.parse(written.uri));
  const undo = 'Undo';
  const taken = await vscode.window.showInformationMessage(`${what} ${path}.`, undo);
  if (taken !== undo || (await sendRequest(await link.running(), protocol.undoIgnoring, written))) return;
  throw new Error(`${path} has changed since. Edit it by hand.`);
}

/** Saves unsaved settings files in or above the letter's folder, because the server changes the file and not the text in the editor. */
export async function saveAbove(letter: { readonly uri: string }, name: RegExp): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    const folder = document.uri.toString().replace(name, '/');
    if (!document.isDirty || !name.test(document.uri.toString()) || !letter.uri.startsWith(folder)) continue;
    if (!(await document.save())) throw new Error(`${vscode.workspace.asRelativePath(document.uri)} cannot be saved.`);
  }
}

export function refuseBroken(written: protocol.WrittenFile | null, what: string): protocol.WrittenFile {
  if (!written) throw new Error(`The file of the ${what} is broken: repair it first.`);
  return written;
}

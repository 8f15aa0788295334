// The check before signing: a page that follows the letter, and a file beside it on request.
import * as vscode from 'vscode';
import type { SigningMarks } from '../../../server/src/protocol/signing';
import type { LetterStates } from '../letter-states';
import type { ServerLink } from '../server-link';
import { openSigningPage } from './panel';
import { saveRecord, verify } from './record';

/** Registers the commands that show the page and save it. Each letter has one page. Files are only written by a command. */
export function serveSigning(extension: vscode.Uri, link: ServerLink, letters: LetterStates): vscode.Disposable {
  const open = new Map<string, vscode.WebviewPanel>();
  /** Ticks and initials by letter. They outlive the page but not the session. */
  const marks = new Map<string, SigningMarks>();

  const show = async (resource?: vscode.Uri): Promise<void> => {
    const letter = letterFor(resource);
    const key = letter.toString();
    const known = open.get(key);
    if (known) return known.reveal(undefined, true);
    await link.running();
    const panel = openSigningPage(extension, letter, letters, link, {
      get: () => marks.get(key),
      set: (changed) => marks.set(key, changed),
    });
    open.set(key, panel);
    panel.onDidDispose(() => open.delete(key));
  };

  /** The letter that a command refers to. Throws, with a message for the user, if there is none. */
  const letterFor = (resource: vscode.Uri | undefined): vscode.Uri => {
    const given = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === resource?.toString());
    const active = vscode.window.activeTextEditor?.document;
    for (const document of [given, active]) if (document?.languageId === 'imr') return document.uri;
    const [ofPage] = [...open].find(([, panel]) => panel.active) ?? [];
    if (ofPage === undefined) throw new Error('Open a letter first.');
    return vscode.Uri.parse(ofPage);
  };

  const save = async (resource?: vscode.Uri): Promise<void> => {
    const letter = letterFor(resource);
    await saveRecord(link, letter, marks.get(letter.toString()));
  };

  return vscode.Disposable.from(
    vscode.commands.registerCommand('imr.checkBeforeSigning', show),
    vscode.commands.registerCommand('imr.saveCheck', save),
    vscode.commands.registerCommand('imr.verifyCheck', async (resource?: vscode.Uri) =>
      verify(link, letterFor(resource), show),
    ),
    {
      dispose: () => {
        for (const panel of open.values()) panel.dispose();
      },
    },
  );
}

import * as vscode from 'vscode';
import { checkLetter } from '../../../server/src/protocol/checking';
import { clientCommands } from '../../../server/src/protocol/commands';
import { sendNotification } from '../../../server/src/protocol/messages';
import type { LetterStates } from '../letter-states';
import type { ServerLink } from '../server-link';
import { showPlace } from '../show-place';
import { addBlock, newLetter } from './composing';
import { copyRedacted } from './copy-redacted';
import { copyReport } from './copy-report';
import { addWordForUser, addWordInFolder } from './dictionary';
import { treatTextFilesAsLetters } from './folder-letters';
import { ignoreHere, ignoreInFolder } from './ignoring';
import { importLetter } from './import-letter';
import { goToOpenPlace } from './open-places';
import { openSample } from './open-sample';
import type { Parts } from './parts';
import { insertRationale } from './rationale';
import { saveSelectionAsTemplate } from './templates';

/** Registers the commands of the palette and those that the server names. */
export function registerCommands(parts: Parts): vscode.Disposable[] {
  const { link, output, letters, detection } = parts;
  const commands: Record<string, (...args: never[]) => unknown> = {
    'imr.newLetter': () => newLetter(link),
    'imr.importLetter': (resource?: vscode.Uri) => importLetter(link, resource),
    'imr.openSample': () => openSample(parts.context.extensionUri),
    'imr.addBlock': () => addBlock(link),
    [clientCommands.insertRationale]: (uri?: string, block?: number) => insertRationale(link, uri, block),
    'imr.saveTemplate': () => saveSelectionAsTemplate(link),
    'imr.nextOpenPlace': () => goToOpenPlace(link, 'next'),
    'imr.previousOpenPlace': () => goToOpenPlace(link, 'previous'),
    'imr.checkLetter': () => check(link),
    'imr.readAsLetter': () => detection.readAsLetter(activeDocument()),
    'imr.treatTextFilesAsLetters': (resource?: vscode.Uri) => treatTextFilesAsLetters(resource),
    'imr.restartServer': () => link.restart(),
    'imr.showOutput': () => output.show(),
    'imr.copyReport': () => copyReport(parts),
    'imr.copyRedacted': () => copyRedacted(link),
    [clientCommands.showLedger]: (uri: string, block: number) => showLedger(letters, uri, block),
    [clientCommands.showLine]: (uri: string, line: number) => showLine(uri, line),
    [clientCommands.ignoreHere]: (place: never) => ignoreHere(link, place),
    [clientCommands.ignoreInFolder]: (place: never) => ignoreInFolder(link, place),
    [clientCommands.addWordForUser]: (added: never) => addWordForUser(added),
    [clientCommands.addWordInFolder]: (added: never) => addWordInFolder(link, added),
  };
  return Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run));
}

/** Throws, with a message for the user, if no text is open. */
function activeDocument(): vscode.TextDocument {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) throw new Error('Open a text file first.');
  return document;
}

/** Checks the letter of the active editor, whatever `imr.run` says. */
async function check(link: ServerLink): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== 'imr') throw new Error('Open a letter first.');
  const { uri } = document;
  const client = await link.running();
  await sendNotification(client, checkLetter, { uri: uri.toString() });
}

/** `line`: from 1. */
async function showLine(address: string, line: number): Promise<void> {
  const start = new vscode.Position(line - 1, 0);
  await showPlace(vscode.Uri.parse(address), new vscode.Range(start, start));
}

/** Puts the cursor on the outcome of a block, whose hover shows the ledger. */
async function showLedger(letters: LetterStates, address: string, index: number): Promise<void> {
  const uri = vscode.Uri.parse(address);
  const block = letters.of(uri)?.blocks[index];
  if (!block) return;
  const { line, character } = block.outcomeRange.start;
  const place = new vscode.Position(line, character);
  await showPlace(uri, new vscode.Range(place, place));
  await vscode.commands.executeCommand('editor.action.showHover');
}

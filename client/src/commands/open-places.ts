// `IMR: Go to Next Open Place` and `…Previous…`: places and choices that are still open, also in later sessions.
import * as vscode from 'vscode';
import { sendRequest } from '../../../server/src/protocol/messages';
import { openPlaces } from '../../../server/src/protocol/open-places';
import type { ServerLink } from '../server-link';
import { showPlace, toRange } from '../show-place';

/** Selects the next open place after the cursor, or the previous one. Wraps around at the end of the letter. */
export async function goToOpenPlace(link: ServerLink, direction: 'next' | 'previous'): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'imr') throw new Error('Open a letter first.');
  const { document, selection } = editor;
  const client = await link.running();
  const found = await sendRequest(client, openPlaces, { uri: document.uri.toString() });
  const places = found.map(toRange);
  const { start, end } = selection;
  const isSelected = (place: vscode.Range): boolean => isSame(place.start, start) && isSame(place.end, end);
  const behind = places.find((place) => !isBefore(place.start, start) && !isSelected(place));
  const before = places.findLast((place) => isBefore(place.start, start));
  const target = direction === 'next' ? (behind ?? places[0]) : (before ?? places.at(-1));
  if (target) await showPlace(document.uri, target);
  else vscode.window.setStatusBarMessage('IMR: no place is open in this letter.', 5000);
}

function isBefore(one: vscode.Position, other: vscode.Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

function isSame(one: vscode.Position, other: vscode.Position): boolean {
  return one.line === other.line && one.character === other.character;
}

// Walking the tab stops of what was inserted, as a person does: type into a place, settle a choice by its likeliest text, go on with Tab.
import * as vscode from 'vscode';
import { press, type, visibleTexts } from './person';
import { until } from './wait';

export interface Walk {
  /** What was typed at each place, by the words that had stood there. */
  readonly filled: readonly (readonly [place: string, words: string])[];
  /** How many keys were pressed for words. */
  readonly keystrokes: number;
  /** How many keys led from place to place and settled choices. */
  readonly others: number;
}

/** More stops than any template has. */
const mostStops = 120;

/**
 * From the first place, which is selected, to the end of the snippet. `words` gives the fact for a place, by its text in brackets.
 * Rejects where a key does not arrive or the stops have no end.
 */
export async function walkTabStops(editor: vscode.TextEditor, words: (place: string) => string): Promise<Walk> {
  const { document } = editor;
  const filled: [string, string][] = [];
  let others = 0;
  const selected = () => document.getText(editor.selection);
  await until('a place to fill in', vscode.window.onDidChangeTextEditorSelection, () => selected() || undefined);
  for (let place = selected(); place !== ''; place = selected()) {
    if (filled.length > mostStops) throw new Error(`stops without end, at "${place}"`);
    if (place.includes(' | ')) {
      await settle(editor);
      others += 2;
      continue;
    }
    if (place.startsWith('[')) {
      filled.push([place, words(place)]);
      await typeOver(editor, words(place));
    }
    await nextStop(editor);
    others += 1;
  }
  // The key that leads to the next open place, Alt+F9.
  others += await fillChosen(editor, words, filled);
  return { filled, others, keystrokes: filled.reduce((sum, [, each]) => sum + each.length, 0) };
}

/** The list of a choice is open on its open form; the text below it is the likeliest, and taking it leads to the next stop. */
async function settle(editor: vscode.TextEditor): Promise<void> {
  const before = editor.selection;
  await visibleTexts('.suggest-widget.visible .monaco-list-row');
  await press('ArrowDown', 'Enter');
  await until('the next stop', vscode.window.onDidChangeTextEditorSelection, () =>
    editor.selection.isEqual(before) ? undefined : true,
  );
}

/** The texts that were chosen hold places of their own; returns how many. */
async function fillChosen(
  editor: vscode.TextEditor,
  words: (place: string) => string,
  filled: [string, string][],
): Promise<number> {
  const { document } = editor;
  const before = filled.length;
  for (let found = openPlace.exec(document.getText()); found; found = openPlace.exec(document.getText())) {
    const [place] = found;
    const start = document.positionAt(found.index);
    editor.selection = new vscode.Selection(start, document.positionAt(found.index + place.length));
    filled.push([place, words(place)]);
    await typeOver(editor, words(place));
  }
  return filled.length - before;
}

const openPlace = /\[[A-Za-z][^[\]|]+\]/;

async function typeOver(editor: vscode.TextEditor, words: string): Promise<void> {
  const start = editor.selection.start;
  await type(words);
  await until(`"${words}"`, vscode.workspace.onDidChangeTextDocument, () => {
    const end = editor.document.positionAt(editor.document.offsetAt(start) + words.length);
    return editor.document.getText(new vscode.Range(start, end)) === words || undefined;
  });
}

async function nextStop(editor: vscode.TextEditor): Promise<void> {
  const before = editor.selection;
  await press('Tab');
  await until('the next stop', vscode.window.onDidChangeTextEditorSelection, () =>
    editor.selection.isEqual(before) ? undefined : true,
  );
}

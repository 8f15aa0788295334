// Walking the tab stops of what was inserted, as a person does: type into a place, take a choice as it is, go on with Tab.
import * as vscode from 'vscode';
import { countElements, press, type } from './person';
import { until } from './wait';

export interface Walk {
  /** What was typed at each place, by the words that had stood there. */
  readonly filled: readonly (readonly [place: string, words: string])[];
  /** How many keys were pressed for words. */
  readonly keystrokes: number;
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
  const selected = () => document.getText(editor.selection);
  await until('a place to fill in', vscode.window.onDidChangeTextEditorSelection, () => selected() || undefined);
  for (let place = selected(); place !== ''; place = selected()) {
    if (filled.length > mostStops) throw new Error(`stops without end, at "${place}"`);
    const isPlace = place.startsWith('[');
    if (isPlace) {
      filled.push([place, words(place)]);
      await typeOver(editor, words(place));
    } else if ((await countElements('.suggest-widget.visible')) > 0) {
      // The list of a choice is open: its first value stands there already.
      await press('Escape');
    }
    await nextStop(editor);
  }
  return { filled, keystrokes: filled.reduce((sum, [, each]) => sum + each.length, 0) };
}

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

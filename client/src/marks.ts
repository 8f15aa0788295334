// Marks each decision block by outcome and state: an icon in the gutter, a rail along the whole block, a band behind its heading,
// a color in the overview ruler. Each outcome has its own shape and its own kind of rail beside its color.
import * as vscode from 'vscode';
import type { BlockState, LetterState } from '../../server/src/protocol/letter-state';
import type { PlainRange } from '../../server/src/protocol/places';
import type { LetterStates } from './letter-states';
import { type MarkOutcome, type MarkTheme, markAddress, markOf } from './mark-icons';
import { toRange } from './show-place';

/** Thin, because it is drawn before the first letter. A double line needs three pixels. */
const rails: Record<MarkOutcome, { readonly style: string; readonly width: number }> = {
  upheld: { style: 'solid', width: 2 },
  overturned: { style: 'double', width: 3 },
  undecided: { style: 'dashed', width: 2 },
};
const outcomes: readonly MarkOutcome[] = ['upheld', 'overturned', 'undecided'];
const states: readonly BlockState['state'][] = ['complete', 'warnings', 'errors'];

/** A decoration type and the ranges that have it. */
interface MarkType {
  readonly decoration: vscode.TextEditorDecorationType;
  rangesOf(state: LetterState): vscode.Range[];
}

/** Keeps the marks of all visible editors up to date. `imr.marks` turns them off. */
export function showMarks(letters: LetterStates): vscode.Disposable {
  const types = [
    ...outcomes.flatMap((outcome) => [railType(outcome), bandType(outcome)]),
    ...outcomes.flatMap((outcome) => states.map((s) => iconType(outcome, s))),
  ];
  // Marks move with the text, so marks of an older version are not painted over them.
  const painted = new WeakMap<vscode.TextEditor, LetterState>();

  const paint = (editor: vscode.TextEditor): void => {
    const state = isOn() ? letters.of(editor.document.uri) : undefined;
    if (state && (painted.get(editor) === state || state.version < editor.document.version)) return;
    if (!state && !painted.has(editor)) return;
    for (const { decoration, rangesOf } of types) editor.setDecorations(decoration, state ? rangesOf(state) : []);
    if (state) painted.set(editor, state);
    else painted.delete(editor);
  };
  const paintAll = (): void => vscode.window.visibleTextEditors.forEach(paint);

  paintAll();
  return vscode.Disposable.from(
    letters.onDidChange(paintAll),
    vscode.window.onDidChangeVisibleTextEditors(paintAll),
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('imr.marks') && paintAll()),
    ...types.map(({ decoration }) => decoration),
  );
}

function isOn(): boolean {
  return vscode.workspace.getConfiguration('imr').get('marks', true);
}

/** Along every line of the block, to show where it ends. */
function railType(outcome: MarkOutcome): MarkType {
  const { style, width } = rails[outcome];
  const color = new vscode.ThemeColor(`imr.${outcome}`);
  const decoration = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    borderStyle: `none none none ${style}`,
    borderWidth: `0 0 0 ${width}px`,
    borderColor: color,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  return { decoration, rangesOf: ({ blocks }) => blocks.filter(has(outcome)).map(({ range }) => toRange(range)) };
}

/** Behind the heading and in the overview ruler. Its color is transparent in high-contrast themes. */
function bandType(outcome: MarkOutcome): MarkType {
  const decoration = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor(`imr.${outcome}Background`),
    overviewRulerColor: new vscode.ThemeColor(`imr.${outcome}`),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  return { decoration, rangesOf: ({ blocks }) => blocks.filter(has(outcome)).map(({ heading }) => toRange(heading)) };
}

function has(outcome: MarkOutcome): (block: BlockState) => boolean {
  return (block) => markOf(block.outcome) === outcome;
}

function iconType(outcome: MarkOutcome, state: BlockState['state']): MarkType {
  const icon = (theme: MarkTheme) => ({
    gutterIconPath: vscode.Uri.parse(markAddress(outcome, state, theme)),
    gutterIconSize: 'contain',
  });
  const decoration = vscode.window.createTextEditorDecorationType({ light: icon('light'), dark: icon('dark') });
  // On the heading's first line only, because an icon is drawn on every line of its range.
  return {
    decoration,
    rangesOf: ({ blocks }) =>
      blocks.filter((block) => has(outcome)(block) && block.state === state).map(({ heading }) => emptyRange(heading)),
  };
}

function emptyRange({ start: { line, character } }: PlainRange): vscode.Range {
  return new vscode.Range(line, character, line, character);
}

// Pictures of everything a reviewer looks at, in each kind of theme. They are looked at by people; the tests see to it
// that what they should show is there.
import * as vscode from 'vscode';
import { equal } from './assert';
import { click, hasPerson, press, screenshot, visibleTexts } from './person';
import { Skipped, test } from './runner';
import { codesOf, untilDiagnostics } from './wait';
import { openLetter, placeOf, readSample, themeNames, useTheme } from './workspace';

test('blocks of every outcome and state, in every kind of theme', async () => {
  if (!(await hasPerson())) throw new Skipped('this host has no page to look at');
  const sample = await readSample('2015-letter.imr.txt');
  const editor = await openLetter('all-marks.imr.txt', sample.replace('without contrast: Upheld', 'without contrast:'));
  const { document } = editor;
  await untilDiagnostics(document.uri, 'IMR103', (all) => codesOf(all).includes('IMR103'));
  const line = placeOf(document, 'IMR ISSUES').line;
  editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
  await visibleTexts('.glyph-margin-widgets .cgmr');
  for (const theme of themeNames) {
    await useTheme(theme);
    // Words that only the semantic colors know: the picture waits until they are painted.
    await visibleTexts('.view-line span span:text-matches("^is.medically.necessary$")');
    await screenshot(`blocks-${theme}`);
  }
});

test('a hover, the outline and the problems, in light and dark', async () => {
  if (!(await hasPerson())) throw new Skipped('this host has no page to look at');
  const editor = await openLetter('2015-letter.imr.txt');
  const { document } = editor;
  await untilDiagnostics(document.uri, 'IMR302', (all) => codesOf(all).includes('IMR302'));
  await vscode.commands.executeCommand('workbench.actions.view.problems');
  await vscode.commands.executeCommand('outline.focus');
  // The list of files makes room for the outline.
  await click('.explorer-viewlet .pane-header:has-text("samples")');
  for (let i = 0; i < 2; i++) await vscode.commands.executeCommand('workbench.action.decreaseViewWidth');
  await vscode.window.showTextDocument(document);
  const outcome = placeOf(document, 'is: Upheld', 'Upheld');
  editor.selection = new vscode.Selection(outcome, outcome);
  editor.revealRange(new vscode.Range(outcome, outcome), vscode.TextEditorRevealType.InCenter);
  // A hover would go with the scrolling.
  await visibleTexts(`.active-line-number:text-is("${outcome.line + 1}")`);
  for (const theme of ['light', 'dark'] as const) {
    await useTheme(theme);
    await vscode.commands.executeCommand('editor.action.showHover');
    const [hover] = await visibleTexts('.monaco-hover-content');
    equal(hover?.includes('contradicts the outcome'), true, `the hover says: ${hover}`);
    await screenshot(`panels-${theme}`);
    await press('Escape');
  }
  await click('.explorer-viewlet .pane-header:has-text("samples")');
  await vscode.commands.executeCommand('workbench.action.closePanel');
});

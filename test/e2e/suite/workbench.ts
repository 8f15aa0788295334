// The container "IMR": the open points, the guideline beside the letter, and the preview.
import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assert';
import { axe, click, hasPerson, screenshot, visibleTexts } from './person';
import { Skipped, test } from './runner';
import { codesOf, until, untilDiagnostics } from './wait';
import { closeEverything, openLetter, placeOf, readSample, themeNames, useTheme } from './workspace';

const container = '[id="workbench.view.extension.imr"]';
const pane = (name: string) => `${container} .pane:has(.pane-header .title:text-is("${name}"))`;
const inWebview = 'iframe.webview >> internal:control=enter-frame >> #active-frame >> internal:control=enter-frame';
const points = `${pane('Open Points')} .monaco-list-row`;

function testPage(title: string, body: () => Promise<void>): void {
  test(title, async () => {
    if (!(await hasPerson())) throw new Skipped('this host has no page to look at');
    await body();
    await closeEverything();
    await vscode.commands.executeCommand('workbench.view.explorer');
  });
}

async function openSample(name: string): Promise<vscode.TextEditor> {
  const editor = await openLetter(name, await readSample('2015-letter.imr.txt'));
  await untilDiagnostics(editor.document.uri, 'IMR302', (all) => codesOf(all).includes('IMR302'));
  return editor;
}

testPage('in the workbench, the open points lead through the letter, and the icon counts them', async () => {
  const editor = await openSample('points.imr.txt');
  await vscode.commands.executeCommand('imr.openPoints.focus');
  const [first = ''] = await visibleTexts(points);
  match(first, /IMR105/);
  await vscode.commands.executeCommand('imr.openPoints.next');
  await visibleTexts(`${points}.selected:has-text("IMR105")`);
  const place = placeOf(editor.document, 'Special\nStudies.', 'Studies.');
  equal(editor.selection.active.line, place.line);
  await visibleTexts('.activitybar .badge-content:text-matches("^[1-9]")');
  await vscode.commands.executeCommand('imr.openPoints.explain');
  await visibleTexts('.tab.active:has-text("IMR105.md")');
});

testPage(
  'in the workbench, the guideline of the place of the cursor is shown, with what the rationale must state',
  async () => {
    const editor = await openSample('guideline.imr.txt');
    const place = placeOf(editor.document, 'is: Upheld');
    editor.selection = new vscode.Selection(place, place);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
    await vscode.commands.executeCommand('imr.guideline.focus');
    await visibleTexts(`${pane('Guideline')} .pane-body`);
    await vscode.window.showTextDocument(editor.document);
    const [item = ''] = await visibleTexts(`${inWebview} >> .checklist .quiet`);
    match(item, /Norco/);
    ok((await visibleTexts(`${inWebview} >> .checklist li`)).length > 3, 'the elements are listed');
    for (const theme of themeNames) {
      await useTheme(theme);
      await screenshot(`workbench-${theme}`);
    }
  },
);

testPage('in the workbench, the preview shows the letter as it is printed', async () => {
  const { document } = await openSample('preview.imr.txt');
  await vscode.commands.executeCommand('imr.openPreview');
  await visibleTexts('.tab:has-text("Preview preview.imr.txt")');
  // The page of the side bar would be found too.
  await vscode.commands.executeCommand('workbench.view.explorer');
  const headings = await visibleTexts(`${inWebview} >> h3`);
  equal(headings.length, 3);
  match(headings[0] ?? '', /Upheld|Overturned/);
  await click(`${inWebview} >> .notes button.error`);
  const place = placeOf(document, 'Special\nStudies.', 'Studies.');
  await until('the place of the problem', vscode.window.onDidChangeTextEditorSelection, () => {
    return vscode.window.activeTextEditor?.selection.active.line === place.line || undefined;
  });
  for (const theme of themeNames) {
    await useTheme(theme);
    await screenshot(`preview-${theme}`);
  }
});

testPage('in the workbench, axe finds nothing wrong in any webview, in any theme', async () => {
  const editor = await openSample('axe.imr.txt');
  const place = placeOf(editor.document, 'is: Upheld');
  editor.selection = new vscode.Selection(place, place);
  await vscode.commands.executeCommand('imr.guideline.focus');
  await visibleTexts(`${inWebview} >> .checklist .quiet`);
  for (const [command, title] of [
    ['imr.openPreview', 'Preview of the letter'],
    ['imr.checkBeforeSigning', 'Check before signing'],
  ] as const) {
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand(command);
    await until(
      'its tab',
      vscode.window.tabGroups.onDidChangeTabs,
      () => vscode.window.tabGroups.all.length > 1 || undefined,
    );
    for (const theme of themeNames) {
      await useTheme(theme);
      let found = await axe();
      // A page is there once its script has run.
      for (let i = 0; i < 40 && !found.pages.includes(title); i++) {
        await new Promise((resolve) => setTimeout(resolve, 250));
        found = await axe();
      }
      ok(found.pages.includes(title) && found.pages.includes('Guideline'), `not looked at: ${found.pages}`);
      deepEqual(found.violations, [], theme);
    }
  }
});

testPage('in the workbench, a copy of the sample is opened without a file', async () => {
  await vscode.commands.executeCommand('imr.openSample');
  const document = vscode.window.activeTextEditor?.document;
  equal(document?.isUntitled, true);
  equal(document?.languageId, 'imr');
});

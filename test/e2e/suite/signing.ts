// What is read before a letter is signed: the page beside the letter, and the file that is kept.
import * as vscode from 'vscode';
import { equal, match, ok } from './assert';
import { click, hasPerson, overflowOf, press, screenshot, type, untilGone, visibleTexts } from './person';
import { Skipped, test } from './runner';
import { until, untilDiagnostics, untilTab } from './wait';
import { openLetter, placeOf, readSample, themeNames, useTheme, workspaceFile } from './workspace';

const record = workspaceFile('signing.check.md');

async function openForSigning(): Promise<vscode.TextEditor> {
  const editor = await openLetter('signing.imr.txt', await readSample('2015-letter.imr.txt'));
  await untilDiagnostics(editor.document.uri, 'any problem', (all) => all.length > 0);
  return editor;
}

/** The panel in the editor area, beside which a view of the side bar may be open. */
const page =
  'iframe.webview:not([src*="purpose=webviewView"]) >> internal:control=enter-frame >> #active-frame >> internal:control=enter-frame >> ';

/** In the title of the active editor. */
function button(title: string): string {
  return `.editor-group-container.active .editor-actions a[aria-label^="${title}"]`;
}

/** Shows the page, and waits until it is there. */
async function showPage(): Promise<void> {
  await vscode.commands.executeCommand('imr.checkBeforeSigning');
  await untilTab('Check signing.imr.txt');
  if (await hasPerson()) await visibleTexts(`${page}h1:text-is("Check before signing: signing.imr.txt")`);
}

async function recordText(): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(record));
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

test('the check before signing is a page beside the letter, follows it, and leads to its words', async () => {
  if (!(await hasPerson())) throw new Skipped('this host has no page to look at');
  const editor = await openForSigning();
  const { document } = editor;
  await showPage();
  await visibleTexts(`${page}p:text-is("3 decisions: 2 Upheld, 1 Overturned; 2 open points.")`);
  // The last is the conclusion that contradicts its outcome.
  await click(`${page}.ticks li:has-text("IMR302") a:has-text("line ")`);
  const words = placeOf(document, 'Norco 5/325mg #30 is medically necessary', 'is medically necessary');
  await until(
    'the words',
    vscode.window.onDidChangeTextEditorSelection,
    () => vscode.window.activeTextEditor?.selection.active.isEqual(words) || undefined,
  );
  equal(vscode.window.activeTextEditor?.document, document);
  const edit = new vscode.WorkspaceEdit();
  const outcome = placeOf(document, 'is: Upheld', 'Upheld');
  edit.replace(document.uri, new vscode.Range(outcome, outcome.translate(0, 'Upheld'.length)), 'Overturned');
  await vscode.workspace.applyEdit(edit);
  await visibleTexts(`${page}p:text-is("3 decisions: 1 Upheld, 2 Overturned; 1 open point.")`);
  await visibleTexts(`${page}li:has-text("${await sha256(document.getText())}")`);
});

test('all columns of the table on the page fit beside the letter, with the side bar open', async () => {
  if (!(await hasPerson())) throw new Skipped('this host has no page to look at');
  await openForSigning();
  await vscode.commands.executeCommand('imr.determination.focus');
  await showPage();
  const [head = ''] = await visibleTexts(`${page}thead tr`);
  equal(head.replace(/\s+/g, ' ').trim(), 'Item Outcome Open Stated Conclusion Reviewer Claims admin.');
  ok((await overflowOf(`${page}html`)) <= 0, 'the page scrolls sideways');
  for (const theme of themeNames) {
    await useTheme(theme);
    await screenshot(`signing-${theme}`);
  }
  await vscode.commands.executeCommand('workbench.view.explorer');
});

test('what is ticked and signed on the page stays, and is kept with the check', async () => {
  if (!(await hasPerson())) throw new Skipped('this host has no page to drive');
  await openForSigning();
  await showPage();
  await click(`${page}#tick-0`);
  await press('Tab', 'Tab', 'Space');
  await click(`${page}#initials`);
  await type('AB');
  await press('Tab');
  await type('2/3/2026');
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  await showPage();
  await visibleTexts(`${page}#tick-0:checked`);
  await click(`${page}button:has-text("Save the Check")`);
  await visibleTexts('.statusbar-item:has-text("the check was saved as signing.check.md")');
  const kept = await recordText();
  match(kept, /^- \[x\] \*\*Error\*\* IMR105/m);
  match(kept, /^Initials: AB Date: 2\/3\/2026$/m);
  await vscode.workspace.fs.delete(record);
});

test('the check is saved beside the letter, and asks before it takes the place of another', async () => {
  const { document } = await openForSigning();
  await vscode.commands.executeCommand('imr.saveCheck');
  const first = await recordText();
  ok(first.includes(await sha256(document.getText())), 'the hash is not that of the letter');
  equal(first.includes(']('), false);
  if (!(await hasPerson())) return;
  await vscode.workspace.fs.writeFile(record, new TextEncoder().encode('mine'));
  const title = '.quick-input-widget:visible .quick-input-title:text-is("signing.check.md is there already")';
  for (const [key, kept] of [
    ['Escape', 'mine'],
    ['Enter', first],
  ] as const) {
    const done = vscode.commands.executeCommand('imr.saveCheck');
    await visibleTexts(title);
    await press(key);
    await done;
    equal(await recordText(), kept);
    await untilGone(title);
  }
  await vscode.workspace.fs.delete(record);
});

test('a letter with unsaved changes is saved before its check is', async () => {
  const editor = await openForSigning();
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
  if (!(await hasPerson())) throw new Skipped('this host has no page to drive');
  const done = vscode.commands.executeCommand('imr.saveCheck');
  await visibleTexts('.quick-input-widget:visible .quick-input-title:has-text("changes that are not saved")');
  await press('Enter');
  await done;
  const saved = await readSample('signing.imr.txt');
  equal(saved, editor.document.getText());
  ok((await recordText()).includes(await sha256(saved)), 'the hash is not that of the file');
  await vscode.workspace.fs.delete(record);
});

test('the page is shown and saved by the buttons of the titles', async () => {
  if (!(await hasPerson())) throw new Skipped('this host has no page to drive');
  const { document } = await openForSigning();
  await click(button('Check Before Signing'));
  await untilTab('Check signing.imr.txt');
  await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
  equal(vscode.window.activeTextEditor, undefined);
  const done = '.statusbar-item:has-text("the check was saved as signing.check.md")';
  await untilGone(done);
  await click(button('Save the Check Beside the Letter'));
  await visibleTexts(done);
  ok((await recordText()).includes(await sha256(document.getText())), 'the hash is not that of the letter');
  await vscode.workspace.fs.delete(record);
});

test('a saved check is verified, and the page tells what has changed since', async () => {
  if (!(await hasPerson())) throw new Skipped('this host has no page to drive');
  const editor = await openForSigning();
  await vscode.commands.executeCommand('imr.saveCheck');
  const told = (words: string): string => `.notifications-center .notification-list-item:has-text("${words}")`;
  await vscode.commands.executeCommand('imr.verifyCheck');
  await vscode.commands.executeCommand('notifications.showList');
  await visibleTexts(told('signing.imr.txt: unchanged since the check.'));
  await vscode.commands.executeCommand('notifications.clearAll');
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
  const done = vscode.commands.executeCommand('imr.verifyCheck');
  await vscode.commands.executeCommand('notifications.showList');
  await click(`${told('changed since the check, with')} .monaco-button:has-text("Show the Changes")`);
  await done;
  await vscode.commands.executeCommand('notifications.clearAll');
  await visibleTexts(
    `${page}section:has(h2:text-is("Changed since the last check")) li:text-is("The text of the letter.")`,
  );
  await vscode.workspace.fs.delete(record);
});

test('the redacted letter is on the clipboard, and the letter is as it was', async () => {
  const { document } = await openForSigning();
  const before = document.getText();
  await vscode.commands.executeCommand('imr.copyRedacted');
  equal(await vscode.env.clipboard.readText(), before);
  equal(document.isDirty, false);
});

test('the page before signing leads to rules', async () => {
  if (!(await hasPerson())) throw new Skipped('this host has no page to look at');
  await openForSigning();
  await showPage();
  await vscode.commands.executeCommand('workbench.action.closeSidebar');
  // A click brings it into view.
  await click(`${page}h2:has-text("What was checked")`);
  await screenshot('signing-end');
  await click(`${page}.ticks a:text-is("IMR105")`);
  await untilTab('IMR105.md');
});

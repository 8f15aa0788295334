// What is read before a letter is signed: the page beside the letter, and the file that is kept.
import * as vscode from 'vscode';
import { equal, match, ok } from './assert';
import { click, hasPerson, press, screenshot, untilGone, visibleTexts } from './person';
import { Skipped, test } from './runner';
import { until, untilDiagnostics, untilTab } from './wait';
import { openLetter, placeOf, readSample, useTheme, workspaceFile } from './workspace';

const record = workspaceFile('signing.check.md');

async function openForSigning(): Promise<vscode.TextEditor> {
  const editor = await openLetter('signing.imr.txt', await readSample('2015-letter.imr.txt'));
  await untilDiagnostics(editor.document.uri, 'any problem', (all) => all.length > 0);
  return editor;
}

/** A tab whose title ends so. */
/** In the title of the active editor. */
function button(title: string): string {
  return `.editor-group-container.active .editor-actions a[aria-label^="${title}"]`;
}

/** Shows the page, and gives its text as the preview has it. */
async function showPage(): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('imr.checkBeforeSigning');
  await untilTab('signing.check.md');
  return until('the text of the page', vscode.workspace.onDidOpenTextDocument, () =>
    vscode.workspace.textDocuments.find(({ uri }) => uri.path === '/check/signing.check.md'),
  );
}

async function recordText(): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(record));
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

test('the check before signing is a page beside the letter, and follows it', async () => {
  const { document } = await openForSigning();
  const page = await showPage();
  match(page.getText(), /^# Check before signing: signing\.imr\.txt\n/);
  match(page.getText(), /3 decisions: 2 Upheld, 1 Overturned; 2 open points/);
  const edit = new vscode.WorkspaceEdit();
  const outcome = placeOf(document, 'is: Upheld', 'Upheld');
  edit.replace(document.uri, new vscode.Range(outcome, outcome.translate(0, 'Upheld'.length)), 'Overturned');
  await vscode.workspace.applyEdit(edit);
  await until(
    'the new text',
    vscode.workspace.onDidChangeTextDocument,
    () => /3 decisions: 1 Upheld, 2 Overturned; 1 open point\./.test(page.getText()) || undefined,
  );
  ok(page.getText().includes(await sha256(document.getText())), 'the hash is not that of the text');
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
  await untilTab('signing.check.md');
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
  match((await showPage()).getText(), /## Changed since the last check\n\n- The text of the letter\.\n/);
  await vscode.workspace.fs.delete(record);
});

test('the redacted letter is on the clipboard, and the letter is as it was', async () => {
  const { document } = await openForSigning();
  const before = document.getText();
  await vscode.commands.executeCommand('imr.copyRedacted');
  equal(await vscode.env.clipboard.readText(), before);
  equal(document.isDirty, false);
});

test('pictures of the check before signing, in light and dark', async () => {
  if (!(await hasPerson())) throw new Skipped('this host has no page to look at');
  await openForSigning();
  await showPage();
  await vscode.commands.executeCommand('workbench.action.closeSidebar');
  await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
  await visibleTexts(button('Save the Check Beside the Letter'));
  for (const theme of ['light', 'dark'] as const) {
    await useTheme(theme);
    await screenshot(`signing-${theme}`);
  }
  const inPreview = 'iframe.webview >> internal:control=enter-frame >> #active-frame >> internal:control=enter-frame';
  // A click brings it into view.
  await click(`${inPreview} >> h2:has-text("What was checked")`);
  await screenshot('signing-end');
  await click(`${inPreview} >> a:has-text("IMR105")`);
  await untilTab('IMR105.md');
});

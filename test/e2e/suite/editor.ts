import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert';
import { hasPerson, press, screenshot, type, visibleTexts } from './person';
import { test } from './runner';
import { until } from './wait';
import { openLetter, useTheme, workspaceFolder } from './workspace';

test('VS Code opens the folder of samples with the extension', async () => {
  const entries = await vscode.workspace.fs.readDirectory(workspaceFolder());
  const names = entries.map(([name]) => name).sort();
  deepEqual(
    names.filter((name) => name.endsWith('.imr.txt')),
    ['2014-letter.imr.txt', '2015-letter.imr.txt'],
  );
  ok(vscode.extensions.getExtension('imr-determinations.imr-determinations'), 'the extension is not there');
});

test('a letter is shown as it is, in a light, a dark and a high-contrast theme', async () => {
  const editor = await openLetter('2015-letter.imr.txt');
  equal(editor.document.lineAt(0).text, 'Case Number:          CM15-0900417');
  if (await hasPerson()) {
    const lines = await visibleTexts('.editor-instance .view-line');
    ok(
      lines.some((line) => line.includes('CM15-0900417')),
      `not painted: ${lines[0]}`,
    );
  }
  for (const theme of ['light', 'dark', 'high-contrast'] as const) {
    await useTheme(theme);
    await screenshot(`letter-${theme}`);
  }
});

test('keys that a person presses reach the editor', async () => {
  const document = await vscode.workspace.openTextDocument({ content: '' });
  await vscode.window.showTextDocument(document);
  await type('Upheld');
  await press('Shift+Home', 'Delete');
  await type('Overturned');
  await until(
    'the typed word',
    vscode.workspace.onDidChangeTextDocument,
    () => document.getText() === 'Overturned' || undefined,
  );
});

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { hasPerson, screenshot, visibleTexts } from './person';
import { test } from './runner';
import { openLetter, useTheme, workspaceFolder } from './workspace';

test('VS Code opens the folder of samples with the extension', async () => {
  const entries = await vscode.workspace.fs.readDirectory(workspaceFolder());
  const names = entries.map(([name]) => name).sort();
  assert.deepEqual(
    names.filter((name) => name.endsWith('.imr.txt')),
    ['2014-letter.imr.txt', '2015-letter.imr.txt'],
  );
  assert.ok(vscode.extensions.getExtension('imr-determinations.imr-determinations'), 'the extension is not there');
});

test('a letter is shown as it is, in a light, a dark and a high-contrast theme', async () => {
  const editor = await openLetter('2015-letter.imr.txt');
  assert.equal(editor.document.lineAt(0).text, 'Case Number:          CM15-0900417');
  if (hasPerson) {
    const lines = await visibleTexts('.editor-instance .view-line');
    assert.ok(
      lines.some((line) => line.includes('CM15-0900417')),
      `not painted: ${lines[0]}`,
    );
  }
  for (const theme of ['light', 'dark', 'high-contrast'] as const) {
    await useTheme(theme);
    await screenshot(`letter-${theme}`);
  }
});

// What a person sees of the state of each block: icons, and the status item.
import * as vscode from 'vscode';
import { equal, match } from './assert';
import { click, countElements, hasPerson, press, styleOf, untilGone, visibleTexts } from './person';
import { Skipped, test } from './runner';
import { codesOf, untilDiagnostics } from './wait';
import { openLetter } from './workspace';

const icon = '.glyph-margin-widgets .cgmr';

async function showBlocks(): Promise<vscode.TextEditor> {
  if (!(await hasPerson())) throw new Skipped('this host has no page to look at');
  const editor = await openLetter('2015-letter.imr.txt');
  await untilDiagnostics(editor.document.uri, 'IMR302', (all) => codesOf(all).includes('IMR302'));
  const line = editor.document.getText().split('\n').indexOf('MRI of the lumbar spine without contrast: Upheld');
  editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.InCenter);
  return editor;
}

test('each block has an icon in the gutter, which the setting takes away', async () => {
  await showBlocks();
  await visibleTexts(icon);
  equal(await countElements(icon), 3);
  match(await styleOf(icon, 'background-image'), /^url\("data:image\/svg\+xml;base64,/);
  const settings = vscode.workspace.getConfiguration('imr');
  await settings.update('marks', false, vscode.ConfigurationTarget.Global);
  try {
    await untilGone(icon);
  } finally {
    await settings.update('marks', undefined, vscode.ConfigurationTarget.Global);
  }
  await visibleTexts(icon);
});

test('the status item counts decisions and open points', async () => {
  const { document } = await showBlocks();
  const { Error: error, Warning: warning } = vscode.DiagnosticSeverity;
  const problems = vscode.languages.getDiagnostics(document.uri);
  const open = problems.filter(({ severity }) => severity === error || severity === warning).length;
  await click('#status\\.languageStatus');
  const [text] = await visibleTexts('.hover-language-status');
  match(text ?? '', new RegExp(`^3 decisions, ${open} open point`));
  await press('Escape');
});

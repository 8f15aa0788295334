// A letter is opened, and what the editor then knows of it.
import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assert';
import { test } from './runner';
import { codesOf, until, untilDiagnostics } from './wait';
import { closeEverything, hoverText, openLetter, outlineOf, placeOf, readSample, showText } from './workspace';

test('a letter that is opened has its problems, each with its place', async () => {
  const { document } = await openLetter('2014-letter.imr.txt');
  const diagnostics = await untilDiagnostics(document.uri, 'IMR301', (all) => codesOf(all).includes('IMR301'));
  const problem = diagnostics.find((each) => codesOf([each])[0] === 'IMR301');
  equal(problem?.source, 'imr');
  equal(problem?.severity, vscode.DiagnosticSeverity.Error);
  match(problem?.message ?? '', /does not say whether the request is medically necessary/);
  // The lines of this letter are doubled, and no blank line is underlined.
  equal(problem && document.getText(problem.range).trim(), 'The');
  deepEqual(problem?.range.start, placeOf(document, 'has not changed. The', 'The'));
});

test('the outline has the sections, the blocks with their outcome and state, and the fields', async () => {
  const { document } = await openLetter('2015-letter.imr.txt');
  const [letter] = await outlineOf(document.uri);
  equal(letter?.name, 'CM15-0900417');
  const issues = letter?.children.find(({ name }) => name === 'IMR ISSUES, DECISIONS AND RATIONALES');
  deepEqual(
    issues?.children.map(({ name, detail }) => [name, detail.split(' ')[0]]),
    [
      ['Physical therapy of the left knee 2 times a week for 4 weeks', 'Overturned'],
      ['MRI of the lumbar spine without contrast', 'Upheld'],
      ['Norco 5/325mg #30', 'Upheld'],
    ],
  );
  for (const block of issues?.children ?? []) {
    deepEqual(
      block.children.map(({ name }) => name),
      ['Claims Administrator guideline', 'MAXIMUS guideline', 'Decision rationale'],
    );
  }
});

test('folds and growing selections follow the parts of a letter', async () => {
  const { document } = await openLetter('2015-letter.imr.txt');
  const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
    'vscode.executeFoldingRangeProvider',
    document.uri,
  );
  const heading = document.positionAt(document.getText().indexOf('MRI of the lumbar spine without contrast: Upheld'));
  ok(
    folds.some(({ start }) => start === heading.line),
    'no fold at the second block',
  );
  const [selection] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
    'vscode.executeSelectionRangeProvider',
    document.uri,
    [heading],
  );
  const texts: string[] = [];
  for (let each = selection; each; each = each.parent as vscode.SelectionRange)
    texts.push(document.getText(each.range));
  ok(
    texts.includes('MRI of the lumbar spine without contrast'),
    `the item is no step: ${texts.slice(0, 3).join(' | ')}`,
  );
  equal(texts.at(-1), document.getText());
});

test('the hover over an outcome tells what was found and what is open', async () => {
  const { document } = await openLetter('2015-letter.imr.txt');
  const text = await hoverText(document.uri, placeOf(document, 'is: Upheld', 'Upheld'));
  for (const part of ['Upheld', 'Norco 5/325mg', 'contradicts the outcome', 'IMR302']) {
    ok(text.includes(part), `the hover lacks "${part}": ${text}`);
  }
});

test('what is repaired is gone from the problems, and what is broken is found, while one types', async () => {
  const editor = await openLetter('2014-letter.imr.txt');
  const { document } = editor;
  await untilDiagnostics(document.uri, 'IMR301', (all) => codesOf(all).includes('IMR301'));
  const outcome = placeOf(document, 'Zolpidem 5 mg #30: Upheld', 'Upheld');
  await editor.edit((edit) => edit.delete(document.getWordRangeAtPosition(outcome) ?? failed('no word there')));
  // The finding about what is missing waits until the cursor leaves the block.
  editor.selection = new vscode.Selection(0, 0, 0, 0);
  await untilDiagnostics(document.uri, 'IMR103', (all) => codesOf(all).includes('IMR103'));
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await untilDiagnostics(document.uri, 'the outcome again', (all) => !codesOf(all).includes('IMR103'));
});

test('the problems of a letter go when it is closed', async () => {
  const { document } = await openLetter('2014-letter.imr.txt');
  await untilDiagnostics(document.uri, 'problems', (all) => all.length > 0);
  await closeEverything();
  await untilDiagnostics(document.uri, 'no problems', (all) => all.length === 0);
});

test('a letter in an untitled buffer is checked without a file or a folder', async () => {
  const document = await showText(await readSample('2014-letter.imr.txt'));
  equal(document.isUntitled, true);
  await until('the language', vscode.workspace.onDidOpenTextDocument, () => document.languageId === 'imr' || undefined);
  await untilDiagnostics(document.uri, 'IMR301', (all) => codesOf(all).includes('IMR301'));
});

test('a letter with carriage returns and a byte order mark has its problems at the same places', async () => {
  const places = (uri: vscode.Uri) =>
    vscode.languages.getDiagnostics(uri).map(({ range }) => [range.start.line, range.start.character]);
  const sample = await openLetter('2014-letter.imr.txt');
  await untilDiagnostics(sample.document.uri, 'IMR301', (all) => codesOf(all).includes('IMR301'));
  const text = `\uFEFF${sample.document.getText().replace(/\n/g, '\r\n')}`;
  const { document } = await openLetter('windows.imr.txt', text);
  // Findings may arrive in more than one step, so both letters are compared until they agree.
  await untilDiagnostics(document.uri, 'problems at the same places', (all) => {
    return all.length > 0 && JSON.stringify(places(document.uri)) === JSON.stringify(places(sample.document.uri));
  });
});

function failed(message: string): never {
  throw new Error(message);
}

// What is told when: the ledger behind a lens, findings that wait while one writes, and checks on save only.
import * as vscode from 'vscode';
import { equal, ok } from './assert';
import { click, hasPerson, press, screenshot, type, visibleTexts } from './person';
import { Skipped, test } from './runner';
import { codesOf, untilDiagnostics } from './wait';
import { closeEverything, openLetter, placeOf, readSample } from './workspace';

async function needPerson(): Promise<void> {
  if (!(await hasPerson())) throw new Skipped('this host has no page to drive');
}

const count = (all: readonly vscode.Diagnostic[], code: string): number =>
  codesOf(all).filter((each) => each === code).length;

test('a click on the lens over a block shows its ledger', async () => {
  await needPerson();
  const editor = await openLetter('2015-letter.imr.txt');
  const { document } = editor;
  const heading = placeOf(document, 'Physical therapy of the left knee 2 times a week for 4 weeks: Overturned');
  editor.revealRange(new vscode.Range(heading, heading), vscode.TextEditorRevealType.InCenter);
  await visibleTexts('.codelens-decoration a:has-text("Overturned")');
  await click('.codelens-decoration a:has-text("Overturned")');
  const shown = (await visibleTexts('.monaco-hover:visible')).join('\n');
  ok(/Overturned/.test(shown) && /elements/i.test(shown), `the hover tells no ledger: ${shown}`);
  await screenshot('lens-ledger');
});

test('what is missing waits while one writes in a block, and is told when the cursor leaves it', async () => {
  await needPerson();
  const editor = await openLetter('quiet.imr.txt', await readSample('2014-letter.imr.txt'));
  const { document } = editor;
  const before = await untilDiagnostics(document.uri, 'IMR301', (all) => count(all, 'IMR301') > 0);
  const conclusion = /(?:Therefore,\s+t|T)he\s+request\s+for[\s\S]{0,120}?medically\s+necessary\./.exec(
    document.getText(),
  );
  ok(conclusion, 'the sample has no such conclusion');
  const { index } = conclusion;
  editor.selection = new vscode.Selection(
    document.positionAt(index),
    document.positionAt(index + conclusion[0].length),
  );
  await press('Delete');
  await type('Relief is is short. It helps');
  // The doubled word is told once its sentence is left: by then the letter has been checked as it is now.
  const writing = await untilDiagnostics(
    document.uri,
    'IMR502',
    (all) => count(all, 'IMR502') > count(before, 'IMR502'),
  );
  equal(count(writing, 'IMR301'), count(before, 'IMR301'), 'the missing conclusion was told too early');
  await press('Control+Home');
  await untilDiagnostics(document.uri, 'IMR301', (all) => count(all, 'IMR301') > count(before, 'IMR301'));
});

test('a letter is checked when it is saved, where imr.run is onSave', async () => {
  await needPerson();
  const settings = vscode.workspace.getConfiguration('imr');
  await closeEverything();
  await settings.update('run', 'onSave', vscode.ConfigurationTarget.Global);
  try {
    const editor = await openLetter('on-save.imr.txt', await readSample('2014-letter.imr.txt'));
    const { document } = editor;
    await untilDiagnostics(document.uri, 'IMR301', (all) => count(all, 'IMR301') > 0);
    const outcome = placeOf(document, 'Zolpidem 5 mg #30: Upheld', 'Upheld');
    editor.selection = new vscode.Selection(outcome, outcome.translate(0, 'Upheld'.length));
    await press('Delete', 'Control+Home');
    const unsaved = count(vscode.languages.getDiagnostics(document.uri), 'IMR103');
    await press('Control+S');
    await untilDiagnostics(document.uri, 'IMR103', (all) => count(all, 'IMR103') > unsaved);
    equal(unsaved, 0, 'checked before it was saved');
    equal(document.isDirty, false);
  } finally {
    await settings.update('run', undefined, vscode.ConfigurationTarget.Global);
  }
});

// New letters and blocks, and findings that are ignored: what a person is asked, and what is written.
import * as vscode from 'vscode';
import { equal, ok } from './assert';
import { click, hasPerson, press, screenshot, type, untilGone, visibleTexts } from './person';
import { Skipped, test } from './runner';
import { codesOf, until, untilDiagnostics, untilLanguage } from './wait';
import { openLetter, placeOf, readSample, workspaceFile } from './workspace';

const question = '.quick-input-widget:visible .quick-input-title';

/** Types an answer to the question with this title, and gives it. */
async function answer(title: string, text: string): Promise<void> {
  await visibleTexts(`${question}:text-is("${title}")`);
  await type(text);
  await press('Enter');
}

/** Takes an action from the menu at the cursor; a menu that closes under the hand, since the letter is checked anew, is opened again. */
async function chooseAction(title: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await press('Control+.');
    try {
      await click(`.action-widget .action:has-text("${title}")`);
      await visibleTexts(`${question}:text-is("${title}")`);
      return;
    } catch (error) {
      if (attempt === 3) throw error;
      await press('Escape');
    }
  }
}

async function needPerson(): Promise<void> {
  if (!(await hasPerson())) throw new Skipped('this host has no page to drive');
}

test('a new letter is asked for by keys and opens with its standard text', async () => {
  await needPerson();
  const done = vscode.commands.executeCommand('imr.newLetter');
  await answer('New determination letter: form', '2015');
  await answer('New determination letter: reviewer', 'Family Practice');
  await answer('New determination letter: utilization review', '6/12/2023');
  await answer('New determination letter: item 1', 'Walker with wheels');
  await answer('New determination letter: item 1', 'Overturned');
  await answer('New determination letter: item 2', '');
  await done;
  const document = vscode.window.activeTextEditor?.document;
  ok(document, 'no letter was opened');
  await untilLanguage(document, 'imr');
  await until('the heading', vscode.workspace.onDidChangeTextDocument, () =>
    /^Walker with wheels: Overturned$/m.test(document.getText()) ? true : undefined,
  );
  for (const part of [
    'HOW THE IMR FINAL DETERMINATION WAS MADE',
    'Family Practice',
    '06/12/2023',
    'Decision rationale:',
  ]) {
    ok(document.getText().includes(part), `the letter has no "${part}"`);
  }
  await screenshot('new-letter');
});

test('a block is added behind the last one of a letter', async () => {
  await needPerson();
  const { document } = await openLetter('2014-letter.imr.txt');
  const last = placeOf(document, 'Zolpidem 5 mg #30: Upheld');
  const done = vscode.commands.executeCommand('imr.addBlock');
  await answer('Add decision block', 'Soma 350 mg #90');
  await answer('Add decision block', 'Upheld');
  await done;
  ok(placeOf(document, 'Soma 350 mg #90: Upheld').isAfter(last), 'the block stands elsewhere');
});

test('a finding is ignored with a reason, which is kept beside the letter and not in it', async () => {
  await needPerson();
  const editor = await openLetter('ignored.imr.txt', await readSample('2014-letter.imr.txt'));
  const { document } = editor;
  const before = document.getText();
  const all = await untilDiagnostics(document.uri, 'IMR301', (found) => codesOf(found).includes('IMR301'));
  const problem = all.find((each) => codesOf([each])[0] === 'IMR301');
  ok(problem, 'no IMR301');
  editor.selection = new vscode.Selection(problem.range.start, problem.range.start);
  await chooseAction('Suppress IMR301 here');
  await answer('Suppress IMR301 here', 'The conclusion stands in the letter to the parties.');
  await untilGone(question);
  await untilDiagnostics(document.uri, 'IMR301 gone', (found) => !codesOf(found).includes('IMR301'));
  equal(document.getText(), before);
  const kept = await vscode.workspace.fs.readFile(workspaceFile('.imr/suppressions.json'));
  ok(new TextDecoder().decode(kept).includes('The conclusion stands in the letter to the parties.'), 'no reason kept');
  // It holds for every letter of the folder with this text, so that it must not outlive this test.
  await vscode.workspace.fs.delete(workspaceFile('.imr'), { recursive: true });
  await untilDiagnostics(document.uri, 'IMR301 again', (found) => codesOf(found).includes('IMR301'));
});

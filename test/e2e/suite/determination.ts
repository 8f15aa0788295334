// The view "Determination": what it shows of a letter, where its rows lead, and that it follows letter and cursor.
import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assert';
import { click, hasPerson, pointAt, press, screenshot, type, untilGone, visibleTexts } from './person';
import { Skipped, test } from './runner';
import { codesOf, until, untilDiagnostics } from './wait';
import { closeEverything, openLetter, placeOf, readSample, showText, themeNames, useTheme } from './workspace';

const pane = '[id="workbench.view.extension.imr"] .pane:has(.pane-header:has-text("Determination"))';
const rows = `${pane} .monaco-list-row`;
const row = (text: string) => `${rows}:has-text("${text}")`;
const chosen = (text: string) => `${rows}.selected:has-text("${text}")`;
const picker = '.quick-input-widget:visible .quick-input-list .monaco-list-row';

/** A test with the view in sight, and nothing else in the side bar. */
function testView(title: string, body: () => Promise<void>): void {
  test(title, async () => {
    if (!(await hasPerson())) throw new Skipped('this host has no page to look at');
    await vscode.commands.executeCommand('imr.determination.focus');
    await visibleTexts(`${pane} .pane-body`);
    // A tooltip where the mouse rested would be in the way.
    await pointAt('.part.titlebar');
    await body();
    await closeEverything();
    await vscode.commands.executeCommand('workbench.view.explorer');
  });
}

/** A copy of the sample, whose last block has a problem and a ledger with something of everything. */
async function openSample(name: string): Promise<vscode.TextEditor> {
  const editor = await openLetter(name, await readSample('2015-letter.imr.txt'));
  await visibleTexts(row('Norco 5/325mg #30'));
  return editor;
}

/** The same with the cursor in its last block, whose rows are opened by that. */
async function openAtLastBlock(name: string): Promise<vscode.TextEditor> {
  const editor = await openSample(name);
  goTo(editor, 'is: Upheld');
  await visibleTexts(row('Urine drug screening'));
  return editor;
}

function goTo(editor: vscode.TextEditor, text: string): void {
  const place = placeOf(editor.document, text);
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

const selected = ({ document, selection }: vscode.TextEditor): string => document.getText(selection);

function untilSelected(what: string, accept: () => boolean): Promise<true> {
  return until(what, vscode.window.onDidChangeTextEditorSelection, () => accept() || undefined);
}

testView('the view shows each decision, its problems and the elements of its rationale', async () => {
  await openAtLastBlock('contents.imr.txt');
  const texts = await visibleTexts(rows);
  const starting = (start: string) => texts.filter((text) => text.startsWith(start)).length;
  deepEqual(
    texts.filter((text) => /^(Upheld|Overturned) · /.test(text)),
    [
      'Overturned · Physical therapy of the left knee 2 times a week for 4 weeksno open points',
      'Upheld · MRI of the lumbar spine without contrast1 error',
      'Upheld · Norco 5/325mg #301 error',
    ],
  );
  equal(starting('"Decision rationale:" is missing from this decision'), 1);
  equal(starting('The heading says Upheld; the rationale concludes'), 1);
  match(texts.join('\n'), /^Rationale\d+ of \d+ elements · Opioids$/m);
  equal(
    starting('Urine drug screening"The report of 9-15-15'),
    1,
    'the element that is there is not shown with its sentence',
  );
  ok(texts.includes('Side effectsmissing'), 'the element that is missing is not shown as that');
  const [header = ''] = await visibleTexts(`${pane} .pane-header`);
  match(header, /3 decisions, 2 open points/);
});

testView('a screen reader is told of each row what its icon shows', async () => {
  await openAtLastBlock('spoken.imr.txt');
  for (const label of [
    'Overturned, Physical therapy of the left knee',
    'Upheld, Norco 5/325mg #30, 1 error, ',
    'Error: The heading says Upheld',
    'Urine drug screening, stated for this patient, "The report of 9-15-15',
    'Side effects, missing',
    'CURES, optional',
    'MTUS silence, and why another source was used, not asked for here',
  ]) {
    await visibleTexts(`${rows}[aria-label^='${label}']`);
  }
});

testView('a click leads to the words of an element, to the end of a rationale, to a problem', async () => {
  const editor = await openAtLastBlock('clicks.imr.txt');
  await click(row('Urine drug screening'));
  await untilSelected('the sentence', () => selected(editor).startsWith('The report of 9-15-15'));
  await click(row('The heading says Upheld'));
  await untilSelected('the problem', () => selected(editor) === 'is medically necessary');
  await click(row('Norco 5/325mg #30'));
  const heading = placeOf(editor.document, 'Norco 5/325mg #60 was the original request');
  await untilSelected('the heading', () => editor.selection.active.isEqual(heading));
});

testView('Enter leads to the end of a rationale that lacks an element, where one goes on writing', async () => {
  const editor = await openAtLastBlock('enter.imr.txt');
  await vscode.commands.executeCommand('imr.showDetermination');
  await visibleTexts(`${rows}.focused:has-text("Norco 5/325mg #30")`);
  for (const title of ['The heading says Upheld', 'Rationale', 'Analgesia', 'Function', 'Side effects']) {
    await press('ArrowDown');
    await visibleTexts(`${rows}.focused:has-text("${title}")`);
  }
  await press('Enter');
  const advice = placeOf(editor.document, 'most appropriate method for weaning and terminating opioids');
  await untilSelected('the end', () => editor.selection.isEmpty && editor.selection.active.line === advice.line);
  equal(editor.selection.active.character, editor.document.lineAt(advice.line).text.length);
  await type(' The pain is neuropathic.');
  await until(
    'the text',
    vscode.workspace.onDidChangeTextDocument,
    () => editor.document.getText().trimEnd().endsWith('neuropathic.') || undefined,
  );
});

testView('the view follows what is typed', async () => {
  const editor = await openAtLastBlock('typing.imr.txt');
  const { document } = editor;
  const words = 'Norco 5/325mg #30 is medically necessary';
  const at = placeOf(document, words, 'medically');
  await editor.edit((edit) => edit.insert(at, 'not '));
  await visibleTexts(`${rows}[aria-label^='Upheld, Norco 5/325mg #30, no open points']`);
  await untilGone(row('The heading says Upheld'));
  const header = () => visibleTexts(`${pane} .pane-header:has-text("1 open point")`);
  match((await header())[0] ?? '', /3 decisions, 1 open point$/);
  const end = placeOf(document, 'One tablet a day for a month');
  await editor.edit((edit) => edit.insert(end, 'The injured worker shows no aberrant behavior. '));
  await visibleTexts(`${rows}[aria-label^='Aberrant behavior, stated for this patient']`);
});

testView('the view follows the cursor, and takes no focus', async () => {
  const editor = await openSample('cursor.imr.txt');
  await vscode.window.showTextDocument(editor.document);
  goTo(editor, 'MRI of the lumbar spine without contrast: Upheld');
  await visibleTexts(chosen('MRI of the lumbar spine'));
  goTo(editor, 'Eight visits lie');
  await visibleTexts(chosen('Physical therapy of the left knee'));
  await type('Here. ');
  await until(
    'the typed words',
    vscode.workspace.onDidChangeTextDocument,
    () => editor.document.getText().includes('Here. Eight visits') || undefined,
  );
});

testView('the row of a decision opens with what is in it', async () => {
  const editor = await openSample('opened.imr.txt');
  await click(row('Physical therapy of the left knee'));
  const heading = placeOf(editor.document, 'Physical therapy of the left knee 2 times a week for 4 weeks: Overturned');
  await untilSelected('the heading', () => editor.selection.active.isEqual(heading));
  await visibleTexts(row('Home exercise'));
});

testView('a row that leads elsewhere stays chosen', async () => {
  const editor = await openAtLastBlock('elsewhere.imr.txt');
  await click(row('is missing from this decision'));
  await untilSelected('the problem', () => editor.selection.active.line < placeOf(editor.document, 'is: Upheld').line);
  await visibleTexts(chosen('is missing from this decision'));
});

testView('a row finds its words in a letter that is checked only when it is saved', async () => {
  const settings = vscode.workspace.getConfiguration('imr');
  await settings.update('run', 'onSave', vscode.ConfigurationTarget.Global);
  try {
    const editor = await openAtLastBlock('on-save-tree.imr.txt');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'A line.\nAnother line.\n'));
    goTo(editor, 'MRI of the lumbar spine without contrast: Upheld');
    await visibleTexts(chosen('MRI of the lumbar spine'));
    await click(row('Urine drug screening'));
    await untilSelected('the sentence', () => selected(editor).startsWith('The report of 9-15-15'));
  } finally {
    await settings.update('run', undefined, vscode.ConfigurationTarget.Global);
  }
});

testView('of two letters the view shows the active one, and keeps it while something else has the focus', async () => {
  const first = await openSample('two-letters.imr.txt');
  const second = await vscode.workspace.openTextDocument(
    vscode.Uri.joinPath(first.document.uri, '../2014-letter.imr.txt'),
  );
  await vscode.window.showTextDocument(second, vscode.ViewColumn.Beside);
  await visibleTexts(row('Tramadol 50 mg #90'));
  await untilGone(row('Norco 5/325mg #30'));
  await vscode.window.showTextDocument(first.document, vscode.ViewColumn.One);
  await visibleTexts(row('Norco 5/325mg #30'));
  await showText('Nothing to do with letters.');
  const [header = ''] = await visibleTexts(`${pane} .pane-header:has-text("two-letters.imr.txt: 3 decisions")`);
  match(header, /two-letters\.imr\.txt: 3 decisions, 2 open points/);
  await vscode.commands.executeCommand('imr.showOutput');
  await visibleTexts(row('Norco 5/325mg #30'));
  await vscode.commands.executeCommand('workbench.action.closePanel');
  await click(row('Norco 5/325mg #30'));
  await until('the letter', vscode.window.onDidChangeActiveTextEditor, () => {
    const { activeTextEditor: active } = vscode.window;
    return (active?.document === first.document && active.viewColumn === vscode.ViewColumn.One) || undefined;
  });
});

testView('without a letter the view says how to come to one', async () => {
  await openSample('no-letter.imr.txt');
  await closeEverything();
  const [welcome = ''] = await visibleTexts(`${pane} .welcome-view-content`);
  match(welcome, /Open a determination letter/);
  await screenshot('determination-empty');
  await click(`${pane} .welcome-view-content .monaco-button:has-text("New Determination Letter")`);
  await visibleTexts('.quick-input-widget:visible .quick-input-title:text-is("New determination letter: form")');
  await press('Escape');
});

testView('a letter in an untitled buffer has its decisions too', async () => {
  const document = await showText(await readSample('2014-letter.imr.txt'));
  equal(document.isUntitled, true);
  await visibleTexts(row('Tramadol 50 mg #90'));
  await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
  await visibleTexts(`${pane} .welcome-view-content`);
});

testView('a missing element is written, and a problem mended, by what there is for that', async () => {
  const editor = await openAtLastBlock('mending.imr.txt');
  await pointAt(row('Side effects'));
  await click(`${row('Side effects')} .action-label[aria-label="Insert Rationale…"]`);
  const [first = ''] = await visibleTexts(`${picker}.focused`);
  match(first, /Side effects/);
  await press('Enter');
  await until('the sentence', vscode.workspace.onDidChangeTextDocument, () => editor.document.isDirty || undefined);
  await visibleTexts(`${rows}[aria-label^='Side effects, open']`);
  await press('Escape');
  await pointAt(row('The heading says Upheld'));
  await click(`${row('The heading says Upheld')} .action-label[aria-label="Quick Fix…"]`);
  const menu = (await visibleTexts('.action-widget .monaco-list-row')).join('\n');
  match(menu, /Overturned/);
  await press('Escape');
});

test('the status item leads to the view', async () => {
  if (!(await hasPerson())) throw new Skipped('this host has no page to look at');
  const { document } = await openLetter('2015-letter.imr.txt');
  await untilDiagnostics(document.uri, 'IMR302', (all) => codesOf(all).includes('IMR302'));
  await click('#status\\.languageStatus');
  await click('.hover-language-status a:has-text("Show by Decision")');
  await visibleTexts(row('Norco 5/325mg #30'));
  await vscode.commands.executeCommand('workbench.view.explorer');
});

testView('pictures of the view, in every kind of theme', async () => {
  await openAtLastBlock('sample-letter.imr.txt');
  // Takes from the editor what it gives to the side bar.
  await vscode.commands.executeCommand('workbench.action.decreaseViewWidth');
  await visibleTexts(row('Analgesia'));
  for (const theme of themeNames) {
    await useTheme(theme);
    await screenshot(`determination-${theme}`);
  }
  await vscode.commands.executeCommand('workbench.action.increaseViewWidth');
});

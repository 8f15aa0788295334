// What a person writes with templates, driven by keys: rationales, blocks, snippets, and a whole letter from nothing.
import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assert';
import { countElements, hasPerson, press, screenshot, type, untilGone, visibleTexts } from './person';
import { Skipped, test } from './runner';
import { walkTabStops } from './tab-stops';
import { codesOf, until, untilDiagnostics, untilLanguage } from './wait';
import { openLetter, placeOf, readSample, useTheme, workspaceFile, workspaceFolder } from './workspace';

const title = '.quick-input-widget:visible .quick-input-title';
const rows = '.quick-input-widget:visible .quick-input-list .monaco-list-row';

async function needPerson(): Promise<void> {
  if (!(await hasPerson())) throw new Skipped('this host has no page to drive');
}

/** Types an answer to the question with this title, and gives it; returns the keys that it took. */
async function answer(question: string, text: string): Promise<number> {
  await visibleTexts(`${title}:text-is("${question}")`);
  await type(text);
  await press('Enter');
  return text.length;
}

/** The sample with the rationale of its first block emptied, and the cursor behind the label. */
async function openWithEmptyRationale(name: string): Promise<vscode.TextEditor> {
  const sample = await readSample('2015-letter.imr.txt');
  const label = 'Decision rationale:';
  const start = sample.indexOf(label) + label.length;
  const end = sample.indexOf('\n\n', start);
  const editor = await openLetter(name, sample.slice(0, start) + sample.slice(end));
  const place = editor.document.positionAt(start);
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
  return editor;
}

const changed = (document: vscode.TextDocument, before: string) =>
  until('the text', vscode.workspace.onDidChangeTextDocument, () => document.getText() !== before || undefined);

test('a whole rationale is inserted by keys, and its places are walked', async () => {
  await needPerson();
  const editor = await openWithEmptyRationale('whole-rationale.imr.txt');
  const { document } = editor;
  const before = document.getText();
  await press('F1');
  await type('IMR: Insert Rationale');
  await press('Enter');
  const offered = await visibleTexts(rows);
  match(offered[0] ?? '', /Whole rationale/);
  await screenshot('insert-rationale');
  await press('Enter');
  await untilGone(title);
  await changed(document, before);
  await screenshot('insert-rationale-whole');
  const rationale = () => document.getText().slice(before.indexOf('Decision rationale:')).split('\n\n')[0] ?? '';
  // What is chosen and filled in later is not wrapped again.
  ok(
    Math.max(
      ...rationale()
        .split('\n')
        .map(({ length }) => length),
    ) < 100,
    'a line that the letter would not have',
  );
  const { filled } = await walkTabStops(editor, () => 'noted on 12/01/2015');
  ok(filled.length > 0, 'nothing was to be filled in');
  const written = rationale();
  match(written.replace(/\s+/g, ' '), /^Decision rationale: .+ is medically necessary\.$/);
  ok(!written.includes('['), `left open: ${written}`);
  equal(document.getText().replace(written, 'Decision rationale:'), before);
});

test('single sentences are checked in the list and go before the conclusion', async () => {
  await needPerson();
  const editor = await openLetter('single-sentences.imr.txt', await readSample('2015-letter.imr.txt'));
  const { document } = editor;
  const before = document.getText();
  const heading = placeOf(document, 'Physical therapy of the left knee 2 times a week for 4 weeks: Overturned');
  editor.selection = new vscode.Selection(heading, heading);
  const done = vscode.commands.executeCommand('imr.insertRationale');
  await visibleTexts(rows);
  await type('conservative');
  await press('ArrowDown', 'Space');
  await type('');
  await screenshot('insert-rationale-single');
  await press('Enter');
  await done;
  await changed(document, before);
  const block = document.getText().slice(document.offsetAt(heading)).split('MRI of')[0] ?? '';
  const words = block.replace(/\s+/g, ' ');
  match(words, /\[[^[\]]*conservative care: failed \| not documented\] .*is medically necessary\. ?$/);
});

test('a block is added from an item that the summary names and nothing decides', async () => {
  await needPerson();
  const sample = await readSample('2014-letter.imr.txt');
  const text = sample.replace(
    /(CLINICAL CASE SUMMARY[\s\S]*?)(\n\s*IMR ISSUES, DECISIONS AND RATIONALES)/,
    '$1\nUtilization review on 5/2/14 denied Lidoderm patch 5% #30.\n$2',
  );
  const editor = await openLetter('undecided.imr.txt', text);
  const { document } = editor;
  const done = vscode.commands.executeCommand('imr.addBlock');
  const [first = ''] = await visibleTexts(rows);
  match(first, /Lidoderm patch 5% #30/);
  await screenshot('add-block');
  await press('Enter');
  await answer('Add decision block', 'Upheld');
  await done;
  const at = placeOf(document, 'Lidoderm patch 5% #30: Upheld');
  ok(at.isAfter(placeOf(document, 'Zolpidem 5 mg #30: Upheld')), 'the block stands elsewhere');
  await walkTabStops(editor, () => 'as recorded');
  ok(
    !document.getText(new vscode.Range(at, document.positionAt(document.getText().length))).includes('['),
    'left open',
  );
});

test('a complete decision block takes at most 60 keys beyond its item and facts', async () => {
  await needPerson();
  // An opioid that is new, and one that has been taken for a year: of no class are more elements asked.
  for (const [sample, item] of [
    ['2014-letter.imr.txt', 'Oxycodone 10 mg #60'],
    ['2015-letter.imr.txt', 'Norco 10/325mg #60'],
  ] as const) {
    const editor = await openLetter(`keys-${sample}`, await readSample(sample));
    const { document } = editor;
    // The item itself is a fact; Enter behind it is not.
    const keys = ['F1', ...'IMR: Add D', 'Enter', 'Enter', ...'Up', 'Enter'];
    await press('F1');
    await type('IMR: Add D');
    await visibleTexts('.quick-input-widget:visible .monaco-list-row.focused:has-text("Add Decision Block")');
    await press('Enter');
    await answer('Add decision block', item);
    await answer('Add decision block', 'Up');
    await untilGone(title);
    const { others } = await walkTabStops(editor, (place) => facts[place] ?? 'as recorded');
    const heading = placeOf(document, `${item}: Upheld`);
    const block = document.getText().slice(document.offsetAt(heading));
    ok(!/\[[a-z]/i.test(block), `left open: ${/\[[^\]]*\]/.exec(block)?.[0]}`);
    const words = block.replace(/\s+/g, ' ');
    ok(words.includes(`The request for ${item} is not medically necessary.`), `no conclusion: ${words}`);
    const count = keys.length + others;
    console.log(
      `imr:      ${item}: ${count} keys, ${others} of them from place to place, for ${words.length} characters`,
    );
    ok(count <= 60, `${count} keys: ${keys.length} for the command, ${others} from place to place`);
    // Nothing is missing: neither an error nor an element.
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const inBlock = ({ range }: vscode.Diagnostic): boolean => range.start.isAfterOrEqual(heading);
    await untilDiagnostics(document.uri, 'no error and no missing element in the block', (all) => {
      const own = all.filter(inBlock);
      const errors = own.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
      return errors.length === 0 && !codesOf(own).includes('IMR308');
    });
  }
});

test('nothing opens or takes a key while prose is typed', async () => {
  await needPerson();
  const editor = await openWithEmptyRationale('prose.imr.txt');
  const { document } = editor;
  const start = document.offsetAt(editor.selection.active);
  const prose =
    ' Pain was 8/10 on 9-15-15: "worse".\nThe request exceeds the limit, e.g. 8 visits (two a week). See imr';
  for (const [i, word] of prose.split(/(?<= )/).entries()) {
    await type(word);
    if (i % 4 === 0) equal(await countElements('.suggest-widget.visible, .ghost-text'), 0, `behind "${word}"`);
  }
  await until(
    'the text as typed',
    vscode.workspace.onDidChangeTextDocument,
    () => document.getText().slice(start, start + prose.length) === prose || undefined,
  );
});

test('the next standard sentence is shown as ghost text where that is asked for, and Tab takes it', async () => {
  await needPerson();
  const settings = vscode.workspace.getConfiguration('imr');
  await settings.update('inlineSentences', true, vscode.ConfigurationTarget.Global);
  try {
    const editor = await openWithEmptyRationale('ghost.imr.txt');
    const { document } = editor;
    const start = document.offsetAt(editor.selection.active);
    // The server has the setting once it has checked the letter.
    await untilDiagnostics(document.uri, 'IMR302', (all) => codesOf(all).includes('IMR302'));
    const written = (): string => document.getText().slice(start).split(/\n\n/)[0]?.replace(/\s+/g, ' ') ?? '';
    await type(' ');
    await visibleTexts('.ghost-text-decoration, .ghost-text');
    for (const theme of ['light', 'dark', 'high-contrast'] as const) {
      await useTheme(theme);
      await type('T');
      await press('Backspace');
      await visibleTexts('.ghost-text-decoration, .ghost-text');
      await screenshot(`ghost-text-${theme}`);
    }
    await press('Tab');
    await until('the sentence', vscode.workspace.onDidChangeTextDocument, () => written().length > 40 || undefined);
    await press('Escape', 'Control+End');
    ok(!/\b(?:documented|records)\b/.test(written().replace(/\[[^\]]*\]/g, '')), `claims something: ${written()}`);
  } finally {
    await settings.update('inlineSentences', undefined, vscode.ConfigurationTarget.Global);
  }
});

test('a structural snippet is written by its prefix', async () => {
  await needPerson();
  const document = await vscode.workspace.openTextDocument({ language: 'imr', content: '' });
  const editor = await vscode.window.showTextDocument(document);
  await type('imr-lead-issues');
  await press('Control+Space');
  await visibleTexts('.suggest-widget.visible .monaco-list-row:has-text("imr-lead-issues")');
  await screenshot('snippet');
  await press('Enter');
  const lead = 'The Final Determination was based on decisions for the disputed items/services set forth below:';
  await until('the sentence', vscode.workspace.onDidChangeTextDocument, () => document.getText() === lead || undefined);
  ok(editor.selection.isEmpty, 'nothing was to be filled in');
});

test('a prefix stands once in the list, and writes as the form of the letter does', async () => {
  await needPerson();
  const ofForm2014 = 'Decision based on MTUS Chronic Pain Treatment Guidelines Carisoprodol (Soma) Page(s): 29.';
  const content = `Soma 350mg #60: Upheld\n\nMAXIMUS guideline: ${ofForm2014}\n\nDecision rationale: None.\n\n`;
  const document = await vscode.workspace.openTextDocument({ language: 'imr', content });
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(document.positionAt(content.length), document.positionAt(content.length));
  await type('imr-');
  await press('Control+Space');
  await visibleTexts('.suggest-widget.visible .monaco-list-row:has-text("imr-block")');
  const shown = await visibleTexts('.suggest-widget.visible .monaco-list-row .label-name');
  ok(shown.includes('imr-heading-summary') && shown.includes('imr-reviewer'), `not all are there: ${shown.join(', ')}`);
  ok(new Set(shown).size === shown.length, `twice: ${shown.join(', ')}`);
  await screenshot('snippets');
  await type('reviewer');
  await press('Enter');
  await until(
    'the field',
    vscode.workspace.onDidChangeTextDocument,
    () =>
      document.getText().endsWith('MAXIMUS guideline: Decision based on MTUS [guideline] Page(s): [pages].') ||
      undefined,
  );
});

const facts: Readonly<Record<string, string>> = {
  '[case number]': 'CM17-0999999',
  '[date assigned]': '01/18/2017',
  '[date of injury]': '11/18/2016',
  '[decision date]': '02/10/2017',
  '[UR denial date]': '12/07/2016',
  '[application received]': '01/16/2017',
  '[age]': '44',
  '[date]': '12/01/2016',
  '[state]': 'California',
  '[pages]': '303',
  '[guideline]': 'Low Back Complaints 2004',
};

/** Words of headings, labels, standard sentences and conclusions. */
const standingText =
  /Expert|IMR|CLINICAL|Decision|MTUS|Section|Page\(s\)|request for|medically necessary|Upheld|Overturned/i;

test('from New determination letter to a letter with three decided items and no error, nobody types standard text', async () => {
  await needPerson();
  const items = [
    ['Norco 10/325mg #60', 'Upheld'],
    ['MRI of the lumbar spine', 'Overturned'],
    ['Acupuncture 6 sessions', 'Upheld'],
  ] as const;
  const done = vscode.commands.executeCommand('imr.newLetter');
  await answer('New determination letter: form', '2015');
  await answer('New determination letter: reviewer', 'Family Practice');
  await answer('New determination letter: utilization review', '');
  for (const [i, [item, outcome]] of items.entries()) {
    await answer(`New determination letter: item ${i + 1}`, item);
    await visibleTexts(rows);
    await answer(`New determination letter: item ${i + 1}`, outcome);
  }
  await visibleTexts(`${title}:text-is("New determination letter: item 4")`);
  await press('Enter');
  await done;
  const editor = vscode.window.activeTextEditor;
  ok(editor, 'no letter was opened');
  const { document } = editor;
  await untilLanguage(document, 'imr');
  const { filled, keystrokes } = await walkTabStops(editor, (place) => facts[place] ?? 'as recorded');
  const text = document.getText();
  deepEqual(
    items.map(([item, outcome]) => text.includes(`${item}: ${outcome}`)),
    [true, true, true],
  );
  ok(!/\[[a-z]/i.test(text), `left open: ${/\[[^\]]*\]/.exec(text)?.[0]}`);
  // All that was typed are the facts of the case. Had a part of the standard text been left to the person, it would be missing now.
  const standing = filled
    .filter(([, words]) => standingText.test(words))
    .reduce((sum, [, words]) => sum + words.length, 0);
  equal(standing, 0, 'keystrokes of standard text');
  const share = keystrokes / text.length;
  ok(share < 0.2, `${keystrokes} of ${text.length} characters were typed`);
  await untilDiagnostics(document.uri, 'no error', (all) =>
    all.every(({ severity }) => severity !== vscode.DiagnosticSeverity.Error),
  );
  await screenshot('new-letter-filled-in');
});

test('an item is renamed in heading, rationale and conclusion', async () => {
  await needPerson();
  const editor = await openLetter('renamed.imr.txt', await readSample('2015-letter.imr.txt'));
  const { document } = editor;
  await untilDiagnostics(document.uri, 'problems', (all) => all.length > 0);
  const place = placeOf(document, 'MRI of the lumbar spine without contrast: Upheld');
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenter);
  await press('F2');
  // Keys go to the editor until the box has the focus.
  await visibleTexts('.rename-box input:focus');
  await press('Control+A');
  await type('CT of the lumbar spine without contrast');
  await screenshot('rename');
  await press('Enter');
  await until('the new name', vscode.workspace.onDidChangeTextDocument, () =>
    document.getText().includes('CT of the lumbar spine without contrast: Upheld') ? true : undefined,
  );
  ok(!document.getText().includes('MRI of the lumbar spine without contrast: Upheld'), 'the old heading stands');
  ok(codesOf(vscode.languages.getDiagnostics(document.uri)).length > 0, 'no problems any more');
});

test('open places are gone to by keys, forwards and backwards, long after they were inserted', async () => {
  await needPerson();
  const sample = await readSample('2014-letter.imr.txt');
  const text = sample.replace(
    'The MTUS recommends cyclobenzaprine',
    'Seen on [date]. The MTUS recommends cyclobenzaprine',
  );
  const editor = await openLetter(
    'open-places.imr.txt',
    `${text.trimEnd()}\n[agreement: documented | not documented]\n`,
  );
  const selected = () => editor.document.getText(editor.selection);
  const expectSelected = (words: string) =>
    until(words, vscode.window.onDidChangeTextEditorSelection, () => selected() === words || undefined);
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await press('Alt+F9');
  await expectSelected('[date]');
  await press('Alt+F9');
  await expectSelected('[agreement: documented | not documented]');
  await press('Shift+Alt+F9');
  await expectSelected('[date]');
});

test('a selection is saved as a template, which the list of rationales offers at once', async () => {
  await needPerson();
  const editor = await openLetter('own-template.imr.txt', await readSample('2014-letter.imr.txt'));
  const { document } = editor;
  const start = placeOf(document, 'The MTUS recommends cyclobenzaprine');
  const end = document.positionAt(document.getText().indexOf('.', document.offsetAt(start)) + 1);
  editor.selection = new vscode.Selection(start, end);
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(workspaceFolder(), '.imr.yaml'));
  let isNamed = false;
  watcher.onDidCreate(() => {
    isNamed = true;
  });
  const saved = vscode.commands.executeCommand('imr.saveTemplate');
  for (const words of ['Our own opening', 'Any class', 'Either outcome'])
    await answer('Save selection as template', words);
  const pack = workspaceFile('.imr/templates.yaml');
  await until('the configuration that names the pack', watcher.onDidCreate, () => isNamed || undefined);
  watcher.dispose();
  const written = new TextDecoder().decode(await vscode.workspace.fs.readFile(pack));
  match(written, /text: .?\{guideline\} recommends \{name\}/);
  await vscode.commands.executeCommand('notifications.clearAll');
  await saved;
  // It would be offered in every other test too.
  await vscode.workspace.fs.delete(workspaceFile('.imr'), { recursive: true });
  await vscode.workspace.fs.delete(workspaceFile('.imr.yaml'));
});

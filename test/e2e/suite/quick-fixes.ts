// Quick fixes, applied as a program and as a person applies them.
import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assert';
import { press, screenshot, type, visibleTexts } from './person';
import { test } from './runner';
import { walkTabStops } from './tab-stops';
import { codesOf, until, untilDiagnostics } from './wait';
import { openLetter, readSample } from './workspace';

async function problemWith(code: string, uri: vscode.Uri): Promise<vscode.Diagnostic> {
  const all = await untilDiagnostics(uri, code, (diagnostics) => codesOf(diagnostics).includes(code));
  const found = all.find((each) => codesOf([each])[0] === code);
  ok(found, `no ${code}`);
  return found;
}

async function fixesOf(uri: vscode.Uri, problem: vscode.Diagnostic): Promise<readonly vscode.CodeAction[]> {
  const most = 20;
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, problem.range, 'quickfix', most);
}

test('a quick fix repairs the letter, and its problem is gone', async () => {
  const { document } = await openLetter('2015-letter.imr.txt');
  const before = document.getText();
  const problem = await problemWith('IMR302', document.uri);
  const fix = (await fixesOf(document.uri, problem)).find(({ title }) => title.startsWith('Change the conclusion'));
  ok(fix?.edit, 'no such fix, or one without an edit');
  await vscode.workspace.applyEdit(fix.edit);
  const wrong = 'the request for the remaining Norco 5/325mg #30 is medically necessary.';
  equal(document.getText(), before.replace(wrong, wrong.replace('is medically', 'is not medically')));
  await untilDiagnostics(document.uri, 'IMR302 gone', (all) => !codesOf(all).includes('IMR302'));
});

test('a language finding, which needs the tagger and the dictionary, is repaired by its quick fix', async () => {
  const sample = await readSample('2015-letter.imr.txt');
  const text = sample.replace('The report of 9-15-15 records', 'A MRI of 9-15-15 records');
  const { document } = await openLetter('language.imr.txt', text);
  const problem = await problemWith('IMR702', document.uri);
  const [fix] = await fixesOf(document.uri, problem);
  ok(fix?.edit, 'no such fix, or one without an edit');
  await vscode.workspace.applyEdit(fix.edit);
  equal(document.getText(), text.replace('A MRI', 'An MRI'));
  await untilDiagnostics(document.uri, 'IMR702 gone', (all) => !codesOf(all).includes('IMR702'));
});

test('a missing conclusion is written where it belongs, in the spacing of the letter', async () => {
  const { document } = await openLetter('2014-letter.imr.txt');
  const before = document.getText();
  const problem = await problemWith('IMR301', document.uri);
  const fix = (await fixesOf(document.uri, problem)).find(({ title }) => title.startsWith('Add the conclusion'));
  ok(fix?.edit, 'no such fix, or one without an edit');
  await vscode.workspace.applyEdit(fix.edit);
  const last = 'give little to support a further ninety tablets.';
  const place = before.indexOf(last) + last.length;
  const added = document.getText().slice(place, place + document.getText().length - before.length);
  equal(added.replace(/\s+/g, ' '), ' The request for Tramadol 50 mg #90 is not medically necessary.');
  ok(/\n\n/.test(added) || !added.includes('\n'), 'a line break that the letter does not use');
  await untilDiagnostics(document.uri, 'IMR301 gone', (all) => !codesOf(all).includes('IMR301'));
});

test('a person takes a quick fix by keys and walks its tab stops', async () => {
  const editor = await openLetter('2015-letter.imr.txt');
  const { document } = editor;
  const before = document.getText();
  const { range } = await problemWith('IMR105', document.uri);
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
  await press('Control+.');
  const titles = await visibleTexts('.action-widget .action');
  ok(titles[0]?.includes('Insert "Decision rationale:"'), `offered: ${titles.join(' | ')}`);
  await screenshot('quick-fix-menu');
  await press('Enter');
  const selection = () => document.getText(editor.selection);
  await until('a place to fill in', vscode.window.onDidChangeTextEditorSelection, () => selection() || undefined);
  await screenshot('quick-fix-applied');
  const { filled } = await walkTabStops(editor, (place) => `fact ${place.length}`);
  ok(filled.length > 0, 'nothing was to be filled in');
  const place = before.indexOf('Studies.') + 'Studies.'.length;
  const expected = document.getText();
  const added = expected.slice(place, place + expected.length - before.length);
  match(added, /^\n\nDecision rationale: [^[\]]*is not\s+medically\s+necessary\.$/);
  await untilDiagnostics(document.uri, 'IMR105 gone', (all) => !codesOf(all).includes('IMR105'));
});

test('fixes that need a look are offered one by one, and Auto Fix leaves them alone', async () => {
  const sample = await readSample('2015-letter.imr.txt');
  const undecided = sample
    .replace('without contrast: Upheld', 'without contrast:')
    .replace('4 weeks: Overturned', '4 weeks:');
  const editor = await openLetter('one-by-one.imr.txt', undecided);
  const { document } = editor;
  const { range } = await problemWith('IMR103', document.uri);
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
  await vscode.commands.executeCommand('editor.action.autoFix');
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
  );
  ok(actions.length > 0, 'no fix is offered');
  const unasked = actions.filter(({ title, isPreferred }) => isPreferred || title.includes('Fix all'));
  deepEqual(
    unasked.map(({ title }) => title),
    [],
  );
  equal(document.getText(), undecided, 'applied before it was looked at');
});

test('a number sign and digits get no color swatch', async () => {
  const { document } = await openLetter('number.imr.txt', await readSample('2015-letter.imr.txt'));
  const settings = vscode.workspace.getConfiguration('editor', document);
  equal(settings.get('colorDecorators'), false, 'editor.colorDecorators');
});

test('safe fixes are applied on save to who asks for it', async () => {
  const settings = vscode.workspace.getConfiguration('editor', { languageId: 'imr' });
  const onSave = { 'source.fixAll.imr': 'explicit' };
  await settings.update('codeActionsOnSave', onSave, vscode.ConfigurationTarget.Global, true);
  try {
    const sample = await readSample('2015-letter.imr.txt');
    const doubled = sample.replace('affiliation with', 'affiliation with with');
    const { document } = await openLetter('fixed-on-save.imr.txt', doubled);
    await problemWith('IMR502', document.uri);
    await press('Control+End');
    await type(' ');
    await press('Control+S');
    await until('the repair', vscode.workspace.onDidSaveTextDocument, () =>
      document.getText().includes('with with') || document.isDirty ? undefined : true,
    );
  } finally {
    await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global, true);
  }
});

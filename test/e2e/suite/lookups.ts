// Cards, pages and completions as a reviewer sees them. The pictures are looked at by people; the tests see to it that what
// they should show is there.
import * as vscode from 'vscode';
import { deepEqual, match, ok } from './assert';
import { hasPerson, press, screenshot, visibleTexts } from './person';
import { Skipped, test } from './runner';
import { until, untilDiagnostics, untilTab } from './wait';
import { hoverText, openLetter, placeOf, readSample, useTheme } from './workspace';

const themes = ['light', 'dark'] as const;
const loaded = (uri: vscode.Uri) => untilDiagnostics(uri, 'any problem', (all) => all.length > 0);

/** Each kind of card, and a word of the 2015 sample that has it. */
const cards: readonly (readonly [name: string, text: string, inner: string, shown: RegExp])[] = [
  ['citation', 'Opioids, criteria for use, Weaning', 'criteria', /In force when utilization review decided/],
  ['drug', 'Norco 5/325mg #60 was', 'Norco', /Norco: hydrocodone\/acetaminophen/],
  ['treatment', 'MRI of the lumbar spine without contrast: U', 'lumbar', /MRI, lumbar spine/],
  ['section', 'CLINICAL CASE SUMMARY', 'CLINICAL', /What belongs here/],
  ['label', 'MAXIMUS guideline: Decision based on MTUS Low', 'MAXIMUS', /Section\(s\)/],
  ['header', 'UR Denial Date', 'Denial', /Guideline editions are checked for this date/],
  ['abbreviation', 'The MTUS supports', 'MTUS', /Medical Treatment Utilization Schedule/],
  ['guideline', 'MTUS Opioids Treatment', 'Opioids', /Not in force when utilization review decided/],
];

test('every kind of card tells what it should', async () => {
  const { document } = await openLetter('2015-letter.imr.txt');
  await loaded(document.uri);
  for (const [name, text, inner, shown] of cards) {
    const card = await hoverText(document.uri, placeOf(document, text, inner));
    match(card.replaceAll('**', ''), shown, name);
  }
});

test('pictures of every kind of card, in light and dark', async () => {
  if (!(await hasPerson())) throw new Skipped('this host has no page to look at');
  const editor = await openLetter('2015-letter.imr.txt');
  await loaded(editor.document.uri);
  for (const theme of themes) {
    await useTheme(theme);
    for (const [name, text, inner] of cards) {
      showCursor(editor, placeOf(editor.document, text, inner));
      await vscode.commands.executeCommand('editor.action.showHover');
      await visibleTexts('.monaco-hover-content');
      await screenshot(`card-${name}-${theme}`);
      await press('Escape');
    }
  }
});

test('the definition of a drug is a read-only page, and its links lead on', async () => {
  const editor = await openLetter('2015-letter.imr.txt');
  await loaded(editor.document.uri);
  showCursor(editor, placeOf(editor.document, 'Norco 5/325mg #60 was'));
  await vscode.commands.executeCommand('editor.action.revealDefinition');
  await untilTab('hydrocodone-acetaminophen.md');
  const uri = vscode.Uri.parse('imr-library:/drug/hydrocodone-acetaminophen.md');
  const page = await vscode.workspace.openTextDocument(uri);
  match(page.getText(), /^# Hydrocodone\/acetaminophen/);
  deepEqual(page.languageId, 'markdown');
  const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
  ok(
    links.some(({ target }) => String(target).includes('topic/cp09-opioids-criteria.md')),
    `no link to a topic: ${links.map(({ target }) => target).join(' ')}`,
  );
  for (const theme of themes) {
    await useTheme(theme);
    await screenshot(`page-drug-${theme}`);
  }
});

test('a page in the preview of markdown', async () => {
  if (!(await hasPerson())) throw new Skipped('this host has no page to look at');
  await openLetter('2015-letter.imr.txt');
  const uri = vscode.Uri.parse('imr-library:/topic/cp09-opioids-criteria.md');
  await vscode.commands.executeCommand('markdown.showPreview', uri);
  await visibleTexts('.tab.active');
  for (const theme of themes) {
    await useTheme(theme);
    await screenshot(`page-preview-${theme}`);
  }
});

test('references of a guideline are all the letters of the folder that cite it', async () => {
  const { document } = await openLetter('2015-letter.imr.txt');
  await loaded(document.uri);
  const places = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    document.uri,
    placeOf(document, 'Chronic Pain Medical Treatment 2009', 'Pain'),
  );
  const names = new Set(places.map(({ uri }) => uri.path.slice(uri.path.lastIndexOf('/') + 1)));
  ok(names.has('2014-letter.imr.txt') && names.has('2015-letter.imr.txt'), `found in ${[...names].join(', ')}`);
});

test('a completion list in a guideline field, with what the topic says, in light and dark', async () => {
  const sample = await readSample('2015-letter.imr.txt');
  const text = sample.replace(/(MAXIMUS guideline:) Decision based on MTUS Low Back[^.]*\./, '$1 ');
  const editor = await openLetter('completing.imr.txt', text);
  const { document } = editor;
  await loaded(document.uri);
  const field = placeOf(document, 'MAXIMUS guideline: \n');
  showCursor(editor, field.translate(0, 'MAXIMUS guideline: '.length));
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    editor.selection.active,
  );
  match(String(nameOf(list.items[0])), /^Low Back Complaints 2004: Special Studies/);
  if (!(await hasPerson())) return;
  for (const theme of themes) {
    await useTheme(theme);
    await press('Control+Space');
    await visibleTexts('.suggest-widget.visible .monaco-list-row');
    // The editor keeps the documentation open from the first time on.
    if (theme === themes[0]) await vscode.commands.executeCommand('toggleSuggestionDetails');
    await visibleTexts('.suggest-details');
    await screenshot(`completion-${theme}`);
    await press('Escape');
  }
  await press('Control+Space');
  await visibleTexts('.suggest-widget.visible .monaco-list-row');
  await press('Enter');
  await until(
    'the citation',
    vscode.workspace.onDidChangeTextDocument,
    () =>
      /MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section\(s\): Special\s+Studies\./.test(
        document.getText(),
      ) || undefined,
  );
});

test('inlay hints show generic names where they are switched on', async () => {
  const settings = vscode.workspace.getConfiguration('imr');
  await settings.update('inlayHints', true, vscode.ConfigurationTarget.Global);
  try {
    const editor = await openLetter('2015-letter.imr.txt');
    const { document } = editor;
    await loaded(document.uri);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      whole,
    );
    ok(
      hints.some(({ label }) => label === '(hydrocodone/acetaminophen)'),
      `${hints.length} hints`,
    );
    showCursor(editor, placeOf(document, 'Norco 5/325mg #60 was'));
    await screenshot('inlay-hints');
  } finally {
    await settings.update('inlayHints', undefined, vscode.ConfigurationTarget.Global);
  }
});

function showCursor(editor: vscode.TextEditor, place: vscode.Position): void {
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenter);
}

function nameOf(item: vscode.CompletionItem | undefined): string | undefined {
  return typeof item?.label === 'object' ? item.label.label : item?.label;
}

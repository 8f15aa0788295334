import * as vscode from 'vscode';
import { deepEqual, match, ok } from './assert';
import { hasPerson, press } from './person';
import { Skipped, test } from './runner';
import { codesOf, untilDiagnostics } from './wait';
import { closeEverything, openLetter, placeOf, readSample, workspaceFile } from './workspace';

const extension = vscode.extensions.getExtension('imr-determinations.imr-determinations');

const declared: readonly { readonly command: string }[] = extension?.packageJSON.contributes.commands ?? [];

/** What each command says where there is no letter; those that are not named here need none. */
const without: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries(
    [
      ...['addBlock', 'insertRationale', 'saveTemplate', 'nextOpenPlace', 'previousOpenPlace', 'checkLetter'],
      ...['checkBeforeSigning', 'saveCheck', 'verifyCheck', 'copyRedacted', 'openPreview'],
      ...['openPoints.next', 'openPoints.previous'],
    ].map((name) => [`imr.${name}`, /^Open a letter first\.$/]),
  ),
  'imr.readAsLetter': /^Open a text file first\.$/,
  'imr.determination.insertRationale': /^Use the menu of a row/,
  'imr.determination.quickFix': /^Use the menu of a row/,
  'imr.openPoints.fix': /^Select an open point/,
  'imr.openPoints.explain': /^Select an open point/,
  'imr.openPoints.suppress': /^Select an open point/,
};

/** What each says in a letter with nothing selected in it or in the views, where it does not do its work at once or ask. */
const within: Readonly<Record<string, RegExp>> = {
  'imr.saveTemplate': /^Select the sentences of a rationale first\.$/,
  'imr.determination.insertRationale': /^Use the menu of a row/,
  'imr.determination.quickFix': /^Use the menu of a row/,
  'imr.openPoints.fix': /^Select an open point/,
  'imr.openPoints.explain': /^Select an open point/,
  'imr.openPoints.suppress': /^Select an open point/,
};

/** Runs a command, answers whatever it asks with Escape, and returns what it complains of; undefined where it is content. */
async function complaintOf(command: string): Promise<string | undefined> {
  let isDone = false;
  const done = vscode.commands
    .executeCommand(command)
    .then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )
    .then((complaint) => {
      isDone = true;
      return complaint;
    });
  for (let waited = 0; !isDone && waited < 40; waited++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (waited % 5 === 4 && !isDone) await press('Escape');
  }
  if (!isDone) await vscode.commands.executeCommand('notifications.clearAll');
  return done;
}

async function complaints(
  expected: Readonly<Record<string, RegExp>>,
  prepare: () => Promise<unknown>,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const { command } of declared) {
    await prepare();
    const complaint = await complaintOf(command);
    // Of a dialog, the suite's editor says only that it was asked for.
    const asks = complaint?.startsWith('DialogService: refused to show dialog in tests') ?? false;
    const fits = expected[command]?.test(complaint ?? '') ?? (complaint === undefined || asks);
    if (!fits) wrong.push(`${command}: ${complaint ?? 'no complaint'}`);
    await vscode.commands.executeCommand('notifications.clearAll');
  }
  return wrong;
}

test('every command runs without a letter, or says what it needs', async () => {
  if (!(await hasPerson())) throw new Skipped('this host has no page to drive');
  ok(declared.length > 20, 'no command is declared');
  deepEqual(await complaints(without, closeEverything), []);
});

test('every command runs with a letter, or says what it needs', async () => {
  if (!(await hasPerson())) throw new Skipped('this host has no page to drive');
  const sample = await readSample('2015-letter.imr.txt');
  const wrong = await complaints(within, async () => {
    await closeEverything();
    const editor = await openLetter('each-command.imr.txt', sample);
    const { document } = editor;
    const place = placeOf(document, 'Norco 5/325mg #30 is medically necessary');
    editor.selection = new vscode.Selection(place, place);
    await untilDiagnostics(document.uri, 'IMR302', (all) => codesOf(all).includes('IMR302'));
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  });
  await vscode.workspace.fs.delete(workspaceFile('each-command.check.md'));
  await vscode.commands.executeCommand('workbench.action.closePanel');
  await vscode.commands.executeCommand('workbench.view.explorer');
  deepEqual(wrong, []);
});

test('the server restarts on request, and the problems come back', async () => {
  const { document } = await openLetter('2014-letter.imr.txt');
  await untilDiagnostics(document.uri, 'IMR301', (all) => codesOf(all).includes('IMR301'));
  const counts: number[] = [];
  const watching = vscode.languages.onDidChangeDiagnostics(() => {
    counts.push(vscode.languages.getDiagnostics(document.uri).length);
  });
  await vscode.commands.executeCommand('imr.restartServer');
  await untilDiagnostics(document.uri, 'IMR301 again', (all) => counts.includes(0) && codesOf(all).includes('IMR301'));
  watching.dispose();
});

test('a restart that is asked for twice at once ends with one server', async () => {
  const { document } = await openLetter('2014-letter.imr.txt');
  await Promise.all([1, 2].map(() => vscode.commands.executeCommand('imr.restartServer')));
  const all = await untilDiagnostics(document.uri, 'IMR301', (found) => codesOf(found).includes('IMR301'));
  deepEqual(
    codesOf(all).filter((code) => code === 'IMR301'),
    ['IMR301'],
  );
});

test('a letter is checked by command only, where imr.run is manual', async () => {
  const settings = vscode.workspace.getConfiguration('imr');
  await closeEverything();
  await settings.update('run', 'manual', vscode.ConfigurationTarget.Global);
  try {
    const { document } = await openLetter('2014-letter.imr.txt');
    await vscode.commands.executeCommand('imr.checkLetter');
    await untilDiagnostics(document.uri, 'IMR301', (all) => codesOf(all).includes('IMR301'));
  } finally {
    await settings.update('run', undefined, vscode.ConfigurationTarget.Global);
  }
});

test('the diagnostics report tells the shape of a letter and none of its text', async () => {
  const { document } = await openLetter('2014-letter.imr.txt');
  await untilDiagnostics(document.uri, 'IMR301', (all) => codesOf(all).includes('IMR301'));
  await vscode.commands.executeCommand('imr.copyReport');
  const report = await vscode.env.clipboard.readText();
  match(report, /\| Language server \| running imr-language-server \d/);
  match(report, /\| Blocks \| Upheld \w+, Upheld errors, Upheld \w+ \|/);
  match(report, /\| Problems \| .*IMR301/);
  for (const word of ['Tramadol', 'Cyclobenzaprine', 'nursery', '2014-letter']) {
    ok(!report.includes(word), `the report holds "${word}"`);
  }
});

// A letter whose check loops, exits, exhausts memory or throws later costs itself only. Run by `run.mjs --poison`.
import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert';
import { click, countElements, harnessOptions, untilGone, visibleTexts } from './person';
import { Skipped, test } from './runner';
import { codesOf, untilDiagnostics } from './wait';
import { openLetter, readSample, workspaceFile } from './workspace';

/** Milliseconds: on a busy machine a worker that runs out of memory takes its time. */
const patience = 90_000;
const slow = 'Not checked: the check took too long';
const failed = 'Not checked: the check failed';
const stopped = 'Not checked: checking has stopped after several faults';
const notification = '.notifications-center .notification-list-item:has-text("no longer checked")';

async function isWeb(): Promise<boolean> {
  return (await harnessOptions())?.host === 'web';
}

/** Every test starts with a server that has lost no worker yet. */
function testAnew(title: string, body: () => Promise<void>): void {
  test(title, async () => {
    await vscode.extensions.getExtension('imr-determinations.imr-determinations')?.activate();
    await vscode.commands.executeCommand('imr.restartServer');
    await body();
  });
}

async function openHealthy(name = 'healthy.imr.txt'): Promise<vscode.Uri> {
  const { document } = await openLetter(name, await readSample('2014-letter.imr.txt'));
  await untilChecked(document.uri);
  return document.uri;
}

/** Opens a letter whose check does `act`, as its first line says. */
async function openPoisoned(act: string, name = `${act}.imr.txt`): Promise<vscode.TextEditor> {
  return openLetter(name, `poison: ${act}\n\n${await readSample('2014-letter.imr.txt')}`);
}

const untilChecked = (uri: vscode.Uri) =>
  untilDiagnostics(uri, 'IMR301', (all) => codesOf(all).includes('IMR301'), patience);

const untilMessage = (uri: vscode.Uri, message: string) =>
  untilDiagnostics(uri, message, (all) => all.length === 1 && all[0]?.message === message, patience);

/** The one action of a letter that is not checked. Without its command where the extension runs in another host than this suite. */
async function tryAgainAction(document: vscode.TextDocument): Promise<vscode.CodeAction | undefined> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    document.lineAt(0).range,
  );
  deepEqual(
    actions.map(({ title }) => title),
    ['Try again'],
  );
  return actions[0];
}

async function removeFirstLine(editor: vscode.TextEditor): Promise<void> {
  await editor.edit((builder) => builder.delete(new vscode.Range(0, 0, 1, 0)));
}

/** On the web, a worker that closes itself ends without a sign, and is noticed as one that loops; null: not tried there. */
const acts: readonly { name: string; message: string; onWeb: string | null }[] = [
  { name: 'loop', message: slow, onWeb: slow },
  { name: 'exit', message: failed, onWeb: slow },
  // A browser ends the whole page.
  { name: 'memory', message: 'Not checked: the check needed too much memory', onWeb: null },
  { name: 'later', message: failed, onWeb: null },
];

/** There nobody can tell which letter an error comes from that is thrown later. */
const laterOnWeb = 'in a browser, a letter whose check throws later is checked all the same, and so are others';

for (const { name, message, onWeb } of acts) {
  testAnew(`a letter whose check does this: ${name}, is not checked and says so; others are`, async () => {
    const expected = (await isWeb()) ? onWeb : message;
    if (expected === null) throw new Skipped('another thing on the web');
    const healthy = await openHealthy();
    const editor = await openPoisoned(name);
    const { document } = editor;
    const [found] = await untilMessage(document.uri, expected);
    deepEqual([found?.code, found?.severity], ['not-checked', vscode.DiagnosticSeverity.Warning]);
    await tryAgainAction(document);
    await openHealthy('another.imr.txt');
    await untilChecked(healthy);
    await vscode.commands.executeCommand('notifications.showList');
    equal(await countElements(notification), 0);
    await vscode.commands.executeCommand('notifications.hideList');
    await vscode.window.showTextDocument(document);
    const next = vscode.window.activeTextEditor;
    ok(next, 'no editor');
    await removeFirstLine(next);
    await untilChecked(document.uri);
  });
}

testAnew(laterOnWeb, async () => {
  if (!(await isWeb())) throw new Skipped('on Node the letter is told, and rests');
  const healthy = await openHealthy();
  const { document } = await openPoisoned('later');
  await untilChecked(document.uri);
  await openHealthy('another.imr.txt');
  await untilChecked(healthy);
});

testAnew('a letter that is not checked is checked again by Try again', async () => {
  if (await isWeb()) throw new Skipped('a rule in a browser leaves no mark that outlives its worker');
  // Only the open text is poisoned: the server reads the files of the folder too, and the first check spends the mark.
  const editor = await openLetter('spent.imr.txt', await readSample('2014-letter.imr.txt'));
  const { document } = editor;
  await untilChecked(document.uri);
  const poison = `poison: exit ${workspaceFile('../spent').fsPath}\n\n`;
  await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), poison));
  await untilMessage(document.uri, failed);
  const { command } = (await tryAgainAction(document)) ?? {};
  ok(command, 'the action has no command');
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  await untilChecked(document.uri);
});

testAnew('a server that is killed comes up again by itself, and all letters are checked', async () => {
  if (await isWeb()) throw new Skipped('nothing kills a worker of the browser but the browser');
  const healthy = await openHealthy();
  const { document } = await openPoisoned(`kill ${workspaceFile('../killed').fsPath}`, 'killed.imr.txt');
  await untilChecked(document.uri);
  await untilChecked(healthy);
});

testAnew('after five faults one notification offers Restart, and no letter looks clean until then', async () => {
  const healthy = await openHealthy();
  const isOnWeb = await isWeb();
  for (const n of [1, 2, 3, 4, 5]) {
    const { document } = await openPoisoned('exit', `poison-${n}.imr.txt`);
    await untilDiagnostics(document.uri, 'not-checked', (all) => codesOf(all).includes('not-checked'), patience);
  }
  await vscode.commands.executeCommand('notifications.showList');
  await visibleTexts(notification);
  equal(await countElements(notification), 1);
  await untilMessage(healthy, stopped);
  await click(`${notification} .monaco-button:has-text("Restart")`);
  await untilChecked(healthy);
  await untilGone(notification);
  await untilMessage(workspaceFile('poison-5.imr.txt'), isOnWeb ? slow : failed);
});

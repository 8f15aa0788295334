import * as vscode from 'vscode';
import { deepEqual, match, ok } from './assert';
import { test } from './runner';
import { codesOf, untilDiagnostics } from './wait';
import { closeEverything, openLetter } from './workspace';

const extension = vscode.extensions.getExtension('imr-determinations.imr-determinations');

test('every command of the palette is there', async () => {
  await openLetter('2014-letter.imr.txt');
  await extension?.activate();
  const registered = new Set(await vscode.commands.getCommands(true));
  const declared: { command: string }[] = extension?.packageJSON.contributes.commands;
  ok(declared.length > 0, 'no command is declared');
  deepEqual(
    declared.map(({ command }) => command).filter((command) => !registered.has(command)),
    [],
  );
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

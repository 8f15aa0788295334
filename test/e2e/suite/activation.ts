// What the extension costs somebody who writes no letters. First in the suite: a server that runs goes on running.
import * as vscode from 'vscode';
import { equal, ok } from './assert';
import { Skipped, test } from './runner';
import { showText } from './workspace';

test('a text file that is no letter starts no server', async () => {
  await showText('Nothing to do with letters.');
  const extension = vscode.extensions.getExtension('imr-determinations.imr-determinations');
  ok(extension, 'the extension is not there');
  await extension.activate();
  await vscode.commands.executeCommand('imr.copyReport');
  const report = await vscode.env.clipboard.readText();
  const [, state] = /\| Language server \| (\w+)/.exec(report) ?? [];
  if (state === 'running') throw new Skipped('a letter was opened before');
  equal(state, 'off');
});

// A letter that was kept as a Word document.
import * as vscode from 'vscode';
import { paragraph, wordDocument } from '../../import/documents';
import { equal, match } from './assert';
import { harnessOptions } from './person';
import { Skipped, test } from './runner';
import { readSample, workspaceFolder } from './workspace';

test('a Word document is imported as a letter without a file', async () => {
  if ((await harnessOptions())?.host === 'web') throw new Skipped('documents are imported by a server in Node');
  const sample = await readSample('2015-letter.imr.txt');
  const paragraphs = sample.split(/\n\s*\n/).map((each) => paragraph(each.replace(/\s+/g, ' ')));
  const file = vscode.Uri.joinPath(workspaceFolder(), 'letter.docx');
  await vscode.workspace.fs.writeFile(file, wordDocument(paragraphs.join('')));
  try {
    await vscode.commands.executeCommand('imr.importLetter', file);
    const document = vscode.window.activeTextEditor?.document;
    equal(document?.isUntitled, true);
    equal(document?.languageId, 'imr');
    match(document?.getText() ?? '', /Norco 5\/325mg #30 is: Upheld/);
  } finally {
    await vscode.workspace.fs.delete(file);
  }
});

// Which plain text files become letters, and which never do.
import * as vscode from 'vscode';
import { equal } from './assert';
import { click, hasPerson, visibleTexts } from './person';
import { test } from './runner';
import { codesOf, untilDiagnostics, untilLanguage } from './wait';
import { closeEverything, openLetter, readSample, showText } from './workspace';

const notes = `CLINICAL CASE SUMMARY

Notes on the letter: the heading "IMR ISSUES, DECISIONS AND RATIONALES" is still missing.
`;

async function setDetect(mode: 'auto' | 'ask' | 'off' | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('imr').update('detect', mode, vscode.ConfigurationTarget.Global);
}

test('a .txt file with the headings of a letter is read as one', async () => {
  const { document } = await openLetter('extracted.txt', await readSample('2014-letter.imr.txt'));
  await untilLanguage(document, 'imr');
  await untilDiagnostics(document.uri, 'IMR301', (all) => codesOf(all).includes('IMR301'));
});

test('a .txt file that is no letter stays plain text, whatever it mentions', async () => {
  const { document } = await openLetter('notes.txt', notes);
  // Detection works through the open files in their order: when the letter behind is one, the notes have been seen.
  const letter = await openLetter('behind-notes.txt', await readSample('2015-letter.imr.txt'));
  await untilLanguage(letter.document, 'imr');
  equal(document.languageId, 'plaintext');
  equal(vscode.languages.getDiagnostics(document.uri).length, 0);
});

test('a letter that is switched back to plain text stays so, also when it is opened again', async () => {
  const text = await readSample('2014-letter.imr.txt');
  const { document } = await openLetter('by-choice.txt', text);
  await untilLanguage(document, 'imr');
  await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
  await closeEverything();
  const again = await openLetter('by-choice.txt');
  const witness = await openLetter('behind-choice.txt', text);
  await untilLanguage(witness.document, 'imr');
  equal(again.document.languageId, 'plaintext');
  await closeEverything();
  // The command takes the choice back.
  await openLetter('by-choice.txt');
  await vscode.commands.executeCommand('imr.readAsLetter');
  await closeEverything();
  const last = await openLetter('by-choice.txt');
  await untilLanguage(last.document, 'imr');
});

test('where detection is off a .txt letter stays plain text, and the command reads it', async () => {
  await setDetect('off');
  try {
    const { document } = await openLetter('off.txt', await readSample('2014-letter.imr.txt'));
    equal(document.languageId, 'plaintext');
    await vscode.commands.executeCommand('imr.readAsLetter');
    equal(document.languageId, 'imr');
  } finally {
    await setDetect(undefined);
  }
});

test('where detection asks, the answer counts', async () => {
  await setDetect('ask');
  try {
    const { document } = await openLetter('asked.txt', await readSample('2014-letter.imr.txt'));
    if (!(await hasPerson())) return;
    // The host shows no toasts while it is driven; the list has the question all the same.
    await vscode.commands.executeCommand('notifications.showList');
    const [message] = await visibleTexts('.notifications-center .notification-list-item-message');
    equal(message, 'asked.txt has the headings of an IMR determination letter. Read it as one?');
    equal(document.languageId, 'plaintext');
    await click('.notifications-center .monaco-button:has-text("Read as Letter")');
    await untilLanguage(document, 'imr');
  } finally {
    await setDetect(undefined);
    await vscode.commands.executeCommand('notifications.clearAll');
  }
});

test('a letter pasted into an untitled buffer is read as one', async () => {
  const document = await showText('');
  equal(document.languageId, 'plaintext');
  const text = await readSample('2015-letter.imr.txt');
  await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
  await untilLanguage(document, 'imr');
});

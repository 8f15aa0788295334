// The language status item: whether the letter is checked, what was found, and why it is not checked.
import * as vscode from 'vscode';
import { type LetterState, notChecked } from '../../server/src/protocol/letter-state';
import type { Detection } from './detection';
import type { LetterStates } from './letter-states';
import type { ServerLink, ServerState } from './server-link';

interface Shown {
  readonly text: string;
  readonly detail: string;
  readonly severity?: vscode.LanguageStatusSeverity;
  readonly busy?: boolean;
  readonly command?: vscode.Command;
}

/** Shows the item for letters, and another for plain text that looks like one. */
export function showStatus(letters: LetterStates, link: ServerLink, detection: Detection): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('imr.status', { language: 'imr' });
  item.name = 'IMR Determination Letters';
  let plain: vscode.LanguageStatusItem | undefined;

  const refresh = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    plain?.dispose();
    plain = undefined;
    if (!document) return;
    if (document.languageId === 'imr') show(item, describeLetter(link.state, letters.of(document.uri)));
    const why = detection.whyPlain(document);
    if (why) plain = showPlain(why);
  };

  refresh();
  return vscode.Disposable.from(
    item,
    { dispose: () => plain?.dispose() },
    letters.onDidChange(refresh),
    link.onDidChangeState(refresh),
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.workspace.onDidOpenTextDocument(refresh),
  );
}

function show(item: vscode.LanguageStatusItem, shown: Shown): void {
  item.text = shown.text;
  item.detail = shown.detail;
  item.severity = shown.severity ?? vscode.LanguageStatusSeverity.Information;
  item.busy = shown.busy ?? false;
  item.command = shown.command;
  item.accessibilityInformation = { label: `IMR letter: ${shown.text}. ${shown.detail}` };
}

/** The item of a letter. Its state is unknown until it has been checked. */
export function describeLetter(state: ServerState, letter: LetterState | undefined): Shown {
  if (state === 'failed') {
    return {
      text: 'Letters are not checked',
      detail: 'The language server has stopped; the output tells why.',
      severity: vscode.LanguageStatusSeverity.Error,
      command: { command: 'imr.restartServer', title: 'Restart' },
    };
  }
  if (state !== 'running') return { text: 'Starting', detail: 'The language server is coming up.', busy: true };
  if (!letter) return { text: 'Not checked yet', detail: 'The language server is running.', command: checkCommand };
  if (letter.form.id === notChecked) {
    const severity = vscode.LanguageStatusSeverity.Warning;
    return {
      text: letter.summary,
      detail: letter.form.title,
      severity,
      command: { ...checkCommand, title: 'Try Again' },
    };
  }
  return {
    text: letter.summary,
    detail: letter.form.title,
    command: { command: 'imr.showDetermination', title: 'Show by Decision' },
  };
}

const checkCommand = { command: 'imr.checkLetter', title: 'Check' };

function showPlain(why: 'chosen' | 'off'): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem('imr.plain', { language: 'plaintext' });
  item.name = 'IMR Determination Letters';
  show(item, {
    text: 'IMR letter, read as plain text',
    detail: why === 'chosen' ? 'You chose plain text for this file.' : 'The setting imr.detect leaves it so.',
    command: { command: 'imr.readAsLetter', title: 'Read as Letter' },
  });
  return item;
}

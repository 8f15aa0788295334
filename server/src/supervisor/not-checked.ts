import type { TextDocument } from 'vscode-languageserver-textdocument';
import { serverCommands } from '../protocol/commands';
import { type LetterState, letterChanged, notChecked } from '../protocol/letter-state';
import type { Cause } from './host';
import { type Message, notificationOf } from './message';

/** Why an open text is not checked: it ended a worker, it is too long, or there is no worker. */
export type Reason = Cause | 'length' | 'stopped';

const reasons: Readonly<Record<Reason, string>> = {
  time: 'the check took too long',
  memory: 'the check needed too much memory',
  fault: 'the check failed',
  length: 'the letter is too long',
  stopped: 'checking has stopped after several faults',
};

const severityWarning = 2;

/** An empty list would claim that nothing was found. */
export function diagnosticsFor(text: TextDocument, reason: Reason): readonly object[] {
  const firstLine = text.getText({ start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }).trimEnd();
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: firstLine.length } };
  const message = `Not checked: ${reasons[reason]}`;
  return [{ range, severity: severityWarning, code: notChecked, source: 'imr', message }];
}

export function reportFor(text: TextDocument, reason: Reason): object {
  return { kind: 'full', resultId: `not-checked.${text.version}.${reason}`, items: diagnosticsFor(text, reason) };
}

export function publicationFor(text: TextDocument, reason: Reason | undefined): Message {
  const { uri, version } = text;
  const diagnostics = reason ? diagnosticsFor(text, reason) : [];
  return notificationOf('textDocument/publishDiagnostics', { uri, version, diagnostics });
}

/** Code actions for a text that is not checked. */
export function actionsFor({ uri }: TextDocument, reason: Reason): readonly object[] {
  if (reason === 'length') return [];
  const title = 'Try again';
  return [{ title, kind: 'quickfix', command: { title, command: serverCommands.tryAgain, arguments: [uri] } }];
}

/** Letter state for clients that show it. */
export function stateFor({ uri, version }: TextDocument, reason: Reason): Message {
  const form = { id: notChecked, title: `Not checked: ${reasons[reason]}` };
  const state: LetterState = { uri, version, form, blocks: [], openPoints: 0, summary: 'Not checked' };
  return notificationOf(letterChanged.method, state);
}

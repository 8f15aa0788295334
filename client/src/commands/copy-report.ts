import * as vscode from 'vscode';
import type { LetterStates } from '../letter-states';
import { settingKeys } from '../settings';
import type { Parts } from './parts';
import { type LetterFacts, writeReport } from './write-report';

/** Copies the report to the clipboard. It is sent nowhere. */
export async function copyReport(parts: Parts): Promise<void> {
  await vscode.env.clipboard.writeText(reportOf(parts));
  vscode.window.setStatusBarMessage('IMR: the report is on the clipboard. It holds no text of a letter.', 5000);
}

function reportOf({ context, runtime, letters, link }: Parts): string {
  const { id, packageJSON } = context.extension;
  const { remoteName, uiKind, appName } = vscode.env;
  const document = vscode.window.activeTextEditor?.document;
  const { name = '', version = '' } = link.serverInfo ?? {};
  return writeReport({
    extension: `${id} ${packageJSON.version}`,
    editor: `${appName} ${vscode.version}, ${uiKind === vscode.UIKind.Web ? 'web' : 'desktop'}`,
    host: `${runtime.host}${remoteName ? `, remote (${remoteName})` : ''}`,
    server: `${link.state} ${name} ${version}`.trim(),
    settings: changedSettings(),
    letter: document && factsOf(document, letters),
  });
}

function factsOf(document: vscode.TextDocument, letters: LetterStates): LetterFacts {
  const state = letters.of(document.uri);
  const problems = vscode.languages.getDiagnostics(document.uri);
  return {
    scheme: document.uri.scheme,
    language: document.languageId,
    characters: document.getText().length,
    lines: document.lineCount,
    lineEnd: document.eol === vscode.EndOfLine.LF ? 'LF' : 'CRLF',
    form: state?.form.id ?? 'not known',
    blocks: state?.blocks.map((block) => `${block.outcome ?? 'undecided'} ${block.state}`) ?? [],
    codes: problems.filter(({ source }) => source === 'imr').map(({ code }) => codeText(code)),
  };
}

function codeText(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : (code ?? 'no code'));
}

function changedSettings(): Record<string, unknown> {
  const settings = vscode.workspace.getConfiguration('imr');
  const changed = settingKeys.filter((key) => {
    const { globalValue, workspaceValue, workspaceFolderValue } = settings.inspect(key) ?? {};
    return [globalValue, workspaceValue, workspaceFolderValue].some((value) => value !== undefined);
  });
  return Object.fromEntries(changed.map((key) => [`imr.${key}`, settings.get(key)]));
}

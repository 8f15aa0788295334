import * as vscode from 'vscode';
import { type CheckLetter, checkLetter, clientCommands } from '../../server/src/lsp/protocol';
import type { Runtime } from './client';
import type { Detection } from './detection';
import type { LetterStates } from './letter-states';
import { type LetterFacts, writeReport } from './report';
import type { ServerLink } from './server-link';
import { settingKeys } from './settings';

interface Parts {
  readonly context: vscode.ExtensionContext;
  readonly runtime: Runtime;
  readonly output: vscode.LogOutputChannel;
  readonly letters: LetterStates;
  readonly link: ServerLink;
  readonly detection: Detection;
}

/** The commands of the palette. A command that fails says so itself: its user asked for something. */
export function registerCommands(parts: Parts): vscode.Disposable[] {
  const { link, output, letters, detection } = parts;
  const commands: Record<string, (...args: never[]) => unknown> = {
    [clientCommands.showLedger]: (uri: string, block: number) => showLedger(letters, uri, block),
    'imr.restartServer': () => link.restart(),
    'imr.showOutput': () => output.show(),
    'imr.checkLetter': () => check(link),
    'imr.readAsLetter': async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document) await detection.readAsLetter(document);
    },
    'imr.copyReport': async () => {
      await vscode.env.clipboard.writeText(reportOf(parts));
      vscode.window.setStatusBarMessage('IMR: the report is on the clipboard. It holds no text of a letter.', 5000);
    },
  };
  return Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run));
}

/** Checks the letter of the active editor, whatever `imr.run` says. */
async function check(link: ServerLink): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== 'imr') return;
  await link.start();
  await link.client?.sendNotification(checkLetter, { uri: document.uri.toString() } satisfies CheckLetter);
}

/** Puts the cursor on the outcome of a block, whose hover is its ledger. */
async function showLedger(letters: LetterStates, address: string, index: number): Promise<void> {
  const uri = vscode.Uri.parse(address);
  const block = letters.of(uri)?.blocks[index];
  if (!block) return;
  const { line, character } = block.outcomeRange.start;
  const place = new vscode.Position(line, character);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(place, place) });
  await vscode.commands.executeCommand('editor.action.showHover');
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

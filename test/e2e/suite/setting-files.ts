// A team's own files beside the letters: told at their own line while they are typed, before anything is saved.
import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assert';
import { test } from './runner';
import { codesOf, untilDiagnostics } from './wait';
import { openLetter, outlineOf, placeOf, readSample, workspaceFile } from './workspace';

const pack = `version: 1
kind: drugs
drugs:
  - id: house-salve
    generic: house salve
    class: topical-compound
`;

/** Writes files into a folder of their own, gives them to `body`, takes them away again. */
async function withFiles(folder: string, files: Record<string, string>, body: () => Promise<void>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await vscode.workspace.fs.writeFile(workspaceFile(`${folder}/${name}`), new TextEncoder().encode(text));
  }
  try {
    await body();
  } finally {
    await vscode.workspace.fs.delete(workspaceFile(folder), { recursive: true });
  }
}

/** Replaces the first `text` of the editor, saves nothing. */
async function replace(editor: vscode.TextEditor, text: string, by: string): Promise<void> {
  const start = placeOf(editor.document, text);
  const range = new vscode.Range(start, start.translate(0, text.length));
  ok(await editor.edit((edit) => edit.replace(range, by)), 'the editor took no edit');
}

const severityOf = (all: readonly vscode.Diagnostic[], code: string) =>
  all.find((each) => codesOf([each])[0] === code)?.severity;
const noProblem = (all: readonly vscode.Diagnostic[]): boolean => all.length === 0;

test('a configuration tells a wrong severity at its line while it is typed, and the letter follows once it is saved', async () => {
  const letter = await readSample('2014-letter.imr.txt');
  const config = 'rules:\n  IMR302: hint\n  IMR301: warning\n';
  await withFiles('typed-config', { 'a.imr.txt': letter, '.imr.yaml': config }, async () => {
    const { document } = await openLetter('typed-config/a.imr.txt');
    const found = await untilDiagnostics(document.uri, 'IMR301', (all) => codesOf(all).includes('IMR301'));
    equal(severityOf(found, 'IMR301'), vscode.DiagnosticSeverity.Warning);
    const editor = await openLetter('typed-config/.imr.yaml');
    const { uri } = editor.document;
    await replace(editor, 'warning', 'warnin');
    const [problem, ...more] = await untilDiagnostics(uri, 'a problem', (all) => !noProblem(all));
    deepEqual([problem?.range.start.line, problem?.source, more.length], [2, 'imr', 0]);
    match(problem?.message ?? '', /Did you mean "warning"/);
    ok(editor.document.isDirty, 'it was saved');
    deepEqual(await outlineOf(uri), [], 'the configuration is taken for a letter');
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), config);
    await untilDiagnostics(uri, 'no problem after undo', noProblem);
    await replace(editor, 'warning', 'error');
    const unsaved = vscode.languages.getDiagnostics(document.uri);
    equal(severityOf(unsaved, 'IMR301'), vscode.DiagnosticSeverity.Warning, 'the letter did not wait for the save');
    await editor.document.save();
    await untilDiagnostics(
      document.uri,
      'IMR301 as an error',
      (all) => severityOf(all, 'IMR301') === vscode.DiagnosticSeverity.Error,
    );
  });
});

test('a house pack tells a broken entry at its line while it is typed, whether or not a letter is open', async () => {
  const files = { '.imr.yaml': 'packs: [house.yaml]\n', 'house.yaml': pack, 'other.yaml': pack };
  await withFiles('typed-pack', files, async () => {
    await openLetter('typed-pack/.imr.yaml');
    const other = await openLetter('typed-pack/other.yaml');
    await replace(other, 'topical-compound', 'topical-compuond');
    const editor = await openLetter('typed-pack/house.yaml');
    const { uri } = editor.document;
    await replace(editor, 'topical-compound', 'topical-compuond');
    const [problem] = await untilDiagnostics(uri, 'a problem', (all) => !noProblem(all));
    equal(problem?.range.start.line, 5);
    match(problem?.message ?? '', /topical-compuond/);
    deepEqual(vscode.languages.getDiagnostics(other.document.uri), [], 'a file that no configuration names is checked');
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('undo');
    await untilDiagnostics(uri, 'no problem after undo', noProblem);
  });
});

// Starts the language server with the first letter or settings file, not before. For other plain text files it only reads the headings;
// for YAML and JSON, the name.
import * as vscode from 'vscode';

const settingFile = /\/\.imr(?:\.yaml|\.json|\/suppressions\.json)$/;
const configurations = ['.imr.yaml', '.imr.json'];

/** Calls `start` with each such document, and immediately if a folder contains settings, because packs have names of their own. */
export function startWhenNeeded(languageId: string, start: () => void): vscode.Disposable {
  const startWith = ({ languageId: id, uri }: vscode.TextDocument): void => {
    if (id === languageId || settingFile.test(uri.path)) start();
  };
  vscode.workspace.textDocuments.forEach(startWith);
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    for (const name of configurations) {
      vscode.workspace.fs.stat(vscode.Uri.joinPath(uri, name)).then(start, () => undefined);
    }
  }
  return vscode.workspace.onDidOpenTextDocument(startWith);
}

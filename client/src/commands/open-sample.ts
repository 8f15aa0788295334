import * as vscode from 'vscode';

/** Opens an untitled copy of the fictional sample letter, so that the sample is not changed. */
export async function openSample(extension: vscode.Uri): Promise<void> {
  const sample = vscode.Uri.joinPath(extension, 'samples', '2015-letter.imr.txt');
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(sample));
  const document = await vscode.workspace.openTextDocument({ language: 'imr', content });
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('imr.determination.focus');
  await vscode.window.showTextDocument(document);
}

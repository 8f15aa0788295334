import * as vscode from 'vscode';

/**
 * Asks, then makes the editor treat every `.txt` file of a workspace folder as a letter: the folder of `resource`, of the active
 * editor, or the first one. Throws, with a message for the user, if no folder is open.
 */
export async function treatTextFilesAsLetters(resource?: vscode.Uri): Promise<void> {
  const { workspaceFolders: folders = [] } = vscode.workspace;
  const uri = resource ?? vscode.window.activeTextEditor?.document.uri;
  const folder = (uri && vscode.workspace.getWorkspaceFolder(uri)) ?? folders[0];
  if (!folder) throw new Error('Open a folder first.');
  // The setting applies to the whole workspace, so with several folders the pattern includes a path.
  const pattern = folders.length === 1 ? '*.txt' : `${folder.uri.path}/**/*.txt`;
  const settings = vscode.workspace.getConfiguration('files');
  const own = settings.inspect<Record<string, string>>('associations')?.workspaceValue ?? {};
  if (own[pattern] === 'imr') {
    await vscode.window.showInformationMessage(`The text files of "${folder.name}" are letters already.`);
    return;
  }
  const yes = 'Treat as Letters';
  const detail = `This sets "${pattern}" in files.associations of the workspace settings. Remove it there to undo it.`;
  const question = `Treat every .txt file in "${folder.name}" as a determination letter?`;
  if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) !== yes) return;
  await settings.update('associations', { ...own, [pattern]: 'imr' }, vscode.ConfigurationTarget.Workspace);
}

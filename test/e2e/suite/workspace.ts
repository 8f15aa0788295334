// The folder that the editor opened: a copy of samples/, made anew for each run.
import * as vscode from 'vscode';

/** The workspace folder. Throws when the editor opened none. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('the editor opened no folder');
  return folder.uri;
}

/** The address of a file of the workspace. */
export function workspaceFile(name: string): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder(), name);
}

/** Opens a file of the workspace in an editor of its own and resolves once it is shown. */
export async function openLetter(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(workspaceFile(name));
  return vscode.window.showTextDocument(document, { preview: false });
}

const themes = { light: 'Light Modern', dark: 'Dark Modern', 'high-contrast': 'Default High Contrast' } as const;
const kinds = {
  light: vscode.ColorThemeKind.Light,
  dark: vscode.ColorThemeKind.Dark,
  'high-contrast': vscode.ColorThemeKind.HighContrast,
} as const;

/** Switches the colour theme and resolves once it is in force. */
export async function useTheme(name: keyof typeof themes): Promise<void> {
  if (vscode.window.activeColorTheme.kind === kinds[name]) return;
  const changed = new Promise<void>((resolve) => {
    const subscription = vscode.window.onDidChangeActiveColorTheme(({ kind }) => {
      if (kind !== kinds[name]) return;
      subscription.dispose();
      resolve();
    });
  });
  const settings = vscode.workspace.getConfiguration('workbench');
  await settings.update('colorTheme', themes[name], vscode.ConfigurationTarget.Global);
  await changed;
}

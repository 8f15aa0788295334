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

/** The text of a sample as it lies on the disk. */
export async function readSample(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceFile(name)));
}

/**
 * Opens a file of the workspace in an editor of its own and resolves once it is shown. `text` is written to it first.
 * Files that are already open are shown as they are.
 */
export async function openLetter(name: string, text?: string): Promise<vscode.TextEditor> {
  const uri = workspaceFile(name);
  if (text !== undefined) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  return vscode.window.showTextDocument(document, { preview: false });
}

/** Shows a text in an untitled buffer. */
export async function showText(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ content });
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Closes all editors without saving. */
export async function closeEverything(): Promise<void> {
  while (vscode.window.tabGroups.activeTabGroup.activeTab) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** The place of `inner`, its own beginning unless given, in the first `text` of the document. Throws without one. */
export function placeOf(document: vscode.TextDocument, text: string, inner = text): vscode.Position {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`the letter has no "${text}"`);
  return document.positionAt(at + text.indexOf(inner));
}

export async function outlineOf(uri: vscode.Uri): Promise<readonly vscode.DocumentSymbol[]> {
  return (await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri)) ?? [];
}

/** What all hovers at a place say, as markdown without its escapes. */
export async function hoverText(uri: vscode.Uri, place: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, place);
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((each) => (typeof each === 'string' ? each : each.value).replace(/\\(.)/g, '$1')).join('\n');
}

const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
} as const;
const kinds = {
  light: vscode.ColorThemeKind.Light,
  dark: vscode.ColorThemeKind.Dark,
  'high-contrast': vscode.ColorThemeKind.HighContrast,
  'high-contrast-light': vscode.ColorThemeKind.HighContrastLight,
} as const;

export type ThemeName = keyof typeof themes;
export const themeNames = Object.keys(themes) as readonly ThemeName[];

/** Switches the color theme and resolves once it is in force. */
export async function useTheme(name: ThemeName): Promise<void> {
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

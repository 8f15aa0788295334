import type * as vscode from 'vscode';

/** Returns the last part of a path, for people. */
export function fileName({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

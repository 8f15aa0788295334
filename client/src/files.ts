// Serves files to a server that cannot read them: in a browser, and in folders of other file systems. The server asks for nothing outside
// the workspace, and this checks it again.
// nothing outside of the workspace; this does not take its word for it.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isInside, parentOf } from '../../server/src/protocol/both-sides';
import { type FileRead, findLetters, type ReplaceText, readFile, replaceText } from '../../server/src/protocol/files';
import { onRequest } from '../../server/src/protocol/messages';

const skippedFolders = '**/{.*,node_modules}/**';
const bytesAtOnce = 0x8000;

/** Answers the server's requests for files. */
export function serveFiles(client: Pick<BaseLanguageClient, 'onRequest'>): void {
  onRequest(client, readFile, ({ uri, largest }) => readAtMost(uri, largest));
  onRequest(client, findLetters, async ({ folder, limit }) => {
    if (!rootOf(folder)) return [];
    const letters = new vscode.RelativePattern(vscode.Uri.parse(folder), '**/*.{txt,imr}');
    const found = await vscode.workspace.findFiles(letters, skippedFolders, limit);
    return found.map(String);
  });
  // One at a time, so that nothing else in this window writes between reading a file and replacing it.
  let last: Promise<unknown> = Promise.resolve();
  onRequest(client, replaceText, (params) => {
    const done = last.then(() => replaceIfSame(params));
    last = done.catch(() => undefined);
    return done;
  });
}

const settingsFile = /\/(?:\.imr\.(?:yaml|json)|\.imr\/(?:suppressions\.json|templates\.yaml))$/;

/**
 * An empty text, before or after, means no file. False if the text has changed. Throws the file system's error if the file cannot be
 * written.
 */
async function replaceIfSame({ uri, before, text }: ReplaceText): Promise<boolean> {
  const file = vscode.Uri.parse(uri);
  if (!settingsFile.test(file.path) || !rootOf(uri)) throw new Error(`${uri} is not a file of settings.`);
  if ((await textOf(file)) !== before) return false;
  if (text === '') await vscode.workspace.fs.delete(file);
  else await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  return true;
}

/** Empty if there is no file. */
async function textOf(uri: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return '';
    throw error;
  }
}

/** The folders of the workspace and of open letters, which may be outside the workspace. */
function servedRoots(): readonly string[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
  const letters = vscode.workspace.textDocuments.filter(({ languageId }) => languageId === 'imr');
  return [...folders, ...letters.flatMap(({ uri }) => parentOf(uri.toString()) ?? [])];
}

function rootOf(address: string): string | undefined {
  return servedRoots().find((root) => isInside(address, root));
}

/** Reads a regular file of at most `largest` bytes in a served folder. Null if it is absent or cannot be read. */
async function readAtMost(address: string, largest: number): Promise<FileRead | null> {
  const root = rootOf(address);
  if (root === undefined) return { refusal: 'outside' };
  const uri = vscode.Uri.parse(address);
  try {
    const refusal = (await refusalOfKind(uri, largest)) ?? (await refusalOfLinks(parentOf(address), root));
    return refusal ?? { base64: toBase64(await vscode.workspace.fs.readFile(uri)) };
  } catch (error) {
    // A file that the file system refuses counts as absent. A folder without a file system throws plain errors.
    if (error instanceof Error) return null;
    throw error;
  }
}

async function refusalOfKind(uri: vscode.Uri, largest: number): Promise<FileRead | undefined> {
  const { size, type } = await vscode.workspace.fs.stat(uri);
  if (isLink(type)) return { refusal: 'outside' };
  if (type !== vscode.FileType.File) return { refusal: 'kind' };
  return size > largest ? { refusal: 'size' } : undefined;
}

/** Editors do not say where a link leads, so links between a folder and its root are not followed. */
async function refusalOfLinks(folder: string | undefined, root: string): Promise<FileRead | undefined> {
  for (let at = folder; at !== undefined && isInside(at, root) && !isInside(root, at); at = parentOf(at)) {
    if (isLink((await vscode.workspace.fs.stat(vscode.Uri.parse(at))).type)) return { refusal: 'outside' };
  }
  return undefined;
}

function isLink(type: vscode.FileType): boolean {
  return (type & vscode.FileType.SymbolicLink) !== 0;
}

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  // One argument per byte: too many at once would overflow the stack.
  for (let i = 0; i < bytes.length; i += bytesAtOnce) {
    parts.push(String.fromCharCode(...bytes.subarray(i, i + bytesAtOnce)));
  }
  return btoa(parts.join(''));
}

// Files for a server that has none of its own: in a browser, and in folders that are no files of its machine. The server asks for
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
  // One after another: nothing else of this window writes between the look at a file and its replacement.
  let last: Promise<unknown> = Promise.resolve();
  onRequest(client, replaceText, (params) => {
    const done = last.then(() => replaceIfSame(params));
    last = done.catch(() => undefined);
    return done;
  });
}

const settingsFile = /\/(?:\.imr\.(?:yaml|json)|\.imr\/(?:suppressions\.json|templates\.yaml))$/;

/** An empty text, before or after, is no file. False when the text is another one by now. Throws what the file system says when the file cannot be written. */
async function replaceIfSame({ uri, before, text }: ReplaceText): Promise<boolean> {
  const file = vscode.Uri.parse(uri);
  if (!settingsFile.test(file.path) || !rootOf(uri)) throw new Error(`${uri} is not a file of settings.`);
  if ((await textOf(file)) !== before) return false;
  if (text === '') await vscode.workspace.fs.delete(file);
  else await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  return true;
}

/** Empty where there is no file. */
async function textOf(uri: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return '';
    throw error;
  }
}

/** The folders of the workspace, and those of open letters, which need not be in any of them. */
function servedRoots(): readonly string[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
  const letters = vscode.workspace.textDocuments.filter(({ languageId }) => languageId === 'imr');
  return [...folders, ...letters.flatMap(({ uri }) => parentOf(uri.toString()) ?? [])];
}

function rootOf(address: string): string | undefined {
  return servedRoots().find((root) => isInside(address, root));
}

/** Reads a regular file in a served folder, of at most `largest` bytes; null for one that is not there or cannot be read. */
async function readAtMost(address: string, largest: number): Promise<FileRead | null> {
  const root = rootOf(address);
  if (root === undefined) return { refusal: 'outside' };
  const uri = vscode.Uri.parse(address);
  try {
    const refusal = (await refusalOfKind(uri, largest)) ?? (await refusalOfLinks(parentOf(address), root));
    return refusal ?? { base64: toBase64(await vscode.workspace.fs.readFile(uri)) };
  } catch (error) {
    // What the file system says no to is not there; a folder without any file system at all throws plain errors.
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

/** No file system of an editor says where a link leads, so that none is followed between a folder and its root. */
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
  // As many arguments as bytes: too many at once overflow the stack.
  for (let i = 0; i < bytes.length; i += bytesAtOnce) {
    parts.push(String.fromCharCode(...bytes.subarray(i, i + bytesAtOnce)));
  }
  return btoa(parts.join(''));
}

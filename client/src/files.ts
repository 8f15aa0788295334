// Files for a server that has none of its own: in a browser, and in folders that are no files of its machine.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FindLetters,
  findLetters,
  type ReadFile,
  type ReplaceText,
  readFile,
  replaceText,
} from '../../server/src/lsp/protocol';

const skippedFolders = '**/{.*,node_modules}/**';
const bytesAtOnce = 0x8000;

/** Answers the server's requests for files. */
export function serveFiles(client: BaseLanguageClient): void {
  client.onRequest(readFile, async ({ uri, largest }: ReadFile) => {
    const bytes = await readAtMost(vscode.Uri.parse(uri), largest);
    return bytes ? toBase64(bytes) : null;
  });
  client.onRequest(findLetters, async ({ folder, limit }: FindLetters) => {
    const letters = new vscode.RelativePattern(vscode.Uri.parse(folder), '**/*.{txt,imr}');
    const found = await vscode.workspace.findFiles(letters, skippedFolders, limit);
    return found.map(String);
  });
  // One after another: nothing else of this window writes between the look at a file and its replacement.
  let last: Promise<unknown> = Promise.resolve();
  client.onRequest<boolean, unknown>(replaceText, (params: ReplaceText) => {
    const done = last.then(() => replaceIfSame(params));
    last = done.catch(() => undefined);
    return done;
  });
}

const settingsFile = /\/(?:\.imr\.(?:yaml|json)|\.imr\/suppressions\.json)$/;

/** False when the text is another one by now. Throws what the file system says when the file cannot be written. */
async function replaceIfSame({ uri, before, text }: ReplaceText): Promise<boolean> {
  const file = vscode.Uri.parse(uri);
  if (!settingsFile.test(file.path)) throw new Error(`${uri} is not a file of settings.`);
  if ((await textOf(file)) !== before) return false;
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
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

/** Undefined for a file that is not there, cannot be read or is larger than `largest` bytes. */
async function readAtMost(uri: vscode.Uri, largest: number): Promise<Uint8Array | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > largest ? undefined : await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    // What the file system says no to is not there; a folder without any file system at all throws plain errors.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  // As many arguments as bytes: too many at once overflow the stack.
  for (let i = 0; i < bytes.length; i += bytesAtOnce) {
    parts.push(String.fromCharCode(...bytes.subarray(i, i + bytesAtOnce)));
  }
  return btoa(parts.join(''));
}

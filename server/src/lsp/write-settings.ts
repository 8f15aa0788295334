import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { WrittenFile } from '../protocol/ignoring';
import type { FileSystem } from '../workspace/file-system';
import type { NewContent } from '../workspace/new-content';
import type { Session } from './session';

/** Attempts. Another window may write the same file in between, but not this often in a row. */
const mostTries = 20;

/**
 * Reads a file, changes it, and writes it, and repeats that until nobody else has written it in between, so that two windows never
 * lose each other's changes. Null if the file is broken.
 */
export async function writeSettings(
  { runtime, savedFiles, fileWritten }: Session,
  change: (files: FileSystem) => Promise<NewContent | undefined>,
): Promise<WrittenFile | null> {
  for (let tries = 0; tries < mostTries; tries++) {
    const content = await change(savedFiles);
    if (!content || !runtime.files) return null;
    const { path, before, text } = content;
    if (await explained(runtime.files.replaceText(path, before, text))) {
      fileWritten(path);
      return { uri: path, before, text };
    }
  }
  throw new ResponseError(LSPErrorCodes.RequestFailed, 'The file changes all the time; try again later.');
}

/** Tells the person why a file cannot be written. */
export async function explained<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    throw new ResponseError(LSPErrorCodes.RequestFailed, error instanceof Error ? error.message : String(error));
  }
}

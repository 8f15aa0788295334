import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { readRegularFile } from '../disk/regular-file';
import { replaceText } from '../disk/replace-text';
import { WriteError } from '../disk/write-error';
import type { Files } from '../lsp/runtime';
import { RefusedError, refusalOf } from '../workspace/reach';

/** Folders that never contain letters. */
const skipped = /^(?:\..*|node_modules)$/;
const letterNames = /\.(?:txt|imr)$/i;

/** Files of this machine. A file that the system does not let us read, or with another scheme than `file`, counts as absent. */
export function openFiles(): Files {
  return {
    async read(uri, { within, largest }) {
      const path = pathOf(uri);
      if (path === undefined) return undefined;
      const refusal = within === null ? undefined : refusalOf(uri, within);
      if (refusal) throw new RefusedError(refusal);
      try {
        return await readRegularFile(path, { within: within === null ? null : (pathOf(within) ?? null), largest });
      } catch (error) {
        if (isSystemError(error)) return undefined;
        throw error;
      }
    },
    async findLetters(folder, limit) {
      const path = pathOf(folder);
      const found: string[] = [];
      if (path !== undefined) await walk(path, found, limit);
      return found.map((each) => URI.file(each).toString());
    },
    async replaceText(uri, before, text) {
      const path = pathOf(uri);
      if (path === undefined) throw new Error(`${uri}: cannot be written: it is not a file of this machine`);
      try {
        return await replaceText(path, before, text);
      } catch (error) {
        throw error instanceof WriteError ? new Error(`${path}: cannot be written: ${error.message}`) : error;
      }
    },
  };
}

function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}

/** Links are not followed, so that no folder is visited twice. */
async function walk(folder: string, found: string[], limit: number): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isSystemError(error)) return [];
    throw error;
  });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (found.length >= limit) return;
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !skipped.test(entry.name)) await walk(path, found, limit);
    if (entry.isFile() && letterNames.test(entry.name)) found.push(path);
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}

import { readFileSync } from 'node:fs';
import type { FileSystem } from '../../workspace/file-system';

const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

/** The files of this machine, for what the workspace reads: configurations, packs, suppressions. */
export const nodeFiles: FileSystem = {
  async readFile(path) {
    try {
      return readFileSync(path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== undefined && absent.has(code)) return undefined;
      throw error;
    }
  },
};

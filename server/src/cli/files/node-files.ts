import { readRegularFile } from '../../disk/regular-file';
import type { FileSystem } from '../../workspace/file-system';

/** Reads files of this machine for `workspace`: configurations, packs, suppressions. */
export const nodeFiles: FileSystem = { readFile: readRegularFile };

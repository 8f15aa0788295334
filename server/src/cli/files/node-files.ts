import { readRegularFile } from '../../disk/regular-file';
import type { FileSystem } from '../../workspace/file-system';

/** The files of this machine, for what the workspace reads: configurations, packs, suppressions. */
export const nodeFiles: FileSystem = { readFile: readRegularFile };

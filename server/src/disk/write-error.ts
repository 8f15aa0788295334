/** A file could not be written. The message is a clause that gives the reason: "the disk is full". */
export class WriteError extends Error {
  override readonly name = 'WriteError';
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'no permission to write it',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than allowed',
  EISDIR: 'it is a folder',
  ELOOP: 'its links go in a circle',
  ENOENT: 'its folder does not exist',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'its folder is a file',
  EPERM: 'no permission to write it',
  EROFS: 'the file system is read-only',
};

/** Returns a WriteError for an error of the system, and any other error as it is. */
export function toWriteError(error: unknown): unknown {
  const code = systemCode(error);
  return code === undefined ? error : new WriteError(reasons[code] ?? code);
}

/** Returns the code of a system error, such as `ENOENT`; undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  return error instanceof Error && 'syscall' in error ? code : undefined;
}

import type { FileSystem } from '../../server/src/workspace/file-system';

/** Files in memory, by path; a path of `unreadable` throws. */
export function memoryFiles(
  files: Readonly<Record<string, string>>,
  unreadable: readonly string[] = [],
): FileSystem & { readonly reads: string[] } {
  const reads: string[] = [];
  return {
    reads,
    async readFile(path) {
      reads.push(path);
      if (unreadable.includes(path)) throw new Error('permission denied');
      const text = files[path];
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
  };
}

/** What this room needs of the host. Paths and URIs are as in `paths.ts`. */
export interface FileSystem {
  /** The bytes of a file; undefined where there is none. May throw for a file that is there and cannot be read. */
  readFile(path: string): Promise<Uint8Array | undefined>;
}

/** A file of ours as text, or why it cannot be read. */
export type TextFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly error: string };

/** Reads a UTF-8 file; undefined where there is none. Never throws. */
export async function readTextFile(files: FileSystem, path: string): Promise<TextFile | undefined> {
  try {
    const bytes = await files.readFile(path);
    if (bytes === undefined) return undefined;
    return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    return { path, error: error instanceof TypeError ? 'it is not UTF-8' : (error as Error).message };
  }
}

/** Asks for each file once, until it is told to forget: for many letters that share their settings. */
export function rememberFiles(files: FileSystem): FileSystem & { forget(): void } {
  const known = new Map<string, Promise<Uint8Array | undefined>>();
  return {
    readFile(path) {
      let bytes = known.get(path);
      if (!bytes) {
        bytes = files.readFile(path);
        known.set(path, bytes);
      }
      return bytes;
    },
    forget: () => known.clear(),
  };
}

import { largestSettingsFile, RefusedError } from './reach';

/** What this room needs of the host. Paths and URIs are as in `paths.ts`. */
export interface FileSystem {
  /**
   * Reads a file; undefined where there is none. Throws a RefusedError for what is not a regular file, is larger than
   * `limits.largest`, or lies outside of `limits.within` once links are resolved. May throw for a file that cannot be read.
   */
  readFile(path: string, limits: ReadLimits): Promise<Uint8Array | undefined>;
}

export interface ReadLimits {
  /** The folder that the file's real path must be in; null: any, for a file that the person names. */
  readonly within: string | null;
  /** In bytes. */
  readonly largest: number;
}

/** The limits of a configuration, pack or suppression file. */
export function settingsLimits(within: string | null): ReadLimits {
  return { within, largest: largestSettingsFile };
}

/** A file of ours as text, or why it cannot be read. */
export type TextFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly error: string };

/** Reads a UTF-8 file; undefined where there is none. Never throws. */
export async function readTextFile(files: FileSystem, path: string, limits: ReadLimits): Promise<TextFile | undefined> {
  try {
    const bytes = await files.readFile(path, limits);
    if (bytes === undefined) return undefined;
    // A text that is open in the editor comes from no host.
    if (bytes.length > limits.largest) throw new RefusedError('size');
    return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    return { path, error: error instanceof TypeError ? 'it is not UTF-8' : (error as Error).message };
  }
}

/** Asks for each file once, until it is told to forget: for many letters that share their settings. */
export function rememberFiles(files: FileSystem): FileSystem & { forget(): void } {
  const known = new Map<string, Promise<Uint8Array | undefined>>();
  return {
    readFile(path, limits) {
      const key = JSON.stringify([path, limits]);
      let bytes = known.get(key);
      if (!bytes) {
        bytes = files.readFile(path, limits);
        known.set(key, bytes);
      }
      return bytes;
    },
    forget: () => known.clear(),
  };
}

import { type FileSystem, readTextFile, settingsLimits } from './file-system';

/** A file of ours as it should be. The door writes it if it still has the text `before`, and asks again if not. */
export interface NewContent {
  readonly path: string;
  /** Empty where there is no file. */
  readonly before: string;
  readonly text: string;
}

/** Reads a file that is to be changed. Empty where there is no file; undefined where there is one that cannot be read. */
export async function textToChange(files: FileSystem, path: string, root: string): Promise<string | undefined> {
  const file = await readTextFile(files, path, settingsLimits(root));
  if (!file) return '';
  return 'text' in file ? file.text : undefined;
}

/** Undefined where there is no text, as of a broken file. */
export function toNewContent(path: string, before: string, text: string | undefined): NewContent | undefined {
  return text === undefined ? undefined : { path, before, text };
}

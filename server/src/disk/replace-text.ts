import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { withLock } from './lock';
import { replaceFile } from './replacement';
import { systemCode, toWriteError } from './write-error';

/**
 * Replaces a UTF-8 file whose text is still `before`; creates its folder. An empty text, before or after, is no file. Returns false,
 * and writes nothing, when the text is another one by now. Throws a WriteError.
 */
export async function replaceText(file: string, before: string, text: string): Promise<boolean> {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    throw toWriteError(error);
  }
  return withLock(file, () => {
    if (textOf(file) !== before) return false;
    if (text === '') removeFile(file);
    else replaceFile(file, Buffer.from(text));
    return true;
  });
}

function removeFile(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch (error) {
    throw toWriteError(error);
  }
}

function textOf(file: string): string {
  try {
    return new TextDecoder().decode(readFileSync(file));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return '';
    throw toWriteError(error);
  }
}

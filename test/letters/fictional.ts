// Letters of our own: every form, whole, half typed and none at all. No person, case or sentence in them is real.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../project';

/** A letter of test/letters/fictional or samples; `name` is the file's. */
export interface FictionalLetter {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** The fictional letters in order of their names. */
export function fictionalLetters(): readonly FictionalLetter[] {
  return lettersIn('test/letters/fictional');
}

/** The sample letters that people see first. */
export function sampleLetters(): readonly FictionalLetter[] {
  return lettersIn('samples');
}

function lettersIn(folder: string): readonly FictionalLetter[] {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => {
    const path = join(root, folder, name);
    return { name, path, text: readFileSync(path, 'utf8') };
  });
}

// The published letters, which are not part of this project: tests read them where they are.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** One letter as bytes were read: `name` is the file's, `folder` `seeds` or `dwc`. */
export interface SharedLetter {
  readonly name: string;
  readonly folder: string;
  readonly path: string;
  readonly text: string;
}

/** The folder of letters: `IMR_LETTERS`, or `../shared/letters` beside the project; undefined where neither is. */
export function sharedLettersFolder(projectRoot: string): string | undefined {
  const folder = process.env.IMR_LETTERS ?? resolve(projectRoot, '../shared/letters');
  return existsSync(join(folder, 'seeds')) ? folder : undefined;
}

/** All letters in file name order, read as UTF-8; empty, with a loud line, where there are none. */
export function readSharedLetters(projectRoot: string): readonly SharedLetter[] {
  const root = sharedLettersFolder(projectRoot);
  if (!root) {
    console.warn('SKIPPED: no letters at IMR_LETTERS or ../shared/letters; what needs them is not tested');
    return [];
  }
  return ['seeds', 'dwc'].flatMap((folder) => {
    const path = join(root, folder);
    if (!existsSync(path)) return [];
    const names = readdirSync(path).filter((name) => name.endsWith('.txt'));
    return names.sort().map((name) => {
      const file = join(path, name);
      return { name, folder, path: file, text: readFileSync(file, 'utf8') };
    });
  });
}

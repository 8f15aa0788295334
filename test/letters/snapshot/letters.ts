// The letters of the snapshot: our own, and the published ones where they are.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSharedLetters } from '../../shared-letters';

/** `name` is the path from the project's root or, behind `published/`, from the folder of published letters. */
export interface NamedLetter {
  readonly name: string;
  readonly text: string;
}

const ownFolders = ['samples', 'test/letters/fictional', 'test/corpus/letters', 'test/corpus/today/letters'];

/** Begins the name of every letter that is not part of this project. */
export const publishedPrefix = 'published/';

/** In order of their names within a folder. */
export function ownLetters(root: string): readonly NamedLetter[] {
  return ownFolders.flatMap((folder) => {
    const path = join(root, folder);
    const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.txt')) : [];
    return names.sort().map((name) => ({ name: `${folder}/${name}`, text: readFileSync(join(path, name), 'utf8') }));
  });
}

/** Empty, with a loud line, where the published letters are not. */
export function publishedLetters(root: string): readonly NamedLetter[] {
  return readSharedLetters(root).map(({ name, folder, text }) => ({
    name: `${publishedPrefix}${folder}/${name}`,
    text,
  }));
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Pack } from '../../server/src/core/library/entries';
import { root } from '../project';

export interface PackFile {
  readonly name: string;
  readonly folder: string;
  readonly pack: Pack;
}

const folders = [
  'drugs',
  'guidelines',
  'language',
  'lexicon',
  'phrases',
  'rationale',
  'templates',
  'treatments',
  'vocabulary',
];

/** Every pack that ships, as its file says, without the build between. */
export const packFiles: readonly PackFile[] = folders.flatMap((folder) => {
  const path = join(root, 'server/data', folder);
  const names = readdirSync(path).filter((name) => name.endsWith('.yaml'));
  return names.map((name) => ({
    name: `${folder}/${name}`,
    folder,
    pack: parse(readFileSync(join(path, name), 'utf8')) as Pack,
  }));
});

/** All lists of one kind, over all files. */
export function all<K extends keyof Pack>(key: K): NonNullable<Pack[K]> {
  return packFiles.flatMap(({ pack }) => (pack[key] ?? []) as readonly unknown[]) as unknown as NonNullable<Pack[K]>;
}

import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from '../project';

const needed = [
  'client',
  'docs',
  'package.json',
  'samples',
  'scripts',
  'server',
  'snippets',
  'test',
  'tsconfig.json',
  'vitest.config.mts',
];
const leftOut = ['node_modules', 'host', 'screenshots'];

/** Copies what the scripts and the compiler need into a folder of its own, beside the same packages; returns the folder. */
export function copyProject(name: string): string {
  const copy = mkdtempSync(join(tmpdir(), `imr-${name}-`));
  for (const part of needed) {
    const filter = (path: string) => !leftOut.includes(basename(path));
    cpSync(join(root, part), join(copy, part), { recursive: true, filter });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

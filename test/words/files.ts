import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countWords, idsIn, type WordCount } from './count';

export interface FileWords extends WordCount {
  /** From the project's root, with forward slashes. */
  readonly file: string;
}

const core = 'server/src/core';
const counted = ['syntax', 'model', 'analysis', 'problem', 'rules'];
/** The letter that stands around each example. */
const examples = 'rules/example.ts';

/** The words of each file of the rooms that read letters, most first; files without any left out. */
export function wordsByFile(root: string): readonly FileWords[] {
  const files = readdirSync(join(root, core), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.replaceAll('\\', '/'));
  const sources = files.map((path) => ({ path, text: readFileSync(join(root, core, path), 'utf8') }));
  const ids = new Set(sources.flatMap(({ text }) => idsIn(text)));
  return sources
    .filter(({ path }) => counted.some((room) => path.startsWith(`${room}/`)) && path !== examples)
    .map(({ path, text }) => ({ file: `${core}/${path}`, ...countWords(text, ids) }))
    .filter((words) => totalOf(words) > 0)
    .sort((a, b) => totalOf(b) - totalOf(a));
}

export function totalOf({ patterns, strings }: WordCount): number {
  return patterns + strings;
}

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** Returns whether git ignores a file or folder (absolute path). */
export type Ignored = (path: string, isFolder: boolean) => boolean;

/** Folders that contain no letters, whatever .gitignore says. */
const neverSearched = new Set(['.git', '.hg', '.svn', 'node_modules']);

/**
 * Reads the .gitignore files from the repository's root down to a path. Outside a repository, or if the repository ignores `folder`
 * (absolute) itself, only those of the folder and below. Each file is read once.
 */
export function createIgnored(folder: string): Ignored {
  const top = repositoryRoot(folder);
  const ignored = top === undefined ? undefined : ignoredBelow(top);
  return ignored && !isLeftOut(folder, true, ignored) ? ignored : ignoredBelow(folder);
}

/** True for ignored paths and everything below them. */
export function isLeftOut(path: string, isFolder: boolean, ignored: Ignored): boolean {
  const parts = path.split(sep);
  const above = parts.slice(1, -1).map((_, i) => parts.slice(0, i + 2).join(sep));
  return ignored(path, isFolder) || above.some((folder) => ignored(folder, true));
}

function ignoredBelow(top: string): Ignored {
  const patterns = new Map<string, Ignore | null>();
  const patternsIn = (directory: string): Ignore | null => {
    let known = patterns.get(directory);
    if (known === undefined) {
      known = readPatterns(join(directory, '.gitignore'));
      patterns.set(directory, known);
    }
    return known;
  };
  return (path, isFolder) => {
    if (isFolder && neverSearched.has(path.slice(path.lastIndexOf(sep) + 1))) return true;
    for (let directory = dirname(path); isWithin(directory, top); directory = dirname(directory)) {
      const name = relative(directory, path).split(sep).join('/');
      const result = patternsIn(directory)?.test(isFolder ? `${name}/` : name);
      // The nearest .gitignore with a matching pattern wins.
      if (result?.ignored || result?.unignored) return result.ignored;
      if (directory === top) break;
    }
    return false;
  };
}

function readPatterns(file: string): Ignore | null {
  return existsSync(file) ? ignore().add(readFileSync(file, 'utf8')) : null;
}

function isWithin(path: string, folder: string): boolean {
  const inner = relative(folder, path);
  return !inner.startsWith('..') && inner !== path;
}

/** The nearest folder at or above an absolute path that contains `.git`. Undefined outside a repository. */
export function repositoryRoot(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

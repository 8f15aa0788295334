import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** Tells whether git would leave out a file or folder (absolute path). */
export type Ignored = (path: string, isFolder: boolean) => boolean;

/** Folders that hold no letters of this project, whatever .gitignore says. */
const neverSearched = new Set(['.git', '.hg', '.svn', 'node_modules']);

/**
 * What the .gitignore files from the repository's root down to a path say of it; outside of a repository, and where the
 * repository leaves out `folder` (absolute) itself, those of the folder and below. Each file is read once.
 */
export function createIgnored(folder: string): Ignored {
  const top = repositoryRoot(folder);
  const ignored = top === undefined ? undefined : ignoredBelow(top);
  return ignored && !isLeftOut(folder, true, ignored) ? ignored : ignoredBelow(folder);
}

/** True for what is ignored, and for what lies in an ignored folder. */
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
      // The nearest .gitignore that says anything has the last word.
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

/** The nearest folder that holds `.git`, from a folder (absolute path) upward; undefined outside of a repository. */
export function repositoryRoot(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

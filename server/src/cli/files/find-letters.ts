import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { extname, join, relative, resolve, sep } from 'node:path';

import { looksLikeLetter } from '../../builtin/sniff';
import { isDocumentName } from '../../import/kind';
import { DecodeError, decodeLetter } from '../../workspace/decode';
import { counted } from '../report/report';
import { createIgnored, isLeftOut } from './ignored';
import { isGarbled, linkTarget, realPathOf } from './links';
import { type LetterSource, readBytes, toUnreadable, whyUnread } from './sources';

/** The files found for the given paths, and what is wrong with paths that match nothing. */
export interface FoundLetters {
  readonly sources: readonly LetterSource[];
  /** Sentences that begin with the path. */
  readonly problems: readonly string[];
  /** Sentences about files that were left out on purpose. */
  readonly notes: readonly string[];
  /** True if the paths name single files, so that a report may be about one letter rather than a list. */
  readonly isSingle: boolean;
  /** Folders that contain only documents, which may not be letters. */
  readonly unsureFolders: readonly string[];
}

export interface FindOptions {
  /** The name of standard input. */
  readonly stdinName?: string | undefined;
  /** What to look for in folders: letters of all kinds, or text files only. */
  readonly inFolders: 'all' | 'texts';
}

/** The name of standard input without `--stdin-filename`. */
const standardInput = '<stdin>';

/** Collects sentences during the search for letters. */
interface Remarks {
  readonly problems: string[];
  readonly notes: string[];
}

/**
 * Finds the letters that `paths` name, in order, each file once. A file is taken whatever it contains, also through a link. A folder
 * is searched without following links. `-` is standard input. Anything else is a glob. Never throws.
 */
export async function findLetters(
  paths: readonly string[],
  { stdinName = standardInput, inFolders }: FindOptions,
): Promise<FoundLetters> {
  const sources: LetterSource[] = [];
  const remarks: Remarks = { problems: [], notes: [] };
  const unsureFolders: string[] = [];
  let isSingle = paths.length === 1;
  for (const path of paths) {
    if (path === '-') {
      sources.push({ path: stdinName, file: null });
      continue;
    }
    const found = await findAt(path, remarks, inFolders);
    isSingle &&= !found.isMany;
    if (found.sources.length > 0 && found.sources.every(({ isUnsure }) => isUnsure)) unsureFolders.push(path);
    sources.push(...found.sources);
  }
  return { sources: eachOnce(sources), ...remarks, isSingle, unsureFolders };
}

interface Found {
  readonly sources: readonly LetterSource[];
  /** A folder or a glob, which may match any number of letters. */
  readonly isMany: boolean;
}

async function findAt(path: string, remarks: Remarks, inFolders: FindOptions['inFolders']): Promise<Found> {
  let stats: Stats | undefined;
  try {
    stats = statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    remarks.problems.push(whyUnread(toUnreadable(error, path), path));
    return { sources: [], isMany: false };
  }
  if (stats && !stats.isDirectory()) return { sources: [toSource(path)], isMany: false };
  const sources = stats ? searchFolder(path, remarks, inFolders) : await expandGlob(path);
  if (!sources) remarks.problems.push(`${path}: no such file or folder`);
  else if (sources.length === 0) remarks.problems.push(`${path}: no letter found`);
  return { sources: sources ?? [], isMany: sources !== undefined };
}

/** Undefined if the path is not a glob. */
async function expandGlob(pattern: string): Promise<LetterSource[] | undefined> {
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(pattern)) return undefined;
  const ignored = createIgnored(process.cwd());
  const files = await glob(pattern.split(sep).join('/'), {
    onlyFiles: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    dot: false,
  });
  return files
    .sort()
    .filter((file) => !isLeftOut(resolve(file), false, ignored))
    .map(toSource);
}

function searchFolder(folder: string, remarks: Remarks, inFolders: FindOptions['inFolders']): LetterSource[] {
  const ignored = createIgnored(resolve(folder));
  const isDocument = inFolders === 'all' ? isDocumentName : () => false;
  const found: LetterSource[] = [];
  const links: string[] = [];
  const search = (path: string): void => {
    for (const entry of entriesOf(path, remarks.problems)) {
      const inner = path === '.' ? entry.name : join(path, entry.name);
      const isFolder = entry.isDirectory();
      if (entry.name.startsWith('.') || ignored(resolve(inner), isFolder)) continue;
      if (!isFolder && !mayBeLetter(inner) && !isDocument(inner) && !entry.isSymbolicLink()) continue;
      if (isGarbled(inner)) remarks.problems.push(`${inner}: cannot be opened, because its name is not UTF-8`);
      else if (entry.isSymbolicLink()) links.push(inner);
      else if (isFolder) search(inner);
      else if (entry.isFile() && isDocument(inner)) found.push({ ...toSource(inner), isUnsure: true });
      else if (entry.isFile() && isLetterFile(inner)) found.push(toSource(inner));
    }
  };
  search(folder);
  remarkLinks(folder, links, found, remarks);
  return found;
}

/** Links are not followed: a fix must not reach outside its folder, and no letter may be read twice. What is left out is noted. */
function remarkLinks(
  folder: string,
  links: readonly string[],
  found: readonly LetterSource[],
  { problems, notes }: Remarks,
): void {
  if (links.length === 0) return;
  const known = new Set(found.map(({ path }) => realPathOf(path)));
  const root = realPathOf(folder);
  const isLeftOut = (link: string): boolean => {
    const target = linkTarget(link);
    const real = realPathOf(link);
    if (target === 'lost' && mayBeLetter(link)) problems.push(`${link}: a link to a file that does not exist`);
    if (target === 'folder') return relative(root, real).startsWith('..');
    return target === 'file' && !known.has(real) && mayBeLetter(link) && isLetterFile(link);
  };
  const leftOut = links.filter(isLeftOut);
  if (leftOut.length > 0)
    notes.push(
      `${folder}: ${counted(leftOut.length, 'link')} not followed (${leftOut[0]}); name what ${leftOut.length === 1 ? 'it leads' : 'they lead'} to instead`,
    );
}

function entriesOf(folder: string, problems: string[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    problems.push(`${folder}: cannot be searched (${(error as NodeJS.ErrnoException).code})`);
    return [];
  }
}

const textExtensions = new Set(['.imr', '.txt', '.text', '']);

/** Enough to recognize a letter: its first 8,192 characters, also in UTF-16. */
const sniffedBytes = 2 * 8192 + 2;

function mayBeLetter(path: string): boolean {
  return textExtensions.has(extname(path.toLowerCase()));
}

/** Also true for a file that cannot be read: reading it will report why. */
function isLetterFile(path: string): boolean {
  const name = path.toLowerCase();
  if (name.endsWith('.imr') || name.endsWith('.imr.txt')) return true;
  try {
    const start = readBytes(path, path, sniffedBytes);
    // A cut may be within a character, and then only the whole can be decoded.
    const text =
      tryDecode(start, path) ?? (start.length === sniffedBytes ? tryDecode(readBytes(path, path), path) : undefined);
    return text !== undefined && looksLikeLetter(text);
  } catch {
    return true;
  }
}

function tryDecode(bytes: Uint8Array, path: string): string | undefined {
  try {
    return decodeLetter(bytes, path).text;
  } catch (error) {
    if (error instanceof DecodeError) return undefined;
    throw error;
  }
}

function toSource(path: string): LetterSource {
  return { path: path.split(sep).join('/'), file: path };
}

function eachOnce(sources: readonly LetterSource[]): LetterSource[] {
  const byFile = new Map<string, LetterSource>();
  for (const source of sources) {
    const key = source.file === null ? '' : realPathOf(source.file);
    const known = byFile.get(key);
    // A file that is also named is taken whatever it contains.
    if (!known || (known.isUnsure && !source.isUnsure)) byFile.set(key, source);
  }
  return [...byFile.values()];
}

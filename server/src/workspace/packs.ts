import { builtinLibrary } from '../builtin/library';
import {
  type ConfigFinding,
  createFindings,
  type HousePack,
  type Library,
  type LibraryResult,
  type PackProblem,
} from '../core/index';
import type { ConfigFile } from './config';
import type { DataFile } from './data-file';
import { type FileSystem, readTextFile, settingsLimits } from './file-system';
import { parentOf } from './paths';
import { RefusedError, reach } from './reach';
import { readData } from './read-data';

export interface LoadedPacks {
  readonly library: Library;
  /** Findings in the pack files, by file. */
  readonly packs: readonly {
    readonly file: DataFile;
    readonly findings: readonly ConfigFinding[];
    readonly isBroken: boolean;
  }[];
  /** Findings in the configurations: packs that are not there. */
  readonly missing: readonly { readonly config: ConfigFile; readonly findings: readonly ConfigFinding[] }[];
}

/** Libraries are costly and few: one for each set of packs, by their texts, the oldest first. */
export type LibraryCache = Map<string, Promise<LibraryResult>>;

/** A pack that is saved again and again leaves a library behind each time. */
const mostLibraries = 8;

/** Reads the packs that the configurations name, the lowest first, from within `root`. */
export async function loadPacks(
  files: FileSystem,
  configs: readonly ConfigFile[],
  root: string,
  cache: LibraryCache,
): Promise<LoadedPacks> {
  const read = new Map<string, DataFile>();
  const missing: { config: ConfigFile; findings: readonly ConfigFinding[] }[] = [];
  for (const config of configs) {
    const findings = createFindings(config.path);
    for (const { path, pointer } of config.config.packs) {
      const error = await readPack(files, { written: path, folder: parentOf(config.path) ?? '', root }, read);
      if (error === undefined) continue;
      const place = () => config.config.source.locate?.(pointer, 'value');
      findings.add(pointer, place, () => ({ message: `The pack "${path}" is not read: ${error}.` }));
    }
    missing.push({ config, findings: findings.all() });
  }
  const house = [...read.values()].filter(({ errors }) => errors.length === 0);
  const { library, problems } = await libraryOf(house, cache);
  const packs = [...read.values()].map((file) => ({
    file,
    findings: findingsIn(file, problems),
    isBroken: file.errors.length > 0,
  }));
  return { library, packs, missing };
}

/** Adds a pack to those that are read, once; returns why it cannot be. */
async function readPack(
  files: FileSystem,
  { written, folder, root }: { readonly written: string; readonly folder: string; readonly root: string },
  read: Map<string, DataFile>,
): Promise<string | undefined> {
  const path = reach(written, folder, root);
  if (path instanceof RefusedError) return path.message;
  if (read.has(path)) return undefined;
  const file = await readTextFile(files, path, settingsLimits(root));
  if (!file) return 'there is no such file';
  if ('error' in file) return file.error;
  read.set(path, await readData(path, file.text));
  return undefined;
}

async function libraryOf(house: readonly DataFile[], cache: LibraryCache): Promise<LibraryResult> {
  if (house.length === 0) return { library: builtinLibrary, problems: [] };
  const key = JSON.stringify(house.map(({ path, text }) => [path, text]));
  let result = cache.get(key);
  if (!result) {
    const packs = house.map(({ path, content }): HousePack => ({ path, content }));
    result = import('../builtin/house-library').then(({ createHouseLibrary }) => createHouseLibrary(packs));
    cache.set(key, result);
    for (const oldest of [...cache.keys()].slice(0, -mostLibraries)) cache.delete(oldest);
  }
  return result;
}

function findingsIn({ path, locate, errors }: DataFile, problems: readonly PackProblem[]): readonly ConfigFinding[] {
  const findings = createFindings(path);
  for (const { span, message } of errors) {
    findings.add(
      '',
      () => span,
      () => ({ message: `This is no YAML, so nothing of the pack counts: ${message.trim()}` }),
    );
  }
  for (const { pack, pointer, message } of problems) {
    if (pack !== path) continue;
    findings.add(
      pointer,
      () => nearestPlace(locate, pointer),
      () => ({ message: `${message}. The entry is left out; the rest of the pack counts.` }),
    );
  }
  return findings.all();
}

/** A value that is missing has no place: its parent's is taken. */
function nearestPlace(locate: DataFile['locate'], pointer: string) {
  for (let at = pointer; ; at = at.replace(/\/[^/]*$/, '')) {
    const place = locate(at, 'value');
    if (place || at === '') return place;
  }
}

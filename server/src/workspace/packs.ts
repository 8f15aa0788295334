import { builtinLibrary } from '../builtin/library';
import { builtinPacks, builtinTables } from '../builtin/packs';
import { builtinSchemas } from '../builtin/schemas';
import { type ConfigFinding, createLibrary, type HousePack, type Library, type PackProblem } from '../core/index';
import type { ConfigFile } from './config';
import { type FileSystem, readTextFile } from './file-system';
import { type DataFile, parseData } from './parse-data';
import { parentOf, resolvePath } from './paths';

export interface LoadedPacks {
  readonly library: Library;
  /** Findings in the pack files, by file. */
  readonly packs: readonly {
    readonly file: DataFile;
    readonly findings: readonly ConfigFinding[];
    readonly isBroken: boolean;
  }[];
  /** Findings in the configurations: packs that are not there. */
  readonly missing: readonly { readonly config: ConfigFile; readonly finding: ConfigFinding }[];
}

/** Libraries are costly and few: one for each set of packs, by their texts, the oldest first. */
export type LibraryCache = Map<string, ReturnType<typeof createLibrary>>;

/** A pack that is saved again and again leaves a library behind each time. */
const mostLibraries = 8;

/** Reads the packs that the configurations name, the lowest first. */
export async function loadPacks(
  files: FileSystem,
  configs: readonly ConfigFile[],
  cache: LibraryCache,
): Promise<LoadedPacks> {
  const read = new Map<string, DataFile>();
  const missing: { config: ConfigFile; finding: ConfigFinding }[] = [];
  for (const config of configs) {
    for (const { path, pointer } of config.config.packs) {
      const at = resolvePath(parentOf(config.path) ?? '', path);
      if (read.has(at)) continue;
      const file = await readTextFile(files, at);
      if (file && 'text' in file) {
        read.set(at, parseData(at, file.text));
        continue;
      }
      const span = config.config.source.locate?.(pointer, 'value');
      const message = `The pack "${path}" cannot be read: ${file ? file.error : 'there is no such file'}.`;
      missing.push({ config, finding: { source: config.path, pointer, span, message } });
    }
  }
  const house = [...read.values()].filter(({ errors }) => errors.length === 0);
  const { library, problems } = libraryOf(house, cache);
  const packs = [...read.values()].map((file) => ({
    file,
    findings: findingsIn(file, problems),
    isBroken: file.errors.length > 0,
  }));
  return { library, packs, missing };
}

function libraryOf(house: readonly DataFile[], cache: LibraryCache): ReturnType<typeof createLibrary> {
  if (house.length === 0) return { library: builtinLibrary, problems: [] };
  const key = JSON.stringify(house.map(({ path, text }) => [path, text]));
  let result = cache.get(key);
  if (!result) {
    const packs = house.map(({ path, content }): HousePack => ({ path, content }));
    result = createLibrary(builtinPacks, packs, builtinSchemas, builtinTables);
    cache.set(key, result);
    for (const oldest of [...cache.keys()].slice(0, -mostLibraries)) cache.delete(oldest);
  }
  return result;
}

function findingsIn(file: DataFile, problems: readonly PackProblem[]): ConfigFinding[] {
  const { path, locate, errors } = file;
  const broken = errors.map(({ span, message }) => ({
    source: path,
    pointer: '',
    span,
    message: `This is no YAML, so nothing of the pack counts: ${message.trim()}`,
  }));
  const own = problems.filter(({ pack }) => pack === path);
  return [
    ...broken,
    ...own.map(({ pointer, message }) => ({
      source: path,
      pointer,
      span: nearestPlace(locate, pointer),
      message: `${message}. The entry is left out; the rest of the pack counts.`,
    })),
  ];
}

/** A value that is missing has no place: its parent's is taken. */
function nearestPlace(locate: DataFile['locate'], pointer: string) {
  for (let at = pointer; ; at = at.replace(/\/[^/]*$/, '')) {
    const place = locate(at, 'value');
    if (place || at === '') return place;
  }
}

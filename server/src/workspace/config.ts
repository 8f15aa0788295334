import {
  type Config,
  type ConfigFinding,
  createFindings,
  type Locate,
  type Nameable,
  readConfig,
  type SettingsLayer,
} from '../core/index';
import { type FileSystem, readTextFile, settingsLimits, type TextFile } from './file-system';
import { parentOf, resolvePath } from './paths';
import { foldersUpTo, RefusedError, reach } from './reach';
import { readData } from './read-data';

/** In one folder the first one counts. */
export const configNames: readonly string[] = ['.imr.yaml', '.imr.json'];

/** A configuration with all that it builds upon. */
export interface ConfigChain {
  /** From the lowest to the highest. */
  readonly layers: readonly SettingsLayer[];
  /** The files read, in the same order. */
  readonly files: readonly ConfigFile[];
}

export interface ConfigFile {
  readonly path: string;
  readonly text: string;
  readonly config: Config;
  /** Findings beside those of `config`: what could not be parsed, a file that is not there. */
  readonly findings: readonly ConfigFinding[];
  /** Files that it extends and that must not or cannot be read. */
  readonly unread: readonly ConfigFinding[];
  /** Why the file counts for nothing, where it is broken. */
  readonly isBroken: boolean;
}

/** Finds the configuration nearest to a letter, in its folder or above, up to `root`; undefined where there is none. */
export async function findConfig(files: FileSystem, letterPath: string, root: string): Promise<string | undefined> {
  for (const folder of foldersUpTo(letterPath, root)) {
    for (const name of configNames) {
      const path = resolvePath(folder, name);
      if (await readTextFile(files, path, settingsLimits(root))) return path;
    }
  }
  return undefined;
}

/** A configuration to start from. */
export interface ConfigPlace {
  readonly path: string;
  /** The folder that all it extends must be in. */
  readonly root: string;
  /** The person named this file, so that it may lie anywhere. */
  readonly isNamed?: boolean;
}

/** Reads a configuration and what it extends. A file that several others extend counts once, where it comes first. */
export async function loadConfig(files: FileSystem, place: ConfigPlace, known: Nameable): Promise<ConfigChain> {
  const { path, root, isNamed = false } = place;
  const chain = { layers: [], files: [] };
  const file = await readTextFile(files, path, settingsLimits(isNamed ? null : root));
  await new ChainReader(files, root, known, chain).add(file ?? { path, error: 'there is no such file' });
  return chain;
}

/** What a configuration says of another file that could not be taken in. */
interface Unread {
  readonly message: string;
  /** The file is there and must not or cannot be read. */
  readonly isFatal: boolean;
}

class ChainReader {
  private readonly files: FileSystem;
  private readonly root: string;
  private readonly known: Nameable;
  private readonly chain: { readonly layers: SettingsLayer[]; readonly files: ConfigFile[] };
  /** By path: being read, so that extending it would be a circle, or read. */
  private readonly states = new Map<string, 'open' | 'done'>();

  constructor(files: FileSystem, root: string, known: Nameable, chain: ChainReader['chain']) {
    this.files = files;
    this.root = root;
    this.known = known;
    this.chain = chain;
  }

  /** Adds a file behind all that it extends. */
  async add(file: TextFile): Promise<void> {
    const { path } = file;
    this.states.set(path, 'open');
    const { locate, ...parsed } = await parseConfig(file, this.known);
    const missing = createFindings(path);
    const unread = createFindings(path);
    for (const extension of parsed.config.extends) {
      if ('preset' in extension) {
        this.chain.layers.push({ preset: extension.preset, name: `${extension.preset} (${path})` });
        continue;
      }
      const problem = await this.extend(path, extension.path);
      const { pointer } = extension;
      if (problem)
        (problem.isFatal ? unread : missing).add(
          pointer,
          () => locate?.(pointer, 'value'),
          () => problem,
        );
    }
    this.states.set(path, 'done');
    this.chain.layers.push({ config: parsed.config });
    this.chain.files.push({ ...parsed, findings: [...parsed.findings, ...missing.all()], unread: unread.all() });
  }

  /** Adds a file that the one at `from` extends, unless it is there already. */
  private async extend(from: string, written: string): Promise<Unread | undefined> {
    const path = reach(written, parentOf(from) ?? '', this.root);
    if (path instanceof RefusedError) return notRead(written, path.message);
    const state = this.states.get(path);
    if (state === 'open')
      return {
        message: `"${written}" extends this file, which extends it: a circle. It is left out.`,
        isFatal: false,
      };
    if (state === 'done') return undefined;
    const file = await readTextFile(this.files, path, settingsLimits(this.root));
    if (!file)
      return { message: `There is no file "${written}" beside this one; nothing of it counts.`, isFatal: false };
    if ('error' in file) return notRead(written, file.error);
    return this.add(file).then(() => undefined);
  }
}

function notRead(written: string, why: string): Unread {
  return { message: `"${written}" is not read: ${why}.`, isFatal: true };
}

type ParsedConfig = Omit<ConfigFile, 'unread'> & { readonly locate?: Locate };

async function parseConfig(file: TextFile, known: Nameable): Promise<ParsedConfig> {
  const { path } = file;
  const findings = createFindings(path);
  if ('error' in file) {
    findings.add(
      '',
      () => undefined,
      () => ({ message: `This file cannot be read: ${file.error}.` }),
    );
    const config = readConfig({ name: path, content: undefined }, known);
    return { path, text: '', config, findings: findings.all(), isBroken: true };
  }
  const { text, content, locate, errors } = await readData(path, file.text);
  for (const { span, message } of errors) {
    findings.add(
      '',
      () => span,
      () => ({ message: `This is no YAML, so nothing of the file counts: ${message}` }),
    );
  }
  const config = readConfig({ name: path, content, locate }, known);
  return { path, text, config, findings: findings.all(), isBroken: errors.length > 0, locate };
}

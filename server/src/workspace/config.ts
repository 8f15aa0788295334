import { type Config, type ConfigFinding, type Locate, type Rule, readConfig, type SettingsLayer } from '../core/index';
import { type FileSystem, readTextFile, type TextFile } from './file-system';
import { parseData } from './parse-data';
import { parentOf, resolvePath } from './paths';

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
  /** Why the file counts for nothing, where it is broken. */
  readonly isBroken: boolean;
}

/** The configuration nearest to a letter, in its folder or above; undefined where there is none. */
export async function findConfig(files: FileSystem, letterPath: string): Promise<string | undefined> {
  for (let folder = parentOf(letterPath); folder !== undefined; folder = parentOf(folder)) {
    for (const name of configNames) {
      const path = resolvePath(folder, name);
      if (await readTextFile(files, path)) return path;
    }
  }
  return undefined;
}

/** Reads a configuration and what it extends, each file once. */
export async function loadConfig(files: FileSystem, path: string, rules: readonly Rule[]): Promise<ConfigChain> {
  const file = await readTextFile(files, path);
  return extend(files, file ?? { path, error: 'there is no such file' }, rules, []);
}

async function extend(
  files: FileSystem,
  file: TextFile,
  rules: readonly Rule[],
  above: readonly string[],
): Promise<ConfigChain> {
  const parsed = parseConfig(file, rules);
  const missing: ConfigFinding[] = [];
  const chains: ConfigChain[] = [];
  for (const extension of parsed.config.extends) {
    if ('preset' in extension) {
      chains.push({ layers: [{ preset: extension.preset, name: `${extension.preset} (${file.path})` }], files: [] });
      continue;
    }
    const path = resolvePath(parentOf(file.path) ?? '', extension.path);
    const report = (message: string) =>
      missing.push({
        source: file.path,
        pointer: extension.pointer,
        span: parsed.locate?.(extension.pointer, 'value'),
        message,
      });
    const next = [...above, file.path].includes(path) ? undefined : await readTextFile(files, path);
    if (next) chains.push(await extend(files, next, rules, [...above, file.path]));
    else if ([...above, file.path].includes(path))
      report(`"${extension.path}" extends this file, which extends it: a circle. It is left out.`);
    else report(`There is no file "${extension.path}" beside this one; nothing of it counts.`);
  }
  const own: ConfigFile = { ...parsed, findings: [...parsed.findings, ...missing] };
  return {
    layers: [...chains.flatMap(({ layers }) => layers), { config: own.config }],
    files: [...chains.flatMap((chain) => chain.files), own],
  };
}

function parseConfig(file: TextFile, rules: readonly Rule[]): ConfigFile & { readonly locate?: Locate } {
  const { path } = file;
  if ('error' in file) {
    const findings = [
      { source: path, pointer: '', span: undefined, message: `This file cannot be read: ${file.error}.` },
    ];
    return { path, text: '', config: readConfig({ name: path, content: undefined }, rules), findings, isBroken: true };
  }
  const { text, content, locate, errors } = parseData(path, file.text);
  const findings = errors.map(({ span, message }) => ({
    source: path,
    pointer: '',
    span,
    message: `This is no YAML, so nothing of the file counts: ${message.trim()}`,
  }));
  return {
    path,
    text,
    config: readConfig({ name: path, content, locate }, rules),
    findings,
    isBroken: errors.length > 0,
    locate,
  };
}

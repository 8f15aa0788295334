import { type BigIntStats, fstatSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileSystem } from '../../workspace/file-system';
import { createSettingsLookup, settingsPathOf } from '../check-letter';
import type { Options } from '../options';
import { UsageError } from '../usage-error';
import { nodeFiles } from './node-files';
import { absolutePath } from './paths';
import type { LetterSource } from './sources';

/**
 * Throws a UsageError if `--output`, `--write-baseline`, or `--comments` would replace a file that the command reads, under any of
 * its names: a letter, configuration, pack, suppression file, or baseline. Devices and named pipes may be both.
 */
export async function protectInputs(
  sources: readonly LetterSource[],
  options: Options,
  operands: readonly string[],
): Promise<void> {
  const outputs = outputsOf(options);
  refuseSame(outputs, ({ path }) => absolutePath(path));
  const existing = outputs.flatMap((output) => {
    const id = idOf(() => statSync(output.path, { bigint: true, throwIfNoEntry: false }));
    return id === undefined ? [] : [{ ...output, id }];
  });
  if (existing.length === 0) return;
  refuseSame(existing, ({ id }) => id);
  const inputs = await inputsOf(sources, options, operands);
  for (const { option, path, id } of existing) {
    if (inputs.has(id) || isSettingsFile(path))
      throw new UsageError(`${path}: --${option} would replace a file that imr reads; choose another name`);
  }
}

function refuseSame<T extends NamedOutput>(outputs: readonly T[], keyOf: (output: T) => string): void {
  for (const [i, output] of outputs.entries()) {
    const other = outputs.slice(0, i).find((each) => keyOf(each) === keyOf(output));
    if (other) throw new UsageError(`--${other.option} and --${output.option} name the same file`);
  }
}

interface NamedOutput {
  readonly option: 'output' | 'write-baseline' | 'comments';
  readonly path: string;
}

function outputsOf(options: Options): NamedOutput[] {
  return (['output', 'write-baseline', 'comments'] as const).flatMap((option) => {
    const path = options[option];
    return path === undefined ? [] : [{ option, path }];
  });
}

/** The ids of all files that the command reads. */
async function inputsOf(
  sources: readonly LetterSource[],
  options: Options,
  operands: readonly string[],
): Promise<ReadonlySet<string>> {
  const settings = await settingsFilesOf(sources, options, operands);
  const paths = [...settings, ...sources.flatMap(({ file }) => file ?? []), ...[options.baseline ?? []].flat()];
  const ids = paths.map((path) => idOf(() => statSync(path, { bigint: true, throwIfNoEntry: false })));
  if (sources.some(({ file }) => file === null)) ids.push(idOf(() => fstatSync(0, { bigint: true })));
  return new Set(ids.filter((id) => id !== undefined));
}

/** The configurations, packs, and suppressions of the letters' folders, whether this command uses them or not. */
async function settingsFilesOf(
  sources: readonly LetterSource[],
  options: Options,
  operands: readonly string[],
): Promise<ReadonlySet<string>> {
  const read = new Set<string>();
  const recording: FileSystem = {
    ...nodeFiles,
    async readFile(path, limits) {
      read.add(path);
      return nodeFiles.readFile(path, limits);
    },
  };
  const lookups = [{}, options].map((each) => createSettingsLookup(each, operands, recording));
  const letters = new Map(sources.map((letter) => [dirname(settingsPathOf(letter)), letter]));
  for (const letter of letters.values()) for (const settingsOf of lookups) await settingsOf(letter);
  return read;
}

/** By name: settings files of folders that this command does not read. */
function isSettingsFile(path: string): boolean {
  return /(?:^|\/)(?:\.imr\.(?:yaml|json)|\.imr\/suppressions\.json)$/.test(absolutePath(path));
}

/** Device and inode of a regular file, the same for all its names. Undefined for other files and for those that cannot be examined. */
function idOf(look: () => BigIntStats | undefined): string | undefined {
  try {
    const stats = look();
    return stats?.isFile() ? `${stats.dev}:${stats.ino}` : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return undefined;
  }
}

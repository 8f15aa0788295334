import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { UsageError } from '../usage-error';

const run = promisify(execFile);

/**
 * Returns the absolute paths of files that differ from the last commit or are new to git, in the repository of the current folder.
 * Throws a UsageError outside a repository or without git.
 */
export async function changedFiles(): Promise<ReadonlySet<string>> {
  const [top = ''] = await lines('rev-parse', '--show-toplevel');
  const root = top.replace(/\n$/, '');
  const isBorn = await git('rev-parse', '--verify', '--quiet', 'HEAD').then(
    () => true,
    () => false,
  );
  const changed = isBorn
    ? await lines('-C', root, 'diff', '--name-only', '--no-renames', '--diff-filter=d', '-z', 'HEAD')
    : [];
  const fresh = await lines(
    '-C',
    root,
    'ls-files',
    '--others',
    '--exclude-standard',
    ...(isBorn ? [] : ['--cached']),
    '-z',
  );
  return new Set([...changed, ...fresh].map((path) => resolve(root, path)));
}

async function lines(...args: readonly string[]): Promise<readonly string[]> {
  try {
    const { stdout } = await git(...args);
    return stdout.split('\0').filter((each) => each !== '');
  } catch (error) {
    const isMissing = (error as { code?: unknown }).code === 'ENOENT';
    throw new UsageError(
      `--changed: ${isMissing ? 'git was not found' : 'the current folder is not in a git repository'}`,
    );
  }
}

function git(...args: readonly string[]): Promise<{ stdout: string }> {
  return run('git', [...args], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
}

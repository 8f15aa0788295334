// The command line as people run it: the bundle that ships, as a process of its own.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { root } from '../project';

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** A folder of letters with the command line beside it, for the tests of one file. */
export interface Desk {
  readonly folder: string;
  /** The bundle to run with Node. */
  readonly cli: string;
  /** Writes a file into the folder; its path in it. */
  write(name: string, content: string | Uint8Array): string;
  read(name: string): string;
  /** Runs `imr` in the folder. */
  imr(args: readonly string[], options?: RunOptions): Run;
}

/** Builds the command line once for a test file, in a folder that is removed behind the tests. */
export function openDesk(): Desk {
  const top = mkdtempSync(join(tmpdir(), 'imr-cli-'));
  const folder = join(top, 'letters');
  const cli = join(top, 'dist/cli.js');
  beforeAll(() => {
    mkdirSync(folder);
    execFileSync(process.execPath, ['esbuild.mjs', '--only', 'dist/cli.js', '--into', top], { cwd: root });
    if (!existsSync(cli)) throw new Error('the command line was not built');
  }, 60_000);
  afterAll(() => rmSync(top, { recursive: true, force: true }));
  return {
    folder,
    cli,
    write(name, content) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return name;
    },
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    imr(args, { input = '', env = {} } = {}) {
      const { FORCE_COLOR: _, ...own } = process.env;
      const result = spawnSync(process.execPath, [cli, ...args], {
        cwd: folder,
        input,
        env: { ...own, ...env },
        encoding: 'utf8',
        maxBuffer: 256 * 1024 * 1024,
      });
      if (result.error) throw result.error;
      return { code: result.status, out: result.stdout, err: result.stderr };
    },
  };
}

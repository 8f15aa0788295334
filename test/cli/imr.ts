// The command line for tests: in a thread of the test's own process, which is quick, or as a process, as people run it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';
import { root } from '../project';
import type { Asked, DeskData } from './desk-worker';

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

type Imr = (args: readonly string[], options?: RunOptions) => Run;

/** A folder of letters with the command line beside it, for the tests of one file. */
export interface Desk {
  readonly folder: string;
  /** The bundle to run with Node. */
  readonly cli: string;
  /** Writes a file into the folder; its path in it. */
  write(name: string, content: string | Uint8Array): string;
  read(name: string): string;
  /** Runs `imr` in the folder, without a process of its own: exit code and output are the same. */
  readonly imr: Imr;
  /** Runs `imr` in the folder as a process, for what only a process shows: streams, signals, limits. */
  readonly spawn: Imr;
  /** Runs a script of the shell in the folder, in which `imr` is the command line. */
  readonly shell: (script: string) => Run;
}

/** Builds the command line once for a test file, in a folder that is removed behind the tests. */
export function openDesk(): Desk {
  const top = mkdtempSync(join(tmpdir(), 'imr-cli-'));
  const folder = join(top, 'letters');
  const cli = join(top, 'dist/cli.js');
  const worker = join(top, 'dist/desk-worker.js');
  let thread: DeskThread | undefined;
  beforeAll(async () => {
    mkdirSync(folder);
    await bundle({ [cli]: 'server/src/cli/main.ts', [worker]: 'test/cli/desk-worker.ts' });
  }, 60_000);
  afterAll(async () => {
    await thread?.close();
    rmSync(top, { recursive: true, force: true });
  });
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
      thread ??= startThread(worker, cli);
      const before = process.cwd();
      process.chdir(folder);
      try {
        return thread.run({ args, input, env: { ...ownEnvironment(), ...env } });
      } finally {
        process.chdir(before);
      }
    },
    spawn(args, { input = '', env = {} } = {}) {
      const result = spawnSync(process.execPath, [cli, ...args], {
        cwd: folder,
        input,
        env: { ...ownEnvironment(), ...env },
        encoding: 'utf8',
        maxBuffer: 256 * 1024 * 1024,
      });
      if (result.error) throw result.error;
      return { code: result.status, out: result.stdout, err: result.stderr };
    },
    shell(script) {
      const imr = `imr() { "${process.execPath}" "${cli}" "$@"; }`;
      const { status, stdout, stderr, error } = spawnSync('sh', ['-c', `${imr}\n${script}`], {
        cwd: folder,
        env: ownEnvironment(),
        encoding: 'utf8',
      });
      if (error) throw error;
      return { code: status, out: stdout, err: stderr };
    },
  };
}

function ownEnvironment(): Record<string, string | undefined> {
  const { FORCE_COLOR: _, ...own } = process.env;
  return own;
}

/** Bundles as the build does, the packs as they were compiled for this run of the tests. */
async function bundle(entries: Readonly<Record<string, string>>): Promise<void> {
  for (const [outfile, entry] of Object.entries(entries)) {
    await build({
      entryPoints: [join(root, entry)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      mainFields: ['module', 'main'],
      define: { 'import.meta.url': '__filename' },
      logLevel: 'error',
    });
  }
}

interface DeskThread {
  run(asked: Asked): Run;
  close(): Promise<unknown>;
}

/** A thread that runs the command line; who asks waits for it, as for a process. */
function startThread(module: string, cli: string): DeskThread {
  const signal = new SharedArrayBuffer(4);
  const { port1, port2 } = new MessageChannel();
  const workerData: DeskData = { port: port2, signal, cli };
  const worker = new Worker(module, { workerData, transferList: [port2] });
  const done = new Int32Array(signal);
  return {
    run(asked) {
      Atomics.store(done, 0, 0);
      worker.postMessage(asked);
      if (Atomics.wait(done, 0, 0, 60_000) === 'timed-out') throw new Error(`imr ${asked.args.join(' ')}: no answer`);
      return receiveMessageOnPort(port1)?.message as Run;
    },
    close: () => worker.terminate(),
  };
}

// What is loaded before anything happens: the server's files, the client.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Figure, Setup } from '../figure';
import { interleaveRuns } from '../interleave';
import { ServerProcess } from '../server-process';

export async function measureSize(setup: Setup): Promise<readonly Figure[]> {
  const read = await filesRead(setup);
  const isCode = (path: string) => /\.[cm]?js$/.test(path);
  const code = read.filter(isCode).reduce((sum, path) => sum + codeIn(readFileSync(path, 'utf8')), 0);
  const all = read.reduce((sum, path) => sum + statSync(path).size, 0);
  return [
    { name: 'server: JavaScript without packs', unit: 'KB', target: 650, value: code / 1000 },
    { name: 'server: files read before first diagnostics', unit: 'KB', target: 1100, value: all / 1000 },
    await clientLoad(setup),
  ];
}

/** The files of the product that the server has read when a letter is checked; each once. */
async function filesRead({ root, letter }: Setup): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'imr-bench-'));
  const log = join(folder, 'reads');
  const script = join(root, 'dist/server.js');
  const NODE_OPTIONS = `--require ${JSON.stringify(join(root, 'test/bench/preload/count-reads.cjs'))}`;
  const server = await ServerProcess.start(script, { NODE_OPTIONS, IMR_BENCH_READS: log });
  await server.open('file:///letters/a.imr', letter);
  await server.pull('file:///letters/a.imr');
  await server.close();
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
  rmSync(folder, { recursive: true });
  const paths = lines
    .map((line) => line.split('\t')[0] ?? '')
    .filter((path) => relative(root, path).startsWith('dist'));
  return [...new Set([script, join(root, 'dist/server-worker.js'), ...paths])];
}

/** Bytes of a bundle without the packs in it, which are texts for `JSON.parse`. */
function codeIn(bundle: string): number {
  const packs = /JSON\.parse\((?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`)\)/g;
  return Buffer.byteLength(bundle.replace(packs, ''));
}

/** What loading the client takes above a Node that loads nothing. */
async function clientLoad({ root, isQuick }: Setup): Promise<Figure> {
  const client = join(root, 'dist/client.js');
  const load = (script: string) => (): number => {
    const args = ['--require', join(root, 'test/bench/preload/fake-vscode.cjs'), '-e', script];
    const started = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`loading the client failed: ${stderr}`);
    return performance.now() - started;
  };
  const times = await interleaveRuns(
    { ours: load(`require(${JSON.stringify(client)})`), bare: load('0') },
    isQuick ? 5 : 25,
  );
  return {
    name: 'client: load above bare Node',
    unit: 'ms',
    target: 25,
    value: times.ours.fastest - times.bare.fastest,
  };
}

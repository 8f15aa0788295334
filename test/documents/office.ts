// Programs of Debian that make and read documents, for tests that say loudly that they skip where these are missing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';

/** True for a program that is there. A missing one is named. */
export function has(program: string): boolean {
  const isThere = spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
  if (!isThere) console.warn(`SKIPPED: ${program} is not installed; what needs it is not tested`);
  return isThere;
}

/** Runs a program; throws with its output where it fails. */
export function run(program: string, ...args: readonly string[]): void {
  // Threads of tesseract wait for one another on a busy machine.
  const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
  const { status, stderr, stdout, error } = spawnSync(program, args, { encoding: 'utf8', env });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}${stdout}`);
}

/** A folder that is removed behind the tests of a file. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'imr-documents-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Converts all files of a folder with LibreOffice into another one, which a file that cannot be converted is missing from. */
export function convertAll(from: string, to: string, format: string, profile: string): void {
  const files = readdirSync(from).map((name) => join(from, name));
  run(
    'soffice',
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    '--headless',
    ...['--convert-to', format, '--outdir', to],
    ...files,
  );
}

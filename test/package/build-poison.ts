import { execFileSync } from 'node:child_process';
import { root } from '../project';

/** Builds the server with the poison rule once, before all files of this project. Called by Vitest. */
export function setup(): void {
  execFileSync(process.execPath, ['esbuild.mjs', '--only', 'dist/test/poison'], { cwd: root, stdio: 'ignore' });
}

// Makes node_modules agree with package-lock.json, in a fresh clone too: plain Node, no package is needed for it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs `npm ci` in `folder` when packages are missing or differ from its lock file. Throws when npm fails. */
export function installPackages(folder = root) {
  if (installed(folder)) return;
  console.log('Installing packages (npm ci)');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
}

/** Runs a command in the project's root with its output shown. Throws with the command when it fails. */
export function run(command, args, options = {}) {
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell, ...options });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: exit code ${status}`);
}

// npm writes what it installed into a hidden lock file; packages for other platforms are rightly missing from it.
function installed(folder) {
  const hiddenPath = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(hiddenPath)) return false;
  const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(hiddenPath, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = present[path];
    return found ? found.version === version : optional === true;
  });
}

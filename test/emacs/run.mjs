// `npm run test:emacs`: the built server in a real Emacs, in batch mode, with eglot and with lsp-mode.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const packages = 'apt-get install emacs-nox elpa-eglot elpa-lsp-mode';

/** Runs the script with a client and returns how many of its tests passed and failed; a script that breaks off has failed once. */
function runWith(client) {
  // A home of its own, so that nobody's configuration is loaded or changed.
  const home = mkdtempSync(join(tmpdir(), 'imr-emacs-'));
  try {
    const env = { ...process.env, IMR_ROOT: root, IMR_CLIENT: client, HOME: home };
    const options = { cwd: join(root, 'samples'), env, encoding: 'utf8', timeout: 120_000 };
    const { error, stdout, stderr } = spawnSync(
      'emacs',
      ['--batch', '-l', join(root, 'test/emacs/client.el')],
      options,
    );
    if (error?.code === 'ENOENT') throw new Error(`Emacs is not installed: ${packages}`);
    if (error) throw error;
    const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(stdout) ?? [];
    process.stdout.write(stdout.replace(/^\d+ passed, \d+ failed\n/m, ''));
    if (passed === undefined) process.stdout.write(`FAIL ${client}: the script broke off\n${stderr}\n`);
    return { passed: Number(passed ?? 0), failed: Number(failed ?? 1) };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

try {
  const counts = ['eglot', 'lsp-mode'].map(runWith);
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

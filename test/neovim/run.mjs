// `npm run test:neovim`: the built server in a real Neovim, headless, over standard input and output.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const home = mkdtempSync(join(tmpdir(), 'imr-neovim-'));

try {
  // Nothing of its owner's configuration, and no log or swap file outside of a folder of its own.
  const env = { ...process.env, IMR_ROOT: root, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home };
  const script = join(root, 'test/neovim/client.lua');
  const args = ['--headless', '--clean', '-n', '-c', `luafile ${script}`];
  const options = { cwd: join(root, 'samples'), env, encoding: 'utf8', timeout: 120_000 };
  const { error, status, stdout, stderr } = spawnSync('nvim', args, options);
  if (error?.code === 'ENOENT') throw new Error('Neovim is not installed: apt-get install neovim');
  if (error) throw error;
  // Without a screen Neovim prints on standard error, with carriage returns.
  process.stdout.write(`${stdout}${stderr}`.replace(/\r\n?/g, '\n').trimEnd());
  process.stdout.write('\n');
  process.exitCode = status === 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}

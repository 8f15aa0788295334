// VS Code's own server, from npm packages, on a loopback port: what `npm start` opens where no desktop VS Code
// is installed, and what `npm run test:e2e` drives. The packages live in this folder, with a lock file of their own.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const editorFolder = join(folder, 'node_modules/code-server/lib/vscode');
const stampPath = join(folder, 'node_modules/.installed');
const startDeadline = 60_000;

/** Installs the editor's packages when they are missing or of another lock file. Rejects when npm fails. */
export async function installEditorHost() {
  const stamp = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp) return;
  console.log('Installing VS Code for the browser (about 20 seconds, once)');
  await npm(['ci'], folder);
  // `install`, not `ci`: the package's own shrinkwrap misses an entry, which `ci` refuses.
  await npm(['install', '--omit=dev'], editorFolder);
  writeFileSync(stampPath, stamp);
}

// `--ignore-scripts`: the native modules that would be compiled only cost log lines when they are missing.
function npm(args, cwd) {
  const all = [...args, '--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund', '--engine-strict=false'];
  return new Promise((resolve, reject) => {
    const child = spawn('npm', all, {
      cwd,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`npm ${args.join(' ')} in ${cwd}: ${code}`)),
    );
  });
}

/**
 * Starts the server with its data below `dataFolder` and resolves to `{port, stop}` once it listens.
 * `settings` become the user settings; `log` gets each output line.
 */
export async function startEditorServer({ dataFolder, port = 0, settings = {}, log = () => {} }) {
  const userFolder = join(dataFolder, 'user');
  mkdirSync(join(userFolder, 'User'), { recursive: true });
  writeFileSync(join(userFolder, 'User/settings.json'), JSON.stringify(settings, null, 2));
  const args = [
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    // Without the driver switch a built workbench ignores the address's payload, silently.
    ...['--enable-smoke-test-driver', '--disable-telemetry', '--disable-workspace-trust'],
  ];
  const child = spawnServer(dataFolder, args);
  // Whatever ends this process ends the server too.
  const killNow = () => child.kill('SIGKILL');
  process.once('exit', killNow);
  child.once('exit', () => process.removeListener('exit', killNow));
  const stop = () => stopped(child);
  try {
    return { port: await listening(child, log), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Installs the extension package `vsix` into the editor whose data is below `dataFolder`. Rejects when it refuses. */
export async function installExtension({ dataFolder, vsix }) {
  const child = spawnServer(dataFolder, ['--install-extension', vsix]);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0 || !output.includes('was successfully installed')) throw new Error(`not installed:\n${output}`);
}

/** The address of the workbench on `port` for `workspace` (absolute), with the payload entries it understands. */
export function workbenchAddress(port, workspace, payload) {
  const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query}`;
}

/** An absolute path of this machine as the workbench on `port` names it. */
export function remoteUri(port, path) {
  return `vscode-remote://127.0.0.1:${port}${path}`;
}

function spawnServer(dataFolder, args) {
  const folders = [
    ...['--user-data-dir', join(dataFolder, 'user')],
    ...['--server-data-dir', join(dataFolder, 'server')],
    ...['--extensions-dir', join(dataFolder, 'extensions')],
  ];
  const all = [join(editorFolder, 'out/server-main.js'), '--accept-server-license-terms', ...folders, ...args];
  return spawn(findNode(), all, { stdio: ['ignore', 'pipe', 'pipe'] });
}

// The server insists on Node 24; this project itself runs on 20 and later.
function findNode() {
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const packaged = join(folder, 'node_modules', name, 'bin', executable);
  if (existsSync(packaged)) return packaged;
  if (process.versions.node.startsWith('24.')) return process.execPath;
  throw new Error(`VS Code's server needs Node 24: no package ${name}, and this is Node ${process.version}`);
}

function listening(child, log) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the editor did not start within a minute')), startDeadline);
    const onLine = (line) => {
      log(line);
      const port = /agent listening on (\d+)/.exec(line)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', onLine);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the editor stopped with code ${code} before it listened`));
    });
  });
}

function stopped(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill();
  });
}

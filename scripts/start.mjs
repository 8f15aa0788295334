// `npm start`: installs, builds and opens a sample letter in VS Code with the extension. The `code` on the PATH where
// there is one, else VS Code in the browser. `--browser` takes the latter in any case, `--smoke` only proves that it
// answers. `--port N` names its port.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installEditorHost, remoteUri, startEditorServer, workbenchAddress } from '../test/e2e/host/editor-host.mjs';
import { quietSettings } from '../test/e2e/host/settings.mjs';
import { installPackages, root, run } from './install.mjs';

const samples = join(root, 'samples');
const letter = join(samples, '2015-letter.imr.txt');
const extension = root.replace(/[\\/]$/, '');

async function main() {
  const { values } = parseArgs({
    options: {
      browser: { type: 'boolean', default: false },
      smoke: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
    },
  });
  installPackages();
  run('npm', ['run', '--silent', 'build']);
  if (!values.browser && !values.smoke && hasDesktopEditor()) {
    run('code', ['--new-window', `--extensionDevelopmentPath=${extension}`, samples, letter]);
    return;
  }
  await openInBrowser(Number(values.port), values.smoke);
}

function hasDesktopEditor() {
  const { status } = spawnSync('code', ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' });
  return status === 0;
}

async function openInBrowser(port, smoke) {
  await installEditorHost();
  const dataFolder = realpathSync(mkdtempSync(join(tmpdir(), 'imr-start-')));
  const server = await startEditorServer({ dataFolder, port, settings: quietSettings });
  try {
    const address = workbenchAddress(server.port, samples, [
      ['extensionDevelopmentPath', remoteUri(server.port, extension)],
      ['openFile', remoteUri(server.port, letter)],
      ['skipWelcome', 'true'],
    ]);
    await checkWorkbench(address);
    console.log(`\nVS Code with the extension and a sample letter:\n\n  ${address}\n`);
    if (smoke) return;
    console.log('Open that address in a browser. Ctrl-C ends it.');
    await interrupted();
  } finally {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function checkWorkbench(address) {
  const response = await fetch(address);
  const text = await response.text();
  if (!response.ok || !text.includes('workbench'))
    throw new Error(`the editor answers ${response.status}, no workbench`);
}

function interrupted() {
  return new Promise((resolve) => {
    // A pending promise alone does not keep Node awake.
    const awake = setInterval(() => {}, 60_000);
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.once(signal, () => {
        clearInterval(awake);
        resolve();
      });
    }
  });
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

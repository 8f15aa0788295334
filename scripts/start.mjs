// `npm start`: installs, builds and opens a copy of the sample letters in VS Code with the extension, at the first
// finding and with the IMR view open. The `code` on the PATH where there is one, else VS Code in the browser.
// `--browser` takes the latter in any case, `--port N` names the port of its address. `--smoke` proves that it answers
// and types in it, and that the repository stays as it was.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installEditorHost, remoteUri, startEditorServer, workbenchAddress } from '../test/e2e/host/editor-host.mjs';
import { quietSettings } from '../test/e2e/host/settings.mjs';
import { installPackages, root, run } from './install.mjs';
import { openDoor } from './start/door.mjs';
import { gitStatus, typeInWorkbench } from './start/smoke.mjs';

const letterName = '2015-letter.imr.txt';
const extension = root.replace(/[\\/]$/, '');
const opener = join(root, 'scripts/start/open-workbench');
const usualPort = 4670;

async function main() {
  const { values } = parseArgs({
    options: {
      browser: { type: 'boolean', default: false },
      smoke: { type: 'boolean', default: false },
      port: { type: 'string' },
    },
  });
  const before = values.smoke ? gitStatus(root) : undefined;
  installPackages();
  run('npm', ['run', '--silent', 'build']);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'imr-start-')));
  const samples = join(folder, 'letters');
  cpSync(join(root, 'samples'), samples, { recursive: true });
  const letter = join(samples, letterName);
  const place = `${letter}:${firstFinding(letter)}`;
  if (!values.browser && !values.smoke && hasDesktopEditor()) {
    // The window outlives this command, and so does the copy.
    console.log(`A copy of the sample letters: ${samples}`);
    const extensions = [extension, opener].map((path) => `--extensionDevelopmentPath=${path}`);
    run('code', ['--new-window', ...extensions, samples, '--goto', place]);
    return;
  }
  try {
    await openInBrowser({ folder, samples, letter, place, port: values.port, smoke: values.smoke });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  if (before !== undefined && gitStatus(root) !== before) throw new Error(`npm start changed:\n${gitStatus(root)}`);
}

/** `line:character` of the first finding, both from 1. Throws when the sample letter has none. */
function firstFinding(letter) {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist/cli.js'), 'check', '--format', 'json', letter],
    { encoding: 'utf8' },
  );
  const start = stdout && JSON.parse(stdout).files[0]?.problems[0]?.start;
  if (!start) throw new Error(`the sample letter has no finding: ${stderr}`);
  return `${start.line + 1}:${start.character + 1}`;
}

function hasDesktopEditor() {
  const { status } = spawnSync('code', ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' });
  return status === 0;
}

async function openInBrowser({ folder, samples, letter, place, port, smoke }) {
  await installEditorHost();
  const dataFolder = join(folder, 'editor');
  // Installed, since the address of VS Code in the browser names one extension under development only.
  cpSync(opener, join(dataFolder, 'extensions/imr-determinations.open-workbench-0.0.0'), { recursive: true });
  const server = await startEditorServer({ dataFolder, settings: quietSettings });
  let door;
  try {
    const address = workbenchAddress(server.port, samples, [
      ['extensionDevelopmentPath', remoteUri(server.port, extension)],
      ['openFile', remoteUri(server.port, place)],
      ['gotoLineMode', 'true'],
      ['skipWelcome', 'true'],
    ]);
    door = await openDoor(address, port === undefined ? [usualPort, 0] : [Number(port)]);
    await checkWorkbench(door.address);
    console.log(`\nVS Code with the extension and a copy of the sample letters:\n\n  ${door.address}\n`);
    if (smoke) await typeInWorkbench(door.address, letter);
    else {
      console.log('Open that address in a browser. Ctrl-C ends it and removes the copy.');
      await interrupted();
    }
  } finally {
    await door?.close();
    await server.stop();
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

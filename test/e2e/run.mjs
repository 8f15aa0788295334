// `npm run test:e2e`: the suite in real VS Code, in the browser, without any download but npm and Debian packages.
// `--web` runs the extension's browser form, and the suite with it, in VS Code's web worker instead of Node;
// `--vsix FILE` installs a package and tests that, instead of the folder; `--grep TEXT` runs the tests whose title contains TEXT; `--keep` leaves the editor's folder for a look.
// `--poison` runs the tests of `poison.ts` instead, against a copy of the extension whose worker has a rule that loops, exits and more.
import {
  cpSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installEditorHost, installExtension, startEditorServer } from './host/editor-host.mjs';
import { suiteSettings, webWorkerSettings } from './host/settings.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const screenshots = join(root, 'test/e2e/screenshots');
const suiteDeadline = 10 * 60_000;
const mark = 'imr: ';

async function main() {
  const { values } = parseArgs({
    options: {
      web: { type: 'boolean', default: false },
      vsix: { type: 'string' },
      grep: { type: 'string', default: '' },
      keep: { type: 'boolean', default: false },
      poison: { type: 'boolean', default: false },
    },
  });
  await installEditorHost();
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'imr-e2e-')));
  try {
    prepare(temporary, values);
    return await runSuite(temporary, values);
  } finally {
    if (values.keep) console.log(`kept ${temporary}`);
    else remove(temporary);
  }
}

/** What the editor's processes still write while they end is no fault of the suite, and hides none. */
function remove(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 8, retryDelay: 250 });
  } catch (error) {
    console.error(`${folder} is left: ${error.message}`);
  }
}

// The workspace is a copy, which tests may change; the suite finds the bridge beside it.
function prepare(temporary, { web, grep, poison }) {
  cpSync(join(root, 'samples'), join(temporary, 'samples'), { recursive: true });
  mkdirSync(join(temporary, 'bridge'));
  const letters = process.env.IMR_LETTERS ?? resolve(root, '../shared/letters');
  const options = { grep, host: web ? 'web' : 'node', letters: existsSync(letters) ? letters : null };
  writeFileSync(join(temporary, 'bridge/options.json'), JSON.stringify(options));
  mkdirSync(screenshots, { recursive: true });
  if (poison) copyPoisonedExtension(temporary);
  // VS Code runs tests only beside an extension under development: this one stands in where a package is tested.
  mkdirSync(join(temporary, 'nothing'));
  const nothing = { name: 'nothing', publisher: 'nobody', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(join(temporary, 'nothing/package.json'), JSON.stringify(nothing));
}

/** A copy of the extension that starts the server of `test/lsp/poison`: the only way to that rule. */
function copyPoisonedExtension(temporary) {
  const folder = join(temporary, 'extension');
  for (const name of ['package.json', 'media', 'syntaxes', 'snippets', 'server/data', 'dist']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  // With the patience of the server as it ships: the editor shares the machine.
  writeFileSync(join(folder, 'dist/server.js'), "process.env.QUIET = '10000';\nrequire('./test/poison/server.js');\n");
  cpSync(join(folder, 'dist/test/poison/browser-worker.js'), join(folder, 'dist/browser/server-worker.js'));
}

async function runSuite(temporary, { web, vsix, poison }) {
  // Only now: playwright is one of the packages that may just have been installed.
  const { openBrowser, runInWorkbench } = await import('./host/browser.mjs');
  const { serveBridge } = await import('./host/bridge.mjs');
  const editorLog = createWriteStream(join(screenshots, 'editor.log'));
  const dataFolder = join(temporary, 'editor');
  if (vsix) await installExtension({ dataFolder, vsix: resolve(vsix) });
  const server = await startEditorServer({
    dataFolder,
    settings: web ? { ...suiteSettings, ...webWorkerSettings } : suiteSettings,
    log: (line) => editorLog.write(`server: ${line}\n`),
  });
  const browser = await openBrowser();
  const { page } = browser;
  const stopBridge = serveBridge({ folder: join(temporary, 'bridge'), page, screenshots });
  try {
    const code = await runInWorkbench(page, {
      port: server.port,
      workspace: join(temporary, 'samples'),
      extension: extensionOf(temporary, { vsix, poison }),
      tests: join(root, poison ? 'dist/test/poison/suite.js' : 'dist/test/suite.js'),
      deadline: suiteDeadline,
      onLog: (type, args) => tell(type, args, editorLog),
      onPageError: (error) => editorLog.write(`page: ${error.stack}\n`),
    });
    if (code !== 0) await keepEvidence(page);
    return code;
  } catch (error) {
    await keepEvidence(page);
    throw error;
  } finally {
    stopBridge();
    await browser.close();
    await server.stop();
    editorLog.end();
  }
}

function extensionOf(temporary, { vsix, poison }) {
  if (poison) return join(temporary, 'extension');
  return vsix ? join(temporary, 'nothing') : root.replace(/[\\/]$/, '');
}

// Lines of the suite start with its mark and are printed; the rest is the editor's own.
function tell(type, args, editorLog) {
  const text = args.filter((arg) => typeof arg === 'string').join(' ');
  if (text.startsWith(mark)) console.log(text.slice(mark.length));
  else editorLog.write(`${type}: ${text}\n`);
}

async function keepEvidence(page) {
  await page.screenshot({ path: join(screenshots, 'failure.png') });
  console.error(
    'The window at the end: test/e2e/screenshots/failure.png; the log of the editor: editor.log beside it.',
  );
}

process.exitCode = await main();

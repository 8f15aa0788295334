// `npm run test:e2e`: the suite in real VS Code, in the browser, without any download but npm and Debian packages.
// `--grep TEXT` runs the tests whose title contains TEXT; `--keep` leaves the editor's folder for a look.
import { cpSync, createWriteStream, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installEditorHost, startEditorServer } from './host/editor-host.mjs';
import { suiteSettings } from './host/settings.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const screenshots = join(root, 'test/e2e/screenshots');
const suiteDeadline = 10 * 60_000;
const mark = 'imr: ';

async function main() {
  const options = { grep: { type: 'string', default: '' }, keep: { type: 'boolean', default: false } };
  const { values } = parseArgs({ options });
  await installEditorHost();
  // Only now: playwright is one of the packages just installed.
  const { openBrowser } = await import('./host/browser.mjs');
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'imr-e2e-')));
  const workspace = join(temporary, 'samples');
  cpSync(join(root, 'samples'), workspace, { recursive: true });
  const bridge = join(temporary, 'bridge');
  const browser = await openBrowser();
  try {
    return await runSuite({ page: browser.page, temporary, workspace, bridge, grep: values.grep });
  } finally {
    await browser.close();
    if (values.keep) console.log(`kept ${temporary}`);
    else rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function runSuite({ page, temporary, workspace, bridge, grep }) {
  const { runInWorkbench } = await import('./host/browser.mjs');
  const { serveBridge } = await import('./host/bridge.mjs');
  mkdirSync(screenshots, { recursive: true });
  const editorLog = createWriteStream(join(screenshots, 'editor.log'));
  const server = await startEditorServer({
    dataFolder: join(temporary, 'editor'),
    settings: suiteSettings,
    environment: { IMR_E2E_BRIDGE: bridge, IMR_E2E_GREP: grep },
    log: (line) => editorLog.write(`server: ${line}\n`),
  });
  const stopBridge = serveBridge({ folder: bridge, page, screenshots });
  try {
    const code = await runInWorkbench(page, {
      port: server.port,
      workspace,
      extension: root.replace(/[\\/]$/, ''),
      tests: join(root, 'dist/test/suite.js'),
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
    await server.stop();
    editorLog.end();
  }
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

// `npm run test:e2e`: the suite in real VS Code, in the browser, without any download but npm and Debian packages.
// `--grep TEXT` runs the tests whose title contains TEXT; `--keep` leaves the editor's folder for a look.
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installEditorHost, startEditorServer } from './host/editor-host.mjs';
import { suiteSettings } from './host/settings.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const suiteDeadline = 10 * 60_000;

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
  const serverLines = [];
  const server = await startEditorServer({
    dataFolder: join(temporary, 'editor'),
    settings: suiteSettings,
    environment: { IMR_E2E_BRIDGE: bridge, IMR_E2E_GREP: grep },
    log: (line) => serverLines.push(line),
  });
  const screenshots = join(root, 'test/e2e/screenshots');
  const stopBridge = serveBridge({ folder: bridge, page, screenshots });
  try {
    return await runInWorkbench(page, {
      port: server.port,
      workspace,
      extension: root.replace(/[\\/]$/, ''),
      tests: join(root, 'dist/test/suite.js'),
      deadline: suiteDeadline,
      onLog: printLog,
      onPageError: (error) => console.error(`page: ${error.message}`),
    });
  } catch (error) {
    await page.screenshot({ path: join(screenshots, 'failure.png') });
    console.error(serverLines.slice(-40).join('\n'));
    throw error;
  } finally {
    stopBridge();
    await server.stop();
  }
}

// Lines of the suite start with its mark; the rest of the log is the editor's own noise.
function printLog(type, args) {
  const text = args.filter((arg) => typeof arg === 'string').join(' ');
  if (text.startsWith('imr: ')) console.log(text.slice('imr: '.length));
  else if (process.env.IMR_E2E_VERBOSE) console.log(`[${type}] ${text}`);
}

process.exitCode = await main();

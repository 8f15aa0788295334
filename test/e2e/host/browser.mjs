// Debian's Chromium, driven by playwright: opens the workbench, runs the test module in it, plays the person.
import { chromium } from 'playwright-core';
import { chromiumSwitches, findChromium } from './chromium.mjs';
import { remoteUri, workbenchAddress } from './editor-host.mjs';

/** Launches Chromium with one page of `width` by `height` CSS pixels; resolves to `{page, close}`. */
export async function openBrowser({ width = 1440, height = 900 } = {}) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumSwitches });
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1 });
  return { page, close: () => browser.close() };
}

/**
 * Opens the workbench with the extension under development and runs the module `tests` in its extension host.
 * Resolves to the exit code that VS Code reports; rejects when `deadline` milliseconds pass first.
 */
export async function runInWorkbench(page, { port, workspace, extension, tests, deadline, onLog, onPageError }) {
  const exit = Promise.withResolvers?.() ?? withResolvers();
  await page.exposeFunction('codeAutomationLog', (type, args) => onLog(type, args));
  await page.exposeFunction('codeAutomationExit', (code) => exit.resolve(code));
  page.on('pageerror', (error) => onPageError(error));
  const payload = [
    ['extensionDevelopmentPath', remoteUri(port, extension)],
    ['extensionTestsPath', remoteUri(port, tests)],
    ['skipWelcome', 'true'],
  ];
  const timer = setTimeout(() => exit.reject(new Error(`the suite did not end within ${deadline / 1000} s`)), deadline);
  try {
    await page.goto(workbenchAddress(port, workspace, payload));
    return await exit.promise;
  } finally {
    clearTimeout(timer);
  }
}

// Node 20 has no Promise.withResolvers.
function withResolvers() {
  let resolve;
  let reject;
  const promise = new Promise((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

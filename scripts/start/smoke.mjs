// What `npm start -- --smoke` proves beyond an answer: the window is at a finding with the IMR view open, and typing
// reaches the copy of the letter, not the repository.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const typed = 'Typed by the smoke test. ';
const deadline = 120_000;

/** What git reports as changed in `folder`. Throws where that is no git checkout. */
export function gitStatus(folder) {
  const { status, stdout, stderr, error } = spawnSync('git', ['status', '--porcelain'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`--smoke needs a git checkout: ${error?.message ?? stderr}`);
  return stdout;
}

/** Opens `address` in Chromium, types at the cursor and waits until `letter`, a path, holds it. Rejects when it never does. */
export async function typeInWorkbench(address, letter) {
  // Only now: playwright is one of the packages that may just have been installed.
  const { openBrowser } = await import('../../test/e2e/host/browser.mjs');
  const browser = await openBrowser();
  try {
    const { page } = browser;
    page.setDefaultTimeout(deadline);
    await page.goto(address);
    await page.locator('.monaco-editor .squiggly-error, .monaco-editor .squiggly-warning').first().waitFor();
    await page.locator('.pane-header', { hasText: 'Determination' }).first().waitFor();
    const cursor = await page.locator('[id="status.editor.selection"]').innerText();
    if (/Ln 1, Col 1\b/.test(cursor)) throw new Error('the window opens at the start of the letter, not at a finding');
    await page.locator('.monaco-editor.focused').first().waitFor();
    await page.keyboard.type(typed);
    // VS Code in the browser saves by itself.
    for (const end = Date.now() + deadline; !readFileSync(letter, 'utf8').includes(typed); await pause(200)) {
      if (Date.now() > end) throw new Error(`${letter} does not hold what was typed`);
    }
    console.log(`Opened at ${cursor}; what was typed is in the copy.`);
  } finally {
    await browser.close();
  }
}

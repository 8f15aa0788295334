// `npm run test:report`: the HTML report of `imr check` in Chromium, with axe, in both color schemes.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { installEditorHost } from './host/editor-host.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The HTML report on the sample letters. Throws when there is none. */
function reportHtml() {
  const args = ['dist/cli.js', 'check', '--format', 'html', 'samples'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (!stdout.includes('</html>')) throw new Error(`no report: ${stderr}`);
  return stdout;
}

async function violationsOf(page, html, colorScheme) {
  await page.emulateMedia({ colorScheme });
  await page.setContent(html);
  const require = createRequire(new URL('host/package.json', import.meta.url));
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html: element }) => `${id}: ${element}`));
}

await installEditorHost();
// Only now: playwright is one of the packages that may just have been installed.
const { openBrowser } = await import('./host/browser.mjs');
const browser = await openBrowser();
let failed = 0;
let passed = 0;
const expectThat = (title, holds, details) => {
  if (holds) passed++;
  else failed++;
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${title}${holds ? '' : `\n${details.join('\n')}`}`);
};
try {
  const html = reportHtml();
  for (const scheme of ['light', 'dark']) {
    const found = await violationsOf(browser.page, html, scheme);
    expectThat(`axe finds nothing in the report, ${scheme}`, found.length === 0, found);
  }
  const broken = await violationsOf(browser.page, html.replace('</body>', '<img src="data:,"></body>'), 'light');
  expectThat(
    'axe would notice a picture without words',
    broken.some((each) => each.startsWith('image-alt')),
    broken,
  );
} finally {
  await browser.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

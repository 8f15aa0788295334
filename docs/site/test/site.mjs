// Tests the built site in Chromium: links and their anchors, axe on each kind of page in both color schemes, the search, and the page that
// checks a letter. Ends with one line, `N passed, N failed`.
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumSwitches, findChromium } from '../../../test/e2e/host/chromium.mjs';
import { endTests, test } from '../../../test/e2e/steps.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const site = join(root, 'dist/site');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.png': 'image/png',
};
const looked = [
  'index',
  'getting-started',
  'editor',
  'cli',
  'settings',
  'glossary',
  'rules/index',
  'rules/IMR301',
  'api/index',
  'check',
];

function assertNone(list, what) {
  if (list.length > 0) throw new Error(`${what}:\n${list.slice(0, 20).join('\n')}`);
}

/** Every link inside the site leads to a file, and to an element of it where it names one. */
function testLinks() {
  const pages = readdirSync(site, { recursive: true }).filter((name) => name.endsWith('.html'));
  const html = new Map(pages.map((page) => [page, readFileSync(join(site, page), 'utf8')]));
  const ids = new Map(
    [...html].map(([page, text]) => [page, new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))]),
  );
  const broken = [];
  for (const [page, text] of html) {
    for (const [, href] of text.matchAll(/<a\s[^>]*href="([^"]+)"/g)) {
      if (/^[a-z]+:/.test(href)) continue;
      const [path, anchor] = href.split('#');
      const target =
        path === '' ? page : posix.join(path.startsWith('/') ? '' : dirname(page), path.replace(/^\//, ''));
      const file = target === '' || target.endsWith('/') ? `${target}index.html` : target;
      if (!existsSync(join(site, file))) broken.push(`${page}: ${href}`);
      else if (anchor && ids.has(file) && !ids.get(file).has(decodeURIComponent(anchor)))
        broken.push(`${page}: ${href}`);
    }
  }
  assertNone(broken, 'broken links');
}

function serve() {
  const server = createServer(({ url }, response) => {
    const path = join(site, decodeURIComponent(new URL(url, 'http://localhost').pathname));
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
    if (!file.startsWith(site) || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    return createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

async function violations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}

async function testCheckPage(browser, address) {
  const page = await browser.newPage();
  const elsewhere = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !/^(?:blob|data):/.test(request.url())) elsewhere.push(request.url());
    if (request.method() !== 'GET') elsewhere.push(`${request.method()} ${request.url()}`);
  });
  await page.goto(`${address}/check.html`, { waitUntil: 'networkidle' });
  const status = page.getByRole('status');
  await page.getByRole('button', { name: 'Use a fictional sample' }).click();
  await status.filter({ hasText: /\d+ decisions?, \d+ findings?/ }).waitFor({ timeout: 60_000 });
  assertNone(await violations(page), 'axe, with findings');
  const place = page.getByRole('list', { name: 'Findings' }).getByRole('button').first();
  await place.click();
  const selected = await page
    .locator('#letter')
    .evaluate(({ selectionStart, selectionEnd }) => selectionEnd - selectionStart);
  if (!(selected > 0)) throw new Error('a finding selects nothing');
  await page.locator('#letter').fill('A note that is no letter.');
  await status.filter({ hasText: 'No decision was found' }).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Clear' }).click();
  await status.filter({ hasText: 'Nothing to check yet' }).waitFor();
  const letter = readFileSync(join(root, 'samples/2014-letter.imr.txt'), 'utf8');
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'letter.txt', { type: 'text/plain' }));
    return data;
  }, letter);
  await page.dispatchEvent('#letter', 'drop', { dataTransfer: transfer });
  await status.filter({ hasText: /\d+ decisions?, \d+ findings?/ }).waitFor({ timeout: 60_000 });
  assertNone(elsewhere, 'requests');
  const refused = await page.evaluate(() =>
    fetch('https://example.com/').then(
      () => false,
      () => true,
    ),
  );
  if (!refused) throw new Error('the page may send text elsewhere');
  await page.close();
}

async function testSearch(browser, address) {
  const page = await browser.newPage();
  await page.goto(`${address}/getting-started.html`, { waitUntil: 'networkidle' });
  await page.keyboard.press('Control+k');
  await page.locator('#localsearch-input').fill('IMR301');
  await page.locator('.VPLocalSearchBox a[href*="rules/IMR301"]').first().click({ timeout: 30_000 });
  await page.waitForURL(/rules\/IMR301/);
  await page.close();
}

await test('links', testLinks);
const server = await serve();
const address = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumSwitches });
for (const colorScheme of ['light', 'dark']) {
  const page = await browser.newPage({ colorScheme });
  for (const name of looked) {
    await test(`axe, ${colorScheme}: ${name}`, async () => {
      await page.goto(`${address}/${name}.html`, { waitUntil: 'networkidle' });
      assertNone(await violations(page), 'axe');
    });
  }
  await page.close();
}
await test('the search finds a rule', () => testSearch(browser, address));
await test('a letter is checked on the page, and nothing is sent', () => testCheckPage(browser, address));
await browser.close();
server.close();
endTests();

// `npm run test:report`: the HTML report of 1,000 letters in Chromium (another number: an argument): order, sorting, filter, links into closed
// letters, print, axe in both color schemes, and that its content security policy lets its own script run and no other. Ends with one line,
// `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installEditorHost } from './host/editor-host.mjs';
import { endTests, test } from './steps.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const letters = Number(process.argv[2] ?? 1000);
const folder = mkdtempSync(join(tmpdir(), 'imr-report-'));

function same(found, expected, what) {
  const [a, b] = [found, expected].map((value) => JSON.stringify(value));
  if (a !== b) throw new Error(`${what}: ${a.slice(0, 400)}, not ${b.slice(0, 400)}`);
}

/** Every second letter has lost its conclusion's words, so that letters differ in what is found. */
function writeReport() {
  const corpus = join(root, 'test/corpus/letters');
  const texts = readdirSync(corpus)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(corpus, name), 'utf8'));
  mkdirSync(join(folder, 'letters'));
  for (let i = 0; i < letters; i++) {
    const text = texts[i % texts.length];
    writeFileSync(
      join(folder, `letters/${i}.imr`),
      i % 2 ? text : text.replace(/not medically necessary|medically necessary/g, 'considered'),
    );
  }
  const args = [join(root, 'dist/cli.js'), 'check', 'letters', '--format', 'html', '-o', 'report.html', '-q'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 1) throw new Error(`imr check: exit code ${status}\n${stderr}`);
}

const paths = (page) =>
  page.$$eval('#letters tbody tr:not([hidden]) td.path', (cells) => cells.map(({ textContent }) => textContent));
const column = (page, index) =>
  page.$$eval('#letters tbody tr', (rows, i) => rows.map(({ cells }) => Number(cells[i].textContent)), index);
const descending = (list) => [...list].sort((a, b) => b - a);

async function run() {
  writeReport();
  await installEditorHost();
  // Only now: both are among the packages that may just have been installed.
  const { openBrowser } = await import('./host/browser.mjs');
  const inHost = createRequire(new URL('host/package.json', import.meta.url));
  const axe = readFileSync(inHost.resolve('axe-core/axe.min.js'), 'utf8');
  const browser = await openBrowser();
  try {
    const { page } = browser;
    const complaints = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(String(pathToFileURL(join(folder, 'report.html'))));
    const [errors, warnings] = [4, 5];

    await test('begins with the most errors, all letters closed', async () => {
      same((await paths(page)).length, letters, 'rows');
      const found = await column(page, errors);
      same(found, descending(found), 'errors');
      same(await page.$$eval('details[open]', (all) => all.length), 0, 'open letters');
    });
    await test('sorts by a column, in both directions, and the letters follow', async () => {
      const head = page.getByRole('columnheader', { name: 'Warnings' });
      await head.getByRole('button').click();
      const found = await column(page, warnings);
      same(found, descending(found), 'warnings');
      same(await head.getAttribute('aria-sort'), 'descending', 'aria-sort');
      await head.getByRole('button').click();
      const turned = await column(page, warnings);
      same(turned, descending(turned).reverse(), 'warnings');
      await page.getByRole('button', { name: 'Letter', exact: true }).click();
      same((await paths(page)).slice(0, 3), ['letters/0.imr', 'letters/1.imr', 'letters/2.imr'], 'letters');
      const ids = await page.$$eval('#sections > details', (all) => all.map(({ id }) => id));
      const linked = await page.$$eval('#letters [data-section]', (rows) => rows.map(({ dataset }) => dataset.section));
      same(ids, linked, 'sections');
    });
    await test('filters by words and by kind', async () => {
      await page.getByLabel('Filter').fill('letters/7.imr');
      same(await paths(page), ['letters/7.imr'], 'letters');
      same(await page.textContent('#filter-count'), `1 of ${letters} letters`, 'count');
      await page.getByLabel('Filter').fill('');
      await page.getByLabel('Show').selectOption('errors');
      const withErrors = (await column(page, errors)).filter((count) => count > 0).length;
      same((await paths(page)).length, withErrors, 'letters with errors');
      await page.getByLabel('Show').selectOption('all');
      same((await paths(page)).length, letters, 'letters');
    });
    await test('opens the letter that a link leads to', async () => {
      const link = page.locator('#letters td.path a').last();
      const id = decodeURIComponent((await link.getAttribute('href')).slice(1));
      await link.click();
      await page.waitForFunction((each) => document.getElementById(each).open, id);
    });
    await test('opens everything for printing, and closes it again', async () => {
      const open = () => page.$$eval('details[open]', (all) => all.length);
      const before = await open();
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      same(await open(), await page.$$eval('details', (all) => all.length), 'open letters');
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      same(await open(), before, 'open letters');
      await page.emulateMedia({ media: 'print' });
      same(await page.isVisible('#filter'), false, 'the filter on paper');
      await page.emulateMedia({ media: 'screen' });
    });
    await test('runs its script without complaint, and no other', async () => {
      same(complaints, [], 'complaints');
      await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'window.hasRun = true';
        document.body.append(script);
      });
      same(await page.evaluate(() => window.hasRun), undefined, 'a foreign script');
    });
    for (const colorScheme of ['light', 'dark']) {
      await test(`has no problem that axe finds, ${colorScheme}`, async () => {
        await page.emulateMedia({ colorScheme });
        // As many letters as show every kind of thing: axe looks at each element.
        await page.getByLabel('Filter').fill('letters/10.imr');
        await page.$$eval('#sections > details:not([hidden])', (all) => {
          for (const each of all) each.open = true;
        });
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run());
        same(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`),
          [],
          'violations',
        );
      });
    }
  } finally {
    await browser.close();
  }
}

try {
  await run();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
endTests();

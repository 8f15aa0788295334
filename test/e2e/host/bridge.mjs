// The hands and eyes of the suite: it writes numbered requests into a folder, they are played on the page, and the
// answer is written beside. Files, because the extension host may be another process or a worker and shares nothing else.
import { mkdirSync, readdirSync, readFileSync, renameSync, watch, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Serves requests found in `folder` on `page`; pictures go to `screenshots`. Returns a function that stops it. */
export function serveBridge({ folder, page, screenshots }) {
  mkdirSync(folder, { recursive: true });
  mkdirSync(screenshots, { recursive: true });
  const verbs = verbsOf(page, screenshots);
  let queue = Promise.resolve();
  const seen = new Set();
  const look = () => {
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.request.json'))) {
      if (seen.has(name)) continue;
      seen.add(name);
      queue = queue.then(() => answer(folder, name, verbs));
    }
  };
  const watcher = watch(folder, look);
  look();
  return () => watcher.close();
}

async function answer(folder, name, verbs) {
  const path = join(folder, name);
  let reply;
  try {
    const { verb, args } = JSON.parse(readFileSync(path, 'utf8'));
    if (!verbs[verb]) throw new Error(`the bridge knows no "${verb}"`);
    reply = { value: (await verbs[verb](...args)) ?? null };
  } catch (error) {
    reply = { error: error.message };
  }
  const target = path.replace('.request.', '.response.');
  // Renamed into place, so that nobody reads half an answer.
  writeFileSync(`${target}.part`, JSON.stringify(reply));
  renameSync(`${target}.part`, target);
}

/** Of a page of ours; undefined for any other frame, and for one that is just being replaced. */
async function titleOfWebview(frame) {
  try {
    return await frame.evaluate(() => (document.querySelector('main#root')?.firstChild ? document.title : undefined));
  } catch {
    return undefined;
  }
}

const deadline = { timeout: 10_000 };

function verbsOf(page, screenshots) {
  return {
    /** A picture of the whole window, or of the first element that fits `selector`. */
    screenshot: async (name, selector) => {
      const path = join(screenshots, `${name}.png`);
      const subject = selector ? page.locator(selector).first() : page;
      await subject.screenshot({ path, ...deadline });
      return path;
    },
    /** Chords as playwright names them: `Control+Space`, `F2`, `ArrowDown`. */
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text),
    click: (selector) => page.locator(selector).first().click(deadline),
    hover: (selector) => page.locator(selector).first().hover(deadline),
    /** Waits until something visible fits `selector`, then gives the text of everything that does. */
    texts: async (selector) => {
      await page
        .locator(selector)
        .first()
        .waitFor({ state: 'visible', ...deadline });
      return page.locator(selector).allInnerTexts();
    },
    /** How many elements fit `selector` now; waits for nothing. */
    count: (selector) => page.locator(selector).count(),
    gone: (selector) =>
      page
        .locator(selector)
        .first()
        .waitFor({ state: 'hidden', ...deadline }),
    /** What axe finds wrong in each webview that is shown, as `title: rule: element`, and how many webviews there are. */
    axe: async () => {
      const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
      const found = { pages: [], violations: [] };
      for (const frame of page.frames()) {
        const title = await titleOfWebview(frame);
        if (title === undefined) continue;
        await frame.evaluate(source);
        const { violations } = await frame.evaluate(() => globalThis.axe.run(document));
        found.pages.push(title);
        for (const { id, nodes } of violations)
          for (const { html } of nodes) found.violations.push(`${title}: ${id}: ${html}`);
      }
      return found;
    },
    /** By how many pixels the content of the first element that fits is wider than it. */
    overflow: (selector) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => element.scrollWidth - element.clientWidth, deadline),
    /** The computed value of one style property of the first element that fits. */
    style: (selector, property) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property),
  };
}

// What a person does at the editor: presses keys, types, points, looks. Played on the real page by the harness;
// under `@vscode/test-electron` there is no page to drive, and tests that need one are skipped there.
import { existsSync, mkdirSync, readFileSync, renameSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Skipped } from './runner';

const folder = process.env.IMR_E2E_BRIDGE;
const deadline = 20_000;
let count = 0;

/** Whether keys, mouse and pictures are available in this host. */
export const hasPerson = folder !== undefined;

/** Saves a picture of the window (or of what `selector` finds) as `name`.png; does nothing without a page. */
export async function screenshot(name: string, selector?: string): Promise<void> {
  if (hasPerson) await ask('screenshot', name, ...(selector ? [selector] : []));
}

/** Presses key chords one after the other, named as playwright names them: `Control+Space`, `ArrowDown`. */
export async function press(...keys: readonly string[]): Promise<void> {
  await ask('press', ...keys);
}

/** Types text key by key into whatever has the focus. */
export async function type(text: string): Promise<void> {
  await ask('type', text);
}

/** Clicks the first element that fits the CSS selector, waiting for it. */
export async function click(selector: string): Promise<void> {
  await ask('click', selector);
}

/** Rests the mouse on the first element that fits the CSS selector, waiting for it. */
export async function pointAt(selector: string): Promise<void> {
  await ask('hover', selector);
}

/** The texts of all elements that fit, once one of them can be seen. */
export async function visibleTexts(selector: string): Promise<readonly string[]> {
  return (await ask('texts', selector)) as readonly string[];
}

/** How many elements fit the selector at this moment. */
export async function countElements(selector: string): Promise<number> {
  return (await ask('count', selector)) as number;
}

/** Waits until nothing visible fits the selector. */
export async function untilGone(selector: string): Promise<void> {
  await ask('gone', selector);
}

/** The computed value of a style property of the first element that fits. */
export async function styleOf(selector: string, property: string): Promise<string> {
  return (await ask('style', selector, property)) as string;
}

async function ask(verb: string, ...args: readonly string[]): Promise<unknown> {
  if (folder === undefined) throw new Skipped('this host has no page to drive');
  mkdirSync(folder, { recursive: true });
  count += 1;
  const base = join(folder, String(count).padStart(4, '0'));
  const answered = fileAppears(folder, `${base}.response.json`);
  writeFileSync(`${base}.part`, JSON.stringify({ verb, args }));
  renameSync(`${base}.part`, `${base}.request.json`);
  await answered;
  const reply = JSON.parse(readFileSync(`${base}.response.json`, 'utf8')) as { value?: unknown; error?: string };
  if (reply.error !== undefined) throw new Error(`${verb} ${args.join(' ')}: ${reply.error}`);
  return reply.value;
}

function fileAppears(parent: string, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const watcher = watch(parent, () => {
      if (existsSync(path)) finish(resolve);
    });
    const timer = setTimeout(() => finish(() => reject(new Error('the harness did not answer'))), deadline);
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      watcher.close();
      settle();
    };
  });
}

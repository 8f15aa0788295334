// What a person does at the editor: presses keys, types, points, looks. Played on the real page by the harness, which
// is asked by files in a folder beside the workspace: that way works from Node and from a browser worker alike.
// Under `@vscode/test-electron` there is no page to drive, and tests that need one are skipped there.
import * as vscode from 'vscode';
import { Skipped } from './runner';
import { workspaceFolder } from './workspace';

const deadline = 20_000;
const pollInterval = 20;
let requests = 0;

export interface HarnessOptions {
  readonly grep: string;
  readonly host: 'node' | 'web';
  /** Folder of the published letters, absolute; null where there is none. */
  readonly letters: string | null;
}

/** What the harness asks of the suite; undefined where no harness stands by. */
export async function harnessOptions(): Promise<HarnessOptions | undefined> {
  const options = bridgeFile('options.json');
  return (await exists(options)) ? JSON.parse(await readText(options)) : undefined;
}

/** Whether keys, mouse and pictures are available in this host. */
export async function hasPerson(): Promise<boolean> {
  return (await harnessOptions()) !== undefined;
}

/** Saves a picture of the window (or of what `selector` finds) as `name`.png; does nothing without a page. */
export async function screenshot(name: string, selector?: string): Promise<void> {
  if (await hasPerson()) await ask('screenshot', name, ...(selector ? [selector] : []));
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

/** By how many pixels what is in the first element that fits is wider than the element; 0 where all of it can be seen. */
export async function overflowOf(selector: string): Promise<number> {
  return (await ask('overflow', selector)) as number;
}

/** What axe finds wrong in the webviews that are shown, and their titles. */
export async function axe(): Promise<{ readonly pages: readonly string[]; readonly violations: readonly string[] }> {
  return (await ask('axe')) as { pages: string[]; violations: string[] };
}

async function ask(verb: string, ...args: readonly string[]): Promise<unknown> {
  if (!(await hasPerson())) throw new Skipped('this host has no page to drive');
  requests += 1;
  const name = String(requests).padStart(4, '0');
  const request = new TextEncoder().encode(JSON.stringify({ verb, args }));
  // Renamed into place, so that the harness never reads half a request.
  await vscode.workspace.fs.writeFile(bridgeFile(`${name}.part`), request);
  await vscode.workspace.fs.rename(bridgeFile(`${name}.part`), bridgeFile(`${name}.request.json`));
  const response = bridgeFile(`${name}.response.json`);
  await untilExists(response);
  const reply = JSON.parse(await readText(response)) as { value?: unknown; error?: string };
  if (reply.error !== undefined) throw new Error(`${verb} ${args.join(' ')}: ${reply.error}`);
  return reply.value;
}

function bridgeFile(name: string): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder(), '..', 'bridge', name);
}

async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

// Watching is not reliable in every host; a look at one file is cheap.
async function untilExists(uri: vscode.Uri): Promise<void> {
  const end = Date.now() + deadline;
  while (!(await exists(uri))) {
    if (Date.now() > end) throw new Error('the harness did not answer');
    await new Promise((resolve) => setTimeout(resolve, pollInterval));
  }
}

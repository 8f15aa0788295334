import { type FSWatcher, statSync, watch } from 'node:fs';
import { dirname } from 'node:path';
import type { ExitCode } from './command';
import type { Terminal } from './terminal';

/** Editors write a file in several steps, which count as one change. */
const pause = 150;

/** Runs once, then after each change below the paths, until Ctrl+C. Returns the exit code of the last run. */
export async function runOnChange(
  paths: readonly string[],
  run: () => Promise<ExitCode>,
  terminal: Terminal,
): Promise<ExitCode> {
  let code = await run();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const again = (): void => {
    running = running.then(async () => {
      terminal.print('\n');
      code = await run();
    });
  };
  const watchers = paths.map((path) =>
    startWatching(path, () => {
      clearTimeout(timer);
      timer = setTimeout(again, pause);
    }),
  );
  terminal.note('Watching for changes. Press Ctrl+C to stop.');
  await new Promise<void>((resolve) => process.once('SIGINT', () => resolve()));
  clearTimeout(timer);
  for (const watcher of watchers) watcher.close();
  await running;
  return code;
}

/** Watches the folder of a file, because many editors replace the file. */
function startWatching(path: string, onChange: () => void): FSWatcher {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return watch(isFolder ? path : dirname(path), { recursive: isFolder }, onChange);
}

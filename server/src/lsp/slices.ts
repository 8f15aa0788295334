/** Milliseconds of work at once: whoever else asks meanwhile waits no longer than for this and its own answer. */
const slice = 10;

/**
 * Works in slices, between which the messages that have come in are answered. Resolves to false where nobody wants the rest any
 * more. `work` is given a question to ask after each small step, and returns true at its end.
 */
export async function inSlices(work: (isTimeUp: () => boolean) => boolean, isWanted: () => boolean): Promise<boolean> {
  for (;;) {
    const begun = performance.now();
    if (work(() => isSliceOver(begun))) return true;
    await messagesRead();
    if (!isWanted()) return false;
  }
}

/** Whether work that began then has taken its time, and others should be let in. */
export function isSliceOver(begun: number): boolean {
  return performance.now() - begun >= slice;
}

/** Timers of a browser wait for some milliseconds; Node has what runs as soon as messages were read. */
export function messagesRead(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}

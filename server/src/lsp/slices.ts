/** Milliseconds of work per slice, which is the longest that other requests wait. */
const slice = 10;

/**
 * Works in slices and lets incoming messages be answered in between. Resolves to false if the result is no longer wanted. `work`
 * receives a function to call after each small step and returns true at its end.
 */
export async function inSlices(work: (isTimeUp: () => boolean) => boolean, isWanted: () => boolean): Promise<boolean> {
  for (;;) {
    const begun = performance.now();
    if (work(() => isSliceOver(begun))) return true;
    await messagesRead();
    if (!isWanted()) return false;
  }
}

/** Returns whether work has used up its slice. */
export function isSliceOver(begun: number): boolean {
  return performance.now() - begun >= slice;
}

/** Resolves after waiting messages were read. A browser's timer takes some milliseconds; Node has `setImmediate`. */
export function messagesRead(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}

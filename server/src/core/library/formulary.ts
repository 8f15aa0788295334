import type { IsoDate, ListedStatus } from './entries';

/**
 * The status on the MTUS Drug List on a day; undefined where nothing is known for it. One that was seen as of a month or year speaks
 * for that time alone: the next version of the list may say something else.
 */
export function statusOn(listed: readonly ListedStatus[], day: IsoDate): ListedStatus | undefined {
  return listed.findLast(({ from, to, asOf }) =>
    asOf === undefined ? from !== undefined && from <= day && day <= (to ?? '9') : day.startsWith(asOf),
  );
}

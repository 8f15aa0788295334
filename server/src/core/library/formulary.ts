import type { IsoDate, ListedStatus } from './entries';

/**
 * The status on the MTUS Drug List on a day. One that was seen as of a day speaks for that day, month or year and for what follows;
 * undefined where nothing is known for the day.
 */
export function statusOn(listed: readonly ListedStatus[], day: IsoDate): ListedStatus | undefined {
  return listed.findLast(({ from, to, asOf }) => (from ?? asOf ?? '') <= day && day <= (to ?? '9'));
}

import { isPlausibleYear } from '../model/dates';
import { caseDates } from './case-dates';
import type { Ask } from './fact';

/** A day, or a month where `day` is null; `iso` is null where the calendar has none such. */
interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
  readonly iso: string | null;
}

/** Says why a date cannot be one of this case; undefined where it can. */
export function dateFaultOf(ask: Ask, { year, month, day, iso }: Day): string | undefined {
  if (month < 1 || month > 12) return `there is no month ${month}`;
  if (iso === null) return `the month has no day ${day}`;
  if (!isPlausibleYear(year)) return `the year ${year} is implausible`;
  const decided = Number(ask(caseDates).header.decisionDate?.iso?.slice(0, 4));
  if (day !== null && year > decided + 2) return 'years after the decision';
  return undefined;
}

/** The same of a date in ISO 8601. */
export function isoDateFaultOf(ask: Ask, iso: string): string | undefined {
  const [year = 0, month = 0, day = null] = iso.split('-').map(Number);
  return dateFaultOf(ask, { year, month, day, iso });
}

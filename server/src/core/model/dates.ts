import type { Span } from '../text/span';

/** A date in a text. Offsets are those of the text searched, half-open. */
export interface DateMention extends Span {
  readonly text: string;
  readonly year: number;
  /** 1 to 12 where it is a month; as written where it is none. */
  readonly month: number;
  /** Null where only month and year are given. */
  readonly day: number | null;
  /** `2016-11-13`, or `2016-11` without a day; null for a date that is not in the calendar. */
  readonly iso: string | null;
}

const monthNames = 'january february march april may june july august september october november december'.split(' ');

/** `10/10/06`, `11-13-2016`, `1.5.2016`: three numbers, so that a pain score (8/10) or a spinal level is never taken for a date. */
const numeric = /(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/-]|\.\d)/g;
const named = /\b(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.? (?:(\d{1,2})(?:st|nd|rd|th)?(?:,? | of )|,? ?|of )(\d{4})\b/g;
const monthYear = /(?<![\w/.-])(\d{1,2})\/(\d{4})(?![\w/-])/g;

/** All dates of a text in order of their place, impossible ones too. Two-digit years are 1950 to 2049. */
export function findDates(text: string): DateMention[] {
  const dates: DateMention[] = [];
  for (const m of text.matchAll(numeric)) dates.push(mention(m, toYear(m[4]), Number(m[1]), Number(m[3])));
  for (const m of text.matchAll(named)) {
    const month = monthNames.findIndex((name) => name.startsWith((m[1] ?? '').slice(0, 3).toLowerCase())) + 1;
    dates.push(mention(m, Number(m[3]), month, m[2] === undefined ? null : Number(m[2])));
  }
  for (const m of text.matchAll(monthYear)) dates.push(mention(m, Number(m[2]), Number(m[1]), null));
  return dates.sort((a, b) => a.start - b.start);
}

function mention(match: RegExpMatchArray, year: number, month: number, day: number | null): DateMention {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  return { start, end, text: match[0], year, month, day, iso: toIso(year, month, day) };
}

/** The date as ISO 8601, or null when the calendar has no such day. */
export function toIso(year: number, month: number, day: number | null): string | null {
  if (month < 1 || month > 12) return null;
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  if (day === null) return date;
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${date}-${String(day).padStart(2, '0')}`;
}

function toYear(text = ''): number {
  const year = Number(text);
  return text.length === 4 ? year : year < 50 ? 2000 + year : 1900 + year;
}

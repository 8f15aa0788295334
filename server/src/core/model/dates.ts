import { marked, matchesIn } from '../text/matches';
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

/**
 * `10/10/06`, `11-13-2016`, `1.5.2016`: three numbers, so that no pain score (8/10) or spinal level is taken for a date; with
 * stops the year is whole, so that no section number (3.3.10) is. `2016-11-13`. `11/2016`.
 */
const numeric =
  /(?<![\w/.-])(?:(\d{1,2})(?:([/-])(\d{1,2})\2(\d{4}|\d{2})|\.(\d{1,2})\.(\d{4}))(?![\w/-]|\.\d)|(\d{4})-(\d\d)-(\d\d)(?![\w/-])|(\d{1,2})\/(\d{4})(?![\w/-]))/g;
/** Source of a pattern for the name of a month, whole or cut short. */
export const monthName =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?';
/** `August 17, 2015`, `August 17th 2015`, `June, 2014`, `February of 2015`. */
const named = marked(
  'JFMASOND',
  new RegExp(
    `\\b${monthName} (?:(\\d{1,2})(?:st|nd|rd|th)?(?:,? | of )|of )?(\\d{4})\\b|\\b${monthName}, ?(\\d{4})\\b`,
    'g',
  ),
);
/** `17 August 2015`, `17th of August, 2015`. */
const dayFirst = new RegExp(`(?<![\\w/.-])(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${monthName},? (\\d{4})\\b`, 'g');

/** All dates of a text in order of their place, impossible ones too. Two-digit years are 1950 to 2049. */
export function findDates(text: string): DateMention[] {
  const dates = matchesIn(text, numeric).map(fromNumbers);
  const monthFirst = matchesIn(text, named);
  if (monthFirst.length === 0) return dates;
  const dated = matchesIn(text, dayFirst);
  for (const m of dated) dates.push(mention(m, Number(m[3]), toMonth(m[2]), Number(m[1])));
  for (const m of monthFirst) {
    if (dated.some((d) => d.index < m.index && m.index < d.index + d[0].length)) continue;
    const day = m[2] === undefined ? null : Number(m[2]);
    dates.push(mention(m, Number(m[3] ?? m[5]), toMonth(m[1] ?? m[4]), day));
  }
  return dates.sort((a, b) => a.start - b.start);
}

function fromNumbers(m: RegExpExecArray): DateMention {
  if (m[7] !== undefined) return mention(m, Number(m[7]), Number(m[8]), Number(m[9]));
  if (m[10] !== undefined) return mention(m, Number(m[11]), Number(m[10]), null);
  return mention(m, toYear(m[4] ?? m[6]), Number(m[1]), Number(m[3] ?? m[5]));
}

/** 1 to 12. */
function toMonth(name = ''): number {
  return monthNames.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase())) + 1;
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
  if (text.length === 4) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

/** A year that a letter may speak of: of somebody's birth, or of what is to come. */
export function isPlausibleYear(year: number): boolean {
  return year >= 1900 && year < 2050;
}

const monthAtEnd = new RegExp(`\\b${monthName}\\s+(?:\\d{1,2},\\s+)?$`);

/** Where the month, and a day behind it, begin that stand right before `end`: of `May 3, 2016` before its year; `end` where none does. */
export function startOfMonthBefore(text: string, end: number): number {
  const from = Math.max(0, end - 24);
  const month = monthAtEnd.exec(text.slice(from, end));
  return month ? from + month.index : end;
}

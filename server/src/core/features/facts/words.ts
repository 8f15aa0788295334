import type { Ask } from '../../analysis/fact';
import { dateOfRequest } from '../../analysis/request-date';
import { confidenceOf, doubtInWords } from '../../library/confidence';
import type { IsoDate, PageRange, Provenance } from '../../library/entries';
import { dateInWords } from '../../text/date-words';

export { dateInWords };

/** `July 18, 2009 to July 27, 2016`, `since …`, `until …`; empty where neither end is known. */
export function periodInWords(from: IsoDate | null | undefined, to: IsoDate | null | undefined): string {
  if (from && to) return `${dateInWords(from)} to ${dateInWords(to)}`;
  if (from) return `since ${dateInWords(from)}`;
  return to ? `until ${dateInWords(to)}` : '';
}

/** `page 63`, `pages 76-80`, `pages 105 and following`. */
export function pagesInWords([first, last]: PageRange): string {
  if (last === null) return `pages ${first} and following`;
  return last === first ? `page ${first}` : `pages ${first}-${last}`;
}

/** ` (not confirmed)` behind a fact of the entry; empty where the fact is sure. */
export function doubtAbout(entry: Partial<Provenance>, field: string): string {
  const words = doubtInWords(confidenceOf(entry, field));
  return words === '' ? '' : ` (${words})`;
}

/** What the letter's dates are held against: `when utilization review decided, June 17, 2014`. */
export function requestInWords(ask: Ask): string {
  const requestDate = ask(dateOfRequest);
  if (!requestDate) return '';
  const date = dateInWords(requestDate.iso);
  switch (requestDate.of) {
    case 'ur-denial':
      return `when utilization review decided, ${date}`;
    case 'application':
      return `when the application came in, ${date}`;
    case 'latest-record':
      return `at the latest date of the summary, ${date}`;
  }
}

/** `a`, `a and b`, `a, b and c`. */
export function enumerate(words: readonly string[], last = 'and'): string {
  const [only = ''] = words;
  if (words.length < 2) return only;
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** `1 decision`, `2 decisions`. */
export function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text with one period at its end. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The first `most` of a list, and how many more there are. */
export function cut<T>(list: readonly T[], most: number): { readonly shown: readonly T[]; readonly more: number } {
  return { shown: list.slice(0, most), more: Math.max(0, list.length - most) };
}

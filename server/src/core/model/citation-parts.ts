import type { CitationPatterns } from '../syntax/citation-patterns';
import { matchesIn } from '../text/matches';
import type { Span } from '../text/span';

/** `section`: behind `Section(s):`. `topic`: a chapter or topic named otherwise. `page`: one page or range. */
export type PartKind = 'topic' | 'page' | 'section';

interface FoundPart extends Span {
  readonly kind: PartKind;
}

const numbers = '\\d{1,4}(?: ?[-–] ?\\d{1,4})?';
/** `Page(s): 29, 65`, `Pages 77-81`, `p 80`, `pg. 607`; glued to a topic as well: `painPage 81`. */
const pageLists = new RegExp(
  `(?:\\b(?:[Pp]ages?|PAGES?|[Pp]gs?|[Pp]p?)\\b|(?<=[a-z)])Pages?\\b)(?: ?\\(s\\))?[.:]{0,2} ?${numbers}(?:(?: ?[,;&] ?| and )${numbers}(?![\\w-])){0,20}`,
  'g',
);
/** A bare number or range between separators: `OPIOIDS, 79-81`. */
const barePages = /(?<=[,;] ?)\d{1,3}(?: ?[-–] ?\d{1,3})?(?= ?(?:[,;]|\.(?!\d)|$))/g;
const sectionMark = /(?<![A-Za-z])Section(?:s?:|\(s\):?) ?|§{1,2} ?(?=[A-Za-z])/i;

const betweenSections = /[,;] (?:and )?(?=[A-Z0-9])/g;
const betweenNumberedSections = /[,;] (?:and )?(?=\d)/g;
/** Topics, pages and sections in `text` from offset `from` on, in order. A free reference has pages only. */
export function findParts(
  text: string,
  from: number,
  isKnown: boolean,
  isMtus: boolean,
  wording: CitationPatterns,
): FoundPart[] {
  const mark = sectionMark.exec(text.slice(from));
  const start = from + (mark ? mark.index + mark[0].length : 0);
  const places = text.slice(start);
  const lists = [...matchesIn(places, pageLists), ...(mark ? [] : matchesIn(places, barePages))];
  const pages: FoundPart[] = [];
  let words = text;
  for (const list of lists) {
    const at = start + list.index;
    const isTaken = pages.some((page) => page.start <= at && at < page.end);
    if (isTaken) continue;
    for (const page of matchesIn(list[0], /\d{1,4}(?: ?[-–] ?\d{1,4})?/g)) {
      pages.push({ kind: 'page', start: at + page.index, end: at + page.index + page[0].length });
    }
    words = words.slice(0, at) + ';'.repeat(list[0].length) + words.slice(at + list[0].length);
  }
  const kind = mark ? 'section' : 'topic';
  const names = isKnown || mark || isShortReference(text) ? splitNames(words, start, kind, isMtus, wording) : [];
  return [...pages, ...names].sort((a, b) => a.start - b.start);
}

/** A chapter and topic whose source is not named, not a study with authors or an address. */
function isShortReference(text: string): boolean {
  return text.length < 120 && !/https?:|www\.|\. [A-Z]|\?/.test(text);
}

function splitNames(
  text: string,
  from: number,
  kind: 'topic' | 'section',
  isMtus: boolean,
  { uncut, betweenTopics }: CitationPatterns,
): FoundPart[] {
  const isNumbered = /^\s?\d+\./.test(text.slice(from));
  const ofTopics = isMtus ? betweenTopics.mtus : betweenTopics.others;
  const ofSections = isNumbered ? betweenNumberedSections : betweenSections;
  const separators = kind === 'topic' ? ofTopics : ofSections;
  const parts: FoundPart[] = [];
  let start = from;
  for (const cut of matchesIn(text.slice(from), separators)) {
    const at = from + cut.index;
    const end = at + cut[0].length;
    if (
      isInBrackets(text, start, at) ||
      uncut.test(`${text.slice(Math.max(0, at - 20), at)}|${text.slice(end, end + 12)}`)
    )
      continue;
    parts.push(...named(text, start, at, kind));
    start = end;
  }
  parts.push(...named(text, start, text.length, kind));
  return parts;
}

/** A bracket opened since `start` is still open, and closes later. */
function isInBrackets(text: string, start: number, at: number): boolean {
  const before = text.slice(start, at);
  const open = before.lastIndexOf('(');
  return open >= 0 && !before.includes(')', open) && text.includes(')', at);
}

function named(text: string, start: number, end: number, kind: 'topic' | 'section'): FoundPart[] {
  const lead = /^[\s,.;<>–-]{0,40}(?:and )?/.exec(text.slice(start, end))?.[0].length ?? 0;
  const first = start + lead;
  let last = end;
  while (last > first && /[\s,.;<>–-]/.test(text.charAt(last - 1))) last--;
  const words = text.slice(first, last);
  const isName =
    kind === 'section' ? /\w/.test(words) : /[A-Za-z]{3}/.test(words) && !/^\(?(?:updated|accessed)\b/i.test(words);
  return isName ? [{ kind, start: first, end: last }] : [];
}

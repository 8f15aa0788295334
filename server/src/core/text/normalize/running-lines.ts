import { addTo } from '../groups';
import type { Span } from '../span';
import type { FilledLine } from './source-lines';

/**
 * Running lines: lines that stand on several pages with the same words, or with a number that counts. What they say does not matter.
 * At least one of them must part a sentence or stand at a page's end, so that no heading or item of a list is one.
 */
export function runningLines(
  text: string,
  lines: readonly FilledLine[],
  found: ReadonlySet<number>,
  isDoubled: boolean,
): number[] {
  const groups = new Map<string, number[]>();
  lines.forEach((_, i) => {
    const key = found.has(i) ? undefined : keyOf(text, lines, i, found);
    if (key === undefined) return;
    addTo(groups, key, i);
  });
  const running: number[] = [];
  const isWrapped = isWrappedTwice(text, lines, found);
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const isMany = group.length > 2;
    const isCounting = isCounted(text, lines, group);
    if (!isCounting && group.some((i) => holdsSentence(text.slice(lines[i]?.start, lines[i]?.end)))) continue;
    const stand = group.every(
      (i) => isAlone(lines, i, found) || (isCounting ? isMany : !isWrapped && isShort(lines, i, found)),
    );
    if (!stand) continue;
    const places = group.map((i) => placeOf(text, lines, i, found, isDoubled && !(isCounting && isMany)));
    const atPages = places.filter((place) => place === 'at a page').length;
    const isNumbered =
      isCounting && isMany && group.every((i) => isNumberOfPage.test(text.slice(lines[i]?.start, lines[i]?.end)));
    const isSeen =
      isNumbered || places.includes('in a sentence') || atPages * 2 >= group.length || (isCounting && atPages > 0);
    if (isSeen) for (const i of group) running.push(i);
  }
  return running;
}

const webAddress = /^(?:https?:|www\.)/;
/** Padded with zeros, or named. */
const isNumberOfPage = /(?<!\d)0\d{3,}$|\bpage \d{1,4}\b|^page\b/i;
const longestTitle = 100;
const longestCounted = 130;

/** What lines of one kind have in common: their words, the number of the page aside. Undefined for a line that is none. */
function keyOf(text: string, lines: readonly FilledLine[], i: number, found: ReadonlySet<number>): string | undefined {
  const line = lines[i] as FilledLine;
  if (isValue(text, lines, i)) return undefined;
  const length = line.end - line.start;
  if (length > longestCounted) return undefined;
  if (isLowerCase(text.charCodeAt(line.start)) && !webAddress.test(text.slice(line.start, line.start + 8)))
    return undefined;
  if ('.:;,?!]'.includes(text.charAt(line.end - 1)) && length > shortestSentence) return undefined;
  const printed = text.slice(line.start, line.end);
  if (/\d/.test(printed) && (/[A-Za-z]/.test(printed) || /^\(?\d{1,4}[.)]$/.test(printed)))
    return printed.replace(/\d+/g, '#').replace(/\s+/g, ' ');
  if (length > longestTitle || !(isAlone(lines, i, found) || isShort(lines, i, found)) || !isTitle(printed))
    return undefined;
  return printed;
}

/** A text that was wrapped again, to shorter lines: many different words stand alone inside sentences, and are no titles. */
function isWrappedTwice(text: string, lines: readonly FilledLine[], found: ReadonlySet<number>): boolean {
  const leftovers = new Set<string>();
  lines.forEach((line, i) => {
    if (found.has(i) || !isShort(lines, i, found) || placeOf(text, lines, i, found, false) !== 'in a sentence') return;
    leftovers.add(text.slice(line.start, line.end).replace(/\d+/g, '#'));
  });
  return leftovers.size >= fewestLeftovers;
}

const fewestLeftovers = 4;

/** One word below a line that ends with a colon: the outcome of an item, or the value of a label. */
function isValue(text: string, lines: readonly FilledLine[], i: number): boolean {
  const [before, line] = [lines[i - 1], lines[i]];
  return Boolean(
    before && line && text.charAt(before.end - 1) === ':' && /^\S+$/.test(text.slice(line.start, line.end)),
  );
}

/** A line that ends with a mark, and is shorter, holds no sentence: `(40).` */
const shortestSentence = 8;

/** Some number of the lines counts: each is one more than the one before it, or a page later. The others may grow, as a time does. */
function isCounted(text: string, lines: readonly FilledLine[], group: readonly number[]): boolean {
  const rows = group.map((i) => numbersIn(text, lines[i] as FilledLine));
  const columns = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0));
  const steps = columns.map((values) => values.slice(1).map((value, i) => value - (values[i] ?? 0)));
  if (steps.some((column) => column.some((step) => step < 0))) return false;
  return steps.some((column) => column.every((step) => step > 0 && step <= mostPagesBetween));
}

const mostPagesBetween = 3;

function numbersIn(text: string, { start, end }: Span): number[] {
  return (text.slice(start, end).match(/\d+/g) ?? []).map(Number);
}

function isLowerCase(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** In capitals, or nearly each word with one; nothing ends or is named in it. */
function isTitle(printed: string): boolean {
  if (/[.:;,?!\]]$|:\s/.test(printed) || !/[A-Za-z]{3}/.test(printed)) return false;
  const words = printed.match(/[A-Za-z][\w'’-]*/g) ?? [];
  return words.filter((word) => /^[a-z]{4,}/.test(word)).length * 4 <= words.length && /^[^a-z]/.test(printed);
}

/** A label or a stop in it, or mostly words that no title has. */
function holdsSentence(printed: string): boolean {
  const words = printed.match(/[A-Za-z][\w'’-]*/g) ?? [];
  return /[:;]\s|[a-z)]\.\s/.test(printed) || words.filter((word) => /^[a-z]{4,}/.test(word)).length * 2 > words.length;
}

function isAlone(lines: readonly FilledLine[], i: number, found: ReadonlySet<number>): boolean {
  const [line, next] = [lines[i], lines[i + 1]];
  const opens = line?.blankBefore || line?.pageBefore || found.has(i - 1);
  return Boolean(opens && (next === undefined || next.blankBefore || next.pageBefore || found.has(i + 1)));
}

/** Far shorter than the lines around it, page lines aside: a wrap leaves no such line. */
function isShort(lines: readonly FilledLine[], i: number, found: ReadonlySet<number>): boolean {
  const [above, below] = [found.has(i - 1) ? i - 2 : i - 1, found.has(i + 1) ? i + 2 : i + 1];
  const [before, line, next] = [lines[above], lines[i], lines[below]];
  if (!before || !line || !next) return false;
  return (line.end - line.start) * 2 < Math.min(before.end - before.start, next.end - next.start);
}

type Place = 'in a sentence' | 'at a page' | 'apart';

/** Where a line stands: it parts a sentence, or a page break or page line is next to it. */
function placeOf(
  text: string,
  lines: readonly FilledLine[],
  i: number,
  found: ReadonlySet<number>,
  isDoubled: boolean,
): Place {
  const [before, line, next] = [lines[i - 1], lines[i], lines[i + 1]];
  if (i > 0 && (line?.pageBefore || next?.pageBefore)) return 'at a page';
  if (found.has(i - 1) || found.has(i + 1)) return 'at a page';
  if (!before || !next) return 'apart';
  const parts =
    /[a-z,]$/.test(text.slice(before.start, before.end)) && isLowerCase(text.charCodeAt(next.start)) && !isDoubled;
  return parts ? 'in a sentence' : 'apart';
}

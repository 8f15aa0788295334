import type { Span } from '../text/span';
import { lastWordStart, trimMarks } from '../text/trim';
import type { Form } from './form';
import { patternsOf } from './form-patterns';
import type { TextLine } from './lines';
import { isOpenOutcome, meantOutcome, type Outcome, outcomeOf, outcomes } from './outcomes';

/** The line or lines that name a disputed item and its outcome. */
export interface HeadingMark extends Span {
  readonly item: Span;
  /** The separator; empty where it is missing. */
  readonly colon: Span;
  /** Empty where it is missing; the brackets of one that is still to be chosen. */
  readonly outcome: Span;
}

/** A stretch between two labels, in which headings are looked for. */
export interface Region extends Span {
  /** Whole lines, and the rest of one that a label cuts short. */
  readonly lines: readonly TextLine[];
  /** The region follows a label, so its first paragraph is the text of that field. */
  readonly followsLabel: boolean;
  /** A label that opens a new block follows, so a paragraph before it that ends with an outcome is its heading. */
  readonly headingExpected: boolean;
  /** That label does not repeat the one before it, so the last paragraph is a heading even without an outcome. */
  readonly undecidedExpected: boolean;
  readonly form: Form;
  /** How long a full line of the letter is, in UTF-16 units. */
  columnWidth(): number;
}

/** No heading has more lines. */
const mostLines = 16;

export function findHeadings(source: string, region: Region): HeadingMark[] {
  const headings: HeadingMark[] = [];
  const { lines } = region;
  const last = lines.length - 1;
  let from = 0;
  for (let i = 0; i <= last; i++) {
    if (!endsParagraph(source, region, i)) continue;
    const verdict = verdictAt(source, region, from, i);
    const isFollowed = i === last && region.headingExpected;
    const first = verdict && firstLineOfHeading(source, region, from, i, verdict.start, isFollowed);
    if (verdict && first !== undefined) {
      headings.push(toHeading(source, lines, first, i, verdict));
      from = i + 1;
    } else if (isFollowed && region.undecidedExpected && !isBetween(source, region, headings, from, i)) {
      headings.push(...undecidedHeading(source, region, from, i));
    }
  }
  return headings;
}

/** A short line between a heading with its outcome and the first label names no item: it belongs to the page. */
function isBetween(
  source: string,
  { lines }: Region,
  headings: readonly HeadingMark[],
  from: number,
  last: number,
): boolean {
  const heading = headings.at(-1);
  if (!heading || heading.outcome.start === heading.outcome.end) return false;
  const text = source.slice(lines[from]?.start, lines[last]?.end);
  return last - from < shortLines && text.length <= shortText && !/[.!?:]$/.test(text);
}

const shortLines = 2;
const shortText = 100;

function endsParagraph(source: string, { lines, form }: Region, i: number): boolean {
  const next = lines[i + 1];
  if (!next || next.opensParagraph || opensGuideline(source.slice(next.start, next.end), form)) return true;
  return isDecided(source, lines[i] as TextLine);
}

/** True if a line ends with an outcome. It then ends its heading, whatever follows below. */
function isDecided(source: string, { start, end }: TextLine): boolean {
  const text = source.slice(Math.max(start, end - 32), end);
  const colon = text.lastIndexOf(':');
  const behind = text.slice(colon + 1).trim();
  return colon >= 0 && (isOutcome(behind) || isOpenOutcome(behind));
}

/** A guideline sentence directly under a heading: the label between them is lost. */
function opensGuideline(line: string, form: Form): boolean {
  return patternsOf(form).wording.opener.test(line);
}

/** True if the word is exactly one of the two outcomes. */
function isOutcome(word: string): word is Outcome {
  return outcomes.some((outcome) => outcome === word);
}

/** Finds the outcome, or a word used as one, at the end of line `i`. Its separator is at most two lines above, and not before `first`. */
function verdictAt(source: string, region: Region, first: number, i: number): Span | undefined {
  const { lines } = region;
  const line = lines[i] as TextLine;
  const from = lines[Math.max(first, i - 2)]?.start ?? line.start;
  const text = trimMarks(source.slice(from, line.end), '.,;');
  const separator = Math.max(text.lastIndexOf(':'), 0);
  const behind = text.slice(separator + 1).trim();
  const isOpen = isOpenOutcome(behind);
  const isDecided = isOpen || outcomeOf(behind) !== null;
  const isFollowed = i === lines.length - 1 && region.headingExpected;
  if (
    separator > 0 &&
    (isOpen || meantOutcome(behind, region.form) !== null) &&
    (isDecided || isFollowed || isShort(source, lines, i))
  ) {
    return { start: from + text.length - text.slice(separator + 1).trimStart().length, end: from + text.length };
  }
  const word = text.slice(lastWordStart(text));
  const isAlone = line.opensParagraph && line.end - line.start <= word.length + 1;
  if (isOutcome(word) && (isFollowed || isAlone)) {
    return { start: from + text.length - word.length, end: from + text.length };
  }
  return undefined;
}

function isShort(source: string, lines: readonly TextLine[], i: number): boolean {
  const line = lines[i] as TextLine;
  return line.opensParagraph && line.end - line.start < 120 && !/\.$/.test(source.slice(line.start, line.end));
}

/**
 * Goes up from line `last` to where the heading begins; undefined where that would be inside a field's own text. One that is
 * `certain`, decided and with its labels behind it, begins behind a short line too, or else is the last line alone.
 */
function firstLineOfHeading(
  source: string,
  region: Region,
  from: number,
  last: number,
  verdictStart: number,
  certain = false,
): number | undefined {
  const { lines } = region;
  const followsLabel = region.followsLabel && from === 0;
  for (let i = last; i >= from && i > last - mostLines; i--) {
    const line = lines[i] as TextLine;
    const text = source.slice(line.start, verdictStart).replace(/\s+/g, ' ');
    if (text.replace(/[\s:;–—-]/g, '') === '' || needsMore(text, region.form)) continue;
    if (line.opensParagraph && !(certain && continues(source, region, i))) return i;
    if (i === from && !followsLabel) return i;
    if (i > from && (endsProse(source, region, i - 1) || (certain && endsShort(source, region, i - 1)))) return i;
  }
  const isOnLabelLine = followsLabel && last === 0 && !/[\r\n]/.test(source.slice(region.start, lines[0]?.start));
  return certain && !isOnLabelLine ? last : undefined;
}

/**
 * Line `i` begins small behind an unfinished sentence, or with a quantity behind a short paragraph of one line: no paragraph,
 * whatever the empty line before it.
 */
function continues(source: string, { lines, form, followsLabel }: Region, i: number): boolean {
  const before = lines[i - 1];
  if (!before) return false;
  const [first, text] = [source.charAt(lines[i]?.start ?? 0), source.slice(before.start, before.end)];
  if (endsSentence(text, form) || text.endsWith(':')) return false;
  if (/[a-z]/.test(first)) return true;
  const isShortParagraph = before.opensParagraph && !(followsLabel && i === 1) && text.length < 80;
  return /[#(\d]/.test(first) && isShortParagraph;
}

/** The next line's first word would have had room behind line `i`, with some to spare: no wrap parts them. */
function endsShort(source: string, { lines, columnWidth }: Region, i: number): boolean {
  const [line, next] = [lines[i], lines[i + 1]];
  if (!line || !next) return false;
  // What begins small goes on with the line before.
  if (/^[a-z]/.test(source.slice(next.start, next.end))) return false;
  const word = /^\S*/.exec(source.slice(next.start, next.end))?.[0].length ?? 0;
  return line.end - line.start + 1 + word < columnWidth() * shortShare;
}

/** Letters of a line differ in width, so that lines of one column differ in number of letters. */
const shortShare = 0.8;

/** A remaining-portion heading is not whole before its `… was the original request`. */
function needsMore(text: string, form: Form): boolean {
  const { parts, original } = patternsOf(form).wording.request;
  return parts.test(text) && !original.test(text);
}

/** A conclusion is a sentence without its period, too. */
function endsSentence(text: string, form: Form): boolean {
  return /[.!?]["”’)]?$/.test(text) || patternsOf(form).wording.closing.test(text);
}

/** Line `i` ends a sentence of running text, not a sentence of a heading. */
function endsProse(source: string, { lines, followsLabel, form }: Region, i: number): boolean {
  const line = lines[i] as TextLine;
  if (!endsSentence(source.slice(line.start, line.end), form)) return false;
  let first = i;
  while (first > 0 && !lines[first]?.opensParagraph) first--;
  if (first === 0 && followsLabel) return true;
  const text = source.slice(lines[first]?.start, line.end);
  return (
    !patternsOf(form).wording.request.parts.test(text) &&
    /\b(?:is|was|were|are|has|have|not)\b/.test(text) &&
    text.split(/\s+/, 9).length > 8
  );
}

/** Marks that hold the outcome's place: `MRI of the left knee: ???`. */
const openOutcome = /: ?[?._-]{1,12}$/;

/** The last paragraph before a block's first label names the item even where the outcome is missing, unless it is prose. */
function undecidedHeading(source: string, region: Region, from: number, last: number): HeadingMark[] {
  const { lines } = region;
  const end = lines[last]?.end ?? region.end;
  const first = firstLineOfHeading(source, region, from, last, end);
  if (first === undefined) return [];
  const text = source.slice(lines[first]?.start, end);
  const isSentence =
    /[.!?]["”’)]?$/.test(text) &&
    !openOutcome.test(text) &&
    !patternsOf(region.form).wording.request.parts.test(text) &&
    text.split(/\s+/, 9).length > 8;
  const isProse = isSentence || opensGuideline(text, region.form);
  return isProse ? [] : [toHeading(source, lines, first, last, { start: end, end })];
}

function toHeading(
  source: string,
  lines: readonly TextLine[],
  first: number,
  last: number,
  outcome: Span,
): HeadingMark {
  const start = lines[first]?.start ?? outcome.start;
  const end = Math.max(lines[last]?.end ?? outcome.end, outcome.end);
  const before = source.slice(start, outcome.start).trimEnd();
  const separator = /(?:[:;]|\s[–—-])$/.exec(before)?.[0].trimStart().length ?? 0;
  const colonEnd = start + before.length;
  const colon = { start: colonEnd - separator, end: colonEnd };
  const item = { start, end: start + before.slice(0, before.length - separator).trimEnd().length };
  return { start, end, item, colon: separator ? colon : { start: item.end, end: item.end }, outcome };
}

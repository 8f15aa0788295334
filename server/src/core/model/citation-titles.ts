import type { CitationPatterns } from '../syntax/citation-patterns';
import { matchesIn } from '../text/matches';
import type { Span } from '../text/span';

/** By the label sentence that a citation stands under. */
type CitationKind = 'mtus' | 'non-mtus' | 'none';

/** Where title, year and the rest of one citation stand in its text. */
export interface TitleParts {
  readonly title: Span;
  /** Another title right behind the first. */
  readonly second?: Span;
  readonly year?: Span;
  /** Where the topics and locators begin. */
  readonly rest: number;
  /** The title is that of a guideline, not the first words of a free reference. */
  readonly isKnown: boolean;
}

/** A title with its year, if a wrong one: `Forearm, Wrist, and Hand Complaints 2004`. */
const datedTitle =
  /^([A-Z](?:(?!\b(?:updated|accessed|version|pages?)\b)[^:;.\d]){2,110}?),? \(?([1-3]\d{3})\)?(?: Guidelines?)?(?![\w/-])/;
/** Of a free reference: an address whole, else the words before the first separator or label of a place. */
const freeTitle = /^(?:(?:https?:|www\.)\S{1,200}|[^,:;]{1,200}?(?=[,:;]|\. |\.?$| (?:Page|Section)\(s\)))/;

export function findTitle(text: string, kind: CitationKind, wording: CitationPatterns): TitleParts {
  const { leadIn, mtus, firstOfTwo, publisherDated, known: knownTitle } = wording;
  const start = leadIn.exec(text)?.[0].length ?? 0;
  const own = text.slice(start);
  const adopted = publisherDated.exec(own)?.groups;
  if (adopted) {
    const { title: words = '', date = '' } = adopted;
    const end = start + own.indexOf(date, words.length) + date.length;
    const title = { start, end: start + words.length };
    return { title, year: { start: end - 4, end }, rest: end + (text.charAt(end) === ')' ? 1 : 0), isKnown: true };
  }
  const dated = kind === 'mtus' || mtus.test(own) ? datedTitle.exec(own) : null;
  if (dated) {
    const words = dated[1] ?? '';
    const year = start + dated[0].indexOf(dated[2] ?? '', words.length);
    const first = firstOfTwo.exec(words)?.[0];
    if (first !== undefined) {
      const title = { start, end: start + first.length };
      return withSecond(text, { title, rest: title.end, isKnown: true }, wording);
    }
    const title = { start, end: start + words.length };
    const rest = start + dated[0].length;
    return withSecond(text, { title, year: { start: year, end: year + 4 }, rest, isKnown: true }, wording);
  }
  const known = knownTitle.exec(own)?.[0];
  const words = known ?? freeTitle.exec(own)?.[0] ?? own;
  const ending = known === undefined && kind === 'mtus' ? /,? \(?((?:19|20)\d\d)\)?$/.exec(words) : null;
  if (ending) {
    const rest = start + words.length;
    const at = start + words.lastIndexOf(ending[1] ?? '');
    return { title: { start, end: start + ending.index }, year: { start: at, end: at + 4 }, rest, isKnown: true };
  }
  const title = { start, end: start + (known ?? words.replace(/[.,;]{1,3}$/, '')).trimEnd().length };
  const found = withSecond(text, { title, rest: title.end, isKnown: known !== undefined }, wording);
  const year = /(?<![\d/-])(?:19|20)\d\d(?![\d/-])/.exec(text.slice(found.rest));
  if (!year) return found;
  const at = found.rest + year.index;
  const follows = /^[ ,(]{0,2}$/.test(text.slice(found.rest, at));
  return { ...found, year: { start: at, end: at + 4 }, rest: follows ? at + 4 : found.rest };
}

function withSecond(text: string, parts: TitleParts, { second }: CitationPatterns): TitleParts {
  const again = parts.isKnown ? second.exec(text.slice(parts.rest))?.[0] : undefined;
  if (again === undefined) return parts;
  const start = parts.rest + again.length - again.replace(/^[ ,]+/, '').length;
  const end = parts.rest + again.length;
  return { ...parts, second: { start, end }, rest: end };
}

/** Before a title with a year: `, and B 2016, Section(s): …`. */
const beforeDated =
  /(?:[,;]? and |; |\. )(?=[A-Z][A-Za-z,&() -]{4,80}? [1-3]\d{3}\b(?:[,.]| Guidelines| [A-Z]| *$))|, (?=[A-Z][A-Za-z&() -]{4,80}? [1-3]\d{3}\b(?:[,.]| Guidelines| *$))/g;
/** Cuts what stands under one label sentence into single citations. */
export function splitCitations(text: string, kind: CitationKind, wording: CitationPatterns): Span[] {
  const { leadIn, beforeSource } = wording;
  const isDated = kind === 'mtus' && datedTitle.test(text.slice(leadIn.exec(text)?.[0].length ?? 0));
  const spans: Span[] = [];
  let start = 0;
  let from = endOfTitle(text, 0, kind, wording);
  for (const cut of matchesIn(text, isDated ? beforeDated : beforeSource)) {
    if (cut.index < from) continue;
    spans.push(trimmed(text, start, cut.index));
    start = cut.index + cut[0].length;
    from = endOfTitle(text, start, kind, wording);
  }
  return [...spans, trimmed(text, start, text.length)].filter((span) => span.start < span.end);
}

function endOfTitle(text: string, start: number, kind: CitationKind, wording: CitationPatterns): number {
  return start + findTitle(text.slice(start), kind, wording).rest;
}

function trimmed(text: string, start: number, end: number): Span {
  const raw = text.slice(start, end);
  return { start: start + raw.length - raw.trimStart().length, end: start + raw.trimEnd().length };
}

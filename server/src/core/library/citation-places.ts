import type { ResolvedPage, ResolvedTopic } from './citation';
import { nearestTopic, type Scope, scopeOf } from './citation-scope';
import type { ChapterEntry, GuidelineEntry, PageRange } from './entries';
import { tokenize } from './lexicon/tokens';
import { matchNames } from './name-matcher';
import { classOf, DIGIT, LETTER } from './tokens';
import type { Library, NameMatch } from './types';

/** Chapters named; where none is, those of a body part that the text names (`MRI hand`). */
export function chaptersOf(
  library: Library,
  guideline: GuidelineEntry,
  text: string,
  found: readonly NameMatch[],
): readonly ChapterEntry[] {
  const ids = new Set(found.filter(({ kind }) => kind === 'body-part').flatMap((match) => match.ids));
  if (ids.size > 0) return [...ids].flatMap((id) => library.chapter(id) ?? []);
  const parts = library.matchNames(text).flatMap(({ refs }) => refs.filter(({ kind }) => kind === 'body-part'));
  const chapter = library.chapters.find(
    (candidate) =>
      candidate.guideline === guideline.id && candidate.bodyParts?.some((id) => parts.some((part) => part.id === id)),
  );
  return chapter ? [chapter] : [];
}

interface PlacedTopics {
  readonly topics: readonly ResolvedTopic[];
  readonly unresolved: readonly string[];
  /** Titles that stand in several chapters, none of which is named. */
  readonly ambiguous: readonly string[];
}

/** Topics that the text names in each place, then what is left over, by spelling. */
export function placeTopics(
  library: Library,
  places: readonly (GuidelineEntry | ChapterEntry)[],
  text: string,
  covered: readonly NameMatch[],
): PlacedTopics {
  const scopes = places.map((place) => scopeOf(library, place));
  const found = scopes.flatMap(({ tree }) =>
    matchNames(tree, tokenize(text)).filter((match) => match.kind === 'topic'),
  );
  const named = found.filter((match) => !isCutNumber(text, match));
  const topics: ResolvedTopic[] = [];
  const ambiguous: string[] = [];
  for (const { start, end, ids } of named) {
    const [topic, other] = ids.flatMap((id) => library.topic(id) ?? []);
    if (topic && other?.chapter !== undefined && other.chapter !== topic.chapter)
      ambiguous.push(text.slice(start, end));
    else if (topic) topics.push({ topic, by: 'name', text: text.slice(start, end) });
  }
  const unresolved: string[] = [];
  for (const piece of leftovers(text, [...covered, ...named])) {
    const near = spelledTopics(library, scopes, piece);
    topics.push(...near);
    if (near.length === 0 && scopes.some(({ isListed }) => isListed)) unresolved.push(piece);
  }
  return { topics: distinct(topics), unresolved, ambiguous };
}

/** A misspelled title, or several in brackets: `Soma (carlsoprodol)`. */
function spelledTopics(library: Library, scopes: readonly Scope[], text: string): readonly ResolvedTopic[] {
  for (const pieces of [[text], text.split(/[()[\]]/)]) {
    const near = pieces.flatMap((piece) => scopes.flatMap((scope) => nearestTopic(library, scope, piece) ?? []));
    const topic = near[0];
    if (topic) return [{ topic, by: 'spelling', text }];
  }
  return [];
}

/** A number that is no section: it goes on (`3.3.10` is not `3.3.1`), or it is a page. */
function isCutNumber(text: string, { start, end }: NameMatch): boolean {
  if (!/^[\d.]+$/.test(text.slice(start, end))) return false;
  return (
    /^\.?\d/.test(text.slice(end, end + 2)) ||
    /(?:[\d.]|\bpages?(?:\(s\))?:?) ?$/i.test(text.slice(Math.max(0, start - 10), start))
  );
}

export function pagesOf({ pages }: GuidelineEntry, cited: readonly string[]): readonly ResolvedPage[] {
  return cited.flatMap((page) => {
    const numbers = (page.match(/\d{1,4}/g) ?? []).map(Number);
    const [first, last = first] = numbers;
    if (first === undefined) return [];
    const range: PageRange = [first, last ?? first];
    const isKnown = pages !== undefined && pages[1] !== null;
    return [{ range, inside: isKnown ? pages[0] <= first && (last ?? first) <= (pages[1] ?? 0) : undefined }];
  });
}

/** The topic that a page most likely stands for, where the citation names none. */
export function topicsByPage(
  library: Library,
  { id }: GuidelineEntry,
  pages: readonly ResolvedPage[],
): readonly ResolvedTopic[] {
  return pages.flatMap(({ range }) => {
    const topics = library.topicsOnPage(id, range[0]);
    return topics.slice(0, 1).map((topic): ResolvedTopic => ({ topic, by: 'page', text: '' }));
  });
}

/** Each topic once, as it was found first. */
function distinct(topics: readonly ResolvedTopic[]): readonly ResolvedTopic[] {
  const first = new Map<string, ResolvedTopic>();
  for (const found of topics) if (!first.has(found.topic.id)) first.set(found.topic.id, found);
  return [...first.values()];
}

/** Words of a citation that carry no title. */
const connectives = new Set(
  (
    'a an and or the of for to in on with under see as by at from its topic topics chapter chapters section sections s page pages pg pp p ' +
    'guideline guidelines guidance treatment medical other updated update online version accessed edition ed revised table summary ' +
    'procedure procedures workers compensation comp work loss data institute acute chronic subheading criteria indications ' +
    'recommendation recommendations january february march april may june july august september october november december ' +
    'http https www com org gov net html htm pdf mtus definitions'
  ).split(' '),
);

/** A citation that leaves more over than this is none; its first pieces say so. */
const MAX_PIECES = 40;

/** Pieces of the text between the names found that still hold a word of a title. */
function leftovers(text: string, found: readonly NameMatch[]): readonly string[] {
  const sorted = [...found].sort((a, b) => a.start - b.start);
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of sorted) {
    if (start > at) pieces.push(text.slice(at, start));
    at = Math.max(at, end);
  }
  pieces.push(text.slice(at));
  return pieces
    .flatMap((piece) => withoutAddresses(piece).split(/[;:]|, (?=[A-Z])/))
    .map(trimPunctuation)
    .filter((piece) => (piece.match(/\p{L}{3,}/gu) ?? []).some((word) => !connectives.has(word.toLowerCase())))
    .slice(0, MAX_PIECES);
}

function withoutAddresses(text: string): string {
  return text
    .split(' ')
    .filter((word) => !word.includes('//') && !word.includes('www.'))
    .join(' ');
}

function trimPunctuation(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && !isWordUnit(text.charCodeAt(start))) start++;
  while (end > start && !isWordUnit(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isWordUnit(code: number): boolean {
  const kind = classOf(code);
  return kind === LETTER || kind === DIGIT;
}

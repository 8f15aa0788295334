import type { CitationInput } from './citation';
import { guidelinesIn, scopeOf } from './citation-scope';
import type { GuidelineEntry, IsoDate } from './entries';
import { isOfDay } from './guideline-index';
import { tokenize } from './lexicon/tokens';
import { matchNames } from './name-matcher';
import type { Edition, Library, NameMatch } from './types';

export interface NamedGuideline {
  readonly guideline: GuidelineEntry;
  readonly match: NameMatch;
}

/** Guidelines named in the text; a name that several share goes to the one that fits day, year and label. */
export function namedGuidelines(
  library: Library,
  citation: CitationInput,
  date: IsoDate | undefined,
): readonly NamedGuideline[] {
  const scoreOf = (guideline: GuidelineEntry): number => fitness(guideline, citation, date);
  return guidelinesIn(library, citation.text).flatMap((match) => {
    const candidates = match.ids.flatMap((id) => library.guideline(id) ?? []);
    const best = [...candidates].sort((a, b) => scoreOf(b) - scoreOf(a))[0];
    return best ? [{ guideline: best, match }] : [];
  });
}

function fitness(guideline: GuidelineEntry, citation: CitationInput, date: IsoDate | undefined): number {
  const { kind, year } = guideline;
  const isLabelled = (citation.kind === 'non-mtus') === (kind === 'non-mtus');
  return (
    (citation.year !== null && year === citation.year ? 4 : 0) +
    (isLabelled ? 1 : 0) +
    (isOfDay(guideline, date) ? 2 : 0)
  );
}

/** The guideline that the citation is about. */
export function chooseGuideline(
  library: Library,
  citation: CitationInput,
  named: readonly NamedGuideline[],
  date: IsoDate | undefined,
): GuidelineEntry | undefined {
  const outside = named.find(({ guideline }) => guideline.kind === 'non-mtus')?.guideline;
  // Rules of the search and footers stand beside the names of guidelines: `the ACOEM and ODG at … 9792.21.1(d)(2)`.
  const rule = named.find(({ guideline }) => guideline.role !== undefined && isOfDay(guideline, date))?.guideline;
  if (rule && citation.year === null) return rule;
  const byTitle = library.findGuideline(citation.title, citation.year, date) ?? chapterGuideline(library, citation);
  const titled = byTitle ?? (named.find((name) => isOfDay(name.guideline, date)) ?? named[0])?.guideline;
  // The form of 2014 prints the pick list's title before whatever the writer typed, ODG included.
  if (citation.kind === 'mtus' && citation.year === null && outside) return outside;
  if (!titled) return undefined;
  // "ACOEM Practice Guidelines, 3rd ed.": the last of the names in the title is the particular one.
  const inTitle = named.filter(({ match }) => match.start < citation.title.length).at(-1)?.guideline;
  const chosen = inTitle && citation.year === null && isMoreParticular(inTitle, titled) ? inTitle : titled;
  if (citation.year !== null || !chosen.family || !date) return chosen;
  return library.editionInForce(chosen.family, date)?.guideline ?? chosen;
}

function isMoreParticular(a: GuidelineEntry, b: GuidelineEntry): boolean {
  return a.id !== b.id && (a.kind === 'non-mtus' || a.parent === b.id);
}

/** ODG cited by its chapter alone: `Low Back (Hyperstimulation analgesia)`. */
function chapterGuideline(library: Library, { title, kind }: CitationInput): GuidelineEntry | undefined {
  if (kind !== 'non-mtus') return undefined;
  for (const guideline of new Set(library.chapters.map((chapter) => chapter.guideline))) {
    if (library.findChapter(guideline, title)) return library.guideline(guideline);
  }
  return undefined;
}

/**
 * From a guideline to the part of it that the text names: `ACOEM Guidelines, Chapter 7` to chapter 7. Where it names a chapter too,
 * the whole is meant; the headings that its parts share stand in each of them.
 */
export function narrow(
  library: Library,
  guideline: GuidelineEntry,
  { text, year }: CitationInput,
  date: IsoDate | undefined,
): GuidelineEntry {
  const matches = matchNames(scopeOf(library, guideline).tree, tokenize(text));
  const part = matches.find((match) => match.kind === 'guideline');
  const namesChapter = matches.some(
    ({ kind, ids }) => kind === 'body-part' || ids.some((id) => library.topic(id)?.chapter),
  );
  const found = part && !namesChapter ? library.guideline(part.ids[0] ?? '') : undefined;
  if (!found?.family || !date || year !== null || isOfDay(found, date)) return found ?? guideline;
  return library.editionInForce(found.family, date)?.guideline ?? found;
}

/** Behind the sign of a version: `MTUS Drug List v.8`. */
export const versionNumber = /(?<=\bv(?:ersion)?\.?\s?)\d{1,2}(?:\.\d)?(?!\d)/i;

/** The edition of the number or year cited, where one is; of several the one in force on the day, or else the oldest that the library knows. */
export function editionOf(
  library: Library,
  { family, id }: GuidelineEntry,
  { text, year }: CitationInput,
  date: IsoDate | undefined,
): Edition | undefined {
  const own = library.editionsOf(family ?? '').filter(({ guideline }) => guideline.id === id);
  const number = versionNumber.exec(text)?.[0];
  const numbered = number ? own.find(({ version }) => version?.number === number) : undefined;
  if (numbered) return numbered;
  const ofYear = own.filter(({ years }) => year !== null && years.includes(year));
  const editions = ofYear.length > 0 ? ofYear : own;
  const inForce = date
    ? editions.filter(({ from, to }) => (from ?? '9') <= date && date <= (to ?? '9')).at(-1)
    : undefined;
  return inForce ?? editions[0];
}

/** Two names of one matter: a whole and its part, or two editions. */
export function isRelated(a: GuidelineEntry, b: GuidelineEntry): boolean {
  return (
    a.id === b.id ||
    a.parent === b.id ||
    b.parent === a.id ||
    (a.family !== undefined && a.family === b.family) ||
    b.id === 'mtus'
  );
}

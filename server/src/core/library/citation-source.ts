import type { CitationInput } from './citation';
import { guidelinesIn, scopeOf } from './citation-scope';
import type { GuidelineEntry, IsoDate } from './entries';
import { matchNames } from './name-matcher';
import type { Edition, Library, NameMatch } from './types';

export interface NamedGuideline {
  readonly guideline: GuidelineEntry;
  readonly match: NameMatch;
}

/** Guidelines named in the text; a name that several share goes to the one that fits label and year. */
export function namedGuidelines(library: Library, citation: CitationInput): readonly NamedGuideline[] {
  return guidelinesIn(library, citation.text).flatMap((match) => {
    const candidates = match.ids.flatMap((id) => library.guideline(id) ?? []);
    const best = [...candidates].sort((a, b) => fitness(b, citation) - fitness(a, citation))[0];
    return best ? [{ guideline: best, match }] : [];
  });
}

function fitness({ kind, year }: GuidelineEntry, citation: CitationInput): number {
  const isLabelled = (citation.kind === 'non-mtus') === (kind === 'non-mtus');
  return (citation.year !== null && year === citation.year ? 4 : 0) + (isLabelled ? 1 : 0);
}

/** The guideline that the citation is about. */
export function chooseGuideline(
  library: Library,
  citation: CitationInput,
  named: readonly NamedGuideline[],
  date: IsoDate | undefined,
): GuidelineEntry | undefined {
  const outside = named.find(({ guideline }) => guideline.kind === 'non-mtus')?.guideline;
  const byTitle = library.findGuideline(citation.title, citation.year) ?? chapterGuideline(library, citation);
  const titled = byTitle ?? named[0]?.guideline;
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
export function narrow(library: Library, guideline: GuidelineEntry, text: string): GuidelineEntry {
  const matches = matchNames(scopeOf(library, guideline).tree, text);
  const part = matches.find((match) => match.kind === 'guideline');
  const namesChapter = matches.some(
    ({ kind, ids }) => kind === 'body-part' || ids.some((id) => library.topic(id)?.chapter),
  );
  const found = part && !namesChapter ? library.guideline(part.ids[0] ?? '') : undefined;
  return found ?? guideline;
}

/** The edition in force on the day, or else the oldest that the library knows. */
export function editionOf(
  library: Library,
  { family, id }: GuidelineEntry,
  date: IsoDate | undefined,
): Edition | undefined {
  const editions = library.editionsOf(family ?? '').filter(({ guideline }) => guideline.id === id);
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

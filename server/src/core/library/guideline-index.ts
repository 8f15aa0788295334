import { compareText } from '../text/compare-text';
import { addTo } from '../text/groups';
import { once } from '../text/once';
import type { AdoptedVersion, BodyPartEntry, ChapterEntry, GuidelineEntry, IsoDate } from './entries';
import type { Entries } from './merge-packs';
import { titleKey } from './tokens';
import type { Edition } from './types';

/** Look-ups of guidelines, chapters and editions; see Library for what each promises. */
export interface GuidelineIndex {
  findGuideline(title: string, year?: number | null, date?: IsoDate): GuidelineEntry | undefined;
  findChapter(guideline: string, title: string): ChapterEntry | undefined;
  editionsOf(family: string): readonly Edition[];
  editionInForce(family: string, date: IsoDate): Edition | undefined;
  bodyPartsOf(guidelineOrChapter: string): readonly BodyPartEntry[];
}

/** Each index is built when it is first asked. */
export function indexGuidelines(entries: Entries): GuidelineIndex {
  const byTitle = once(() => titlesOf(entries));
  const byChapterTitle = once(() => chapterTitlesOf(entries));
  const families = once(() => familiesOf(entries));
  const editionsOf = (family: string): readonly Edition[] => families().get(family) ?? [];
  return {
    findGuideline: (title, year, date) => findGuideline(byTitle(), title, year ?? undefined, date),
    findChapter: (guideline, title) => byChapterTitle().get(`${guideline}\n${chapterKey(title)}`),
    editionsOf,
    editionInForce: (family, date) =>
      editionsOf(family)
        .filter((edition) => isInForce(edition, date))
        .at(-1),
    bodyPartsOf(id) {
      const parts = (entries.guidelines.get(id) ?? entries.chapters.get(id))?.bodyParts ?? [];
      return parts.flatMap((part) => entries.bodyParts.get(part) ?? []);
    },
  };
}

function titlesOf({ guidelines }: Entries): Map<string, GuidelineEntry[]> {
  const byTitle = new Map<string, GuidelineEntry[]>();
  for (const guideline of guidelines.values()) {
    const { title, citedTitle, year, names = [], exactNames = [], weakNames = [], citationNames = [] } = guideline;
    const all = [title, title.replace(/\([^()]*\)/g, ''), ...names, ...exactNames, ...weakNames, ...citationNames];
    if (citedTitle) all.push(citedTitle, `${citedTitle} ${year ?? ''}`, `${citedTitle} Guidelines`);
    for (const key of new Set(all.map(titleKey))) addTo(byTitle, key, guideline);
  }
  return byTitle;
}

function findGuideline(
  byTitle: Map<string, GuidelineEntry[]>,
  title: string,
  year?: number,
  date?: IsoDate,
): GuidelineEntry | undefined {
  for (const key of titleForms(titleKey(title))) {
    const found = (year && byTitle.get(`${key} ${year}`)) || byTitle.get(key);
    if (!found) continue;
    const ofYear = found.filter((guideline) => year === undefined || (guideline.year ?? year) === year);
    if (ofYear.length > 0) return ofYear.find((guideline) => isOfDay(guideline, date)) ?? ofYear[0];
  }
  return undefined;
}

/** Could it be cited on the day? What is known to begin later or to have ended could not. */
export function isOfDay({ effectiveFrom, effectiveTo }: GuidelineEntry, date: IsoDate | undefined): boolean {
  return date === undefined || ((effectiveFrom ?? '') <= date && date <= (effectiveTo ?? '9'));
}

/** The key as it stands, then without what writers add: `California MTUS ...`, `... Guidelines`. */
function titleForms(key: string): readonly string[] {
  const front = key.replace(/^(?:the |california |ca |mtus |acoem )+/, '');
  const bare = front.replace(/ (?:guidelines?|chapter)$/, '');
  return [...new Set([key, front, bare, `acoem ${front}`])];
}

function chapterTitlesOf({ chapters }: Entries): Map<string, ChapterEntry> {
  const byTitle = new Map<string, ChapterEntry>();
  for (const chapter of chapters.values()) {
    for (const name of [chapter.title, chapter.title.replace(/\([^()]*\)/g, ''), ...(chapter.names ?? [])]) {
      const key = `${chapter.guideline}\n${chapterKey(name)}`;
      if (!byTitle.has(key)) byTitle.set(key, chapter);
    }
  }
  return byTitle;
}

function chapterKey(title: string): string {
  return titleKey(title).replace(/ (?:chapter|section|chapters|procedure summary|procedures)$/, '');
}

function familiesOf({ guidelines }: Entries): Map<string, Edition[]> {
  const families = new Map<string, Edition[]>();
  for (const guideline of guidelines.values()) {
    const { family } = guideline;
    if (family) for (const edition of editionsOfGuideline(guideline)) addTo(families, family, edition);
  }
  for (const editions of families.values()) editions.sort((a, b) => compareText(a.from ?? '9', b.from ?? '9'));
  return families;
}

/** Its own editions in the order of the pack, at least one. */
export function editionsOfGuideline(guideline: GuidelineEntry): Edition[] {
  const { versions = [], effectiveFrom = null, effectiveTo = null } = guideline;
  if (versions.length === 0) {
    const years = guideline.year === undefined ? [] : [guideline.year];
    return [{ guideline, years, from: effectiveFrom, to: effectiveTo }];
  }
  return versions.map((version) => ({
    guideline,
    version,
    years: yearsOf(version),
    from: version.effectiveFrom ?? null,
    to: version.effectiveTo ?? null,
  }));
}

function yearsOf({ published, effectiveFrom, alsoCitedAs = [] }: AdoptedVersion): number[] {
  const dates = [published, effectiveFrom, ...alsoCitedAs].filter((date) => typeof date === 'string');
  return [...new Set(dates.map((date) => Number(date.slice(0, 4))))];
}

function isInForce({ from, to }: Edition, date: IsoDate): boolean {
  return from !== null && from <= date && (to === null || date <= to);
}

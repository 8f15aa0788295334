import type { ChapterEntry, GuidelineEntry } from '../library/entries';
import type { ItemSubject, Library, Topic } from '../library/types';
import type { DecisionBlock } from '../model/letter';
import type { SnippetPart } from '../text/snippet';
import type { LetterAnalysis } from './analysis';

/** A citation that fits a block's item. */
export interface CitationSuggestion {
  /** Id of the topic, chapter or guideline it cites. */
  readonly id: string;
  readonly isMtus: boolean;
  /** What it cites, for a list: `Chronic Pain Medical Treatment 2016: Muscle relaxants (for pain)`. */
  readonly title: string;
  /** The reviewer's whole field in the letter's form, with a place for what is not known for certain. */
  readonly parts: readonly SnippetPart[];
}

/** What a pack's id leads to. */
interface Source {
  readonly id: string;
  readonly guideline: GuidelineEntry;
  readonly chapter?: ChapterEntry;
  readonly topic?: Topic;
}

/**
 * Citations for a block's item as this letter's form writes them: those of the MTUS in force when treatment was requested before
 * outside sources, and in each the most specific first. Empty where the library knows nothing about the item.
 */
export function suggestCitations(analysis: LetterAnalysis, block: DecisionBlock): readonly CitationSuggestion[] {
  const { library } = analysis;
  const date = analysis.requestDate?.iso;
  const sources = idsFor(library, analysis.subjectOf(block)).flatMap((id) => sourceOf(library, id) ?? []);
  const inForce = sources.filter(({ guideline }) => isInForce(library, guideline, date, analysis.letter.form.locator));
  const citable = inForce.filter(({ guideline }) => !isMtus(guideline) || isCitedByItself(guideline));
  const sorted = citable.toSorted((a, b) => rank(a) - rank(b));
  const suggestions = sorted.flatMap((source) => toSuggestion(analysis, source) ?? []);
  return suggestions.filter((one, i) => suggestions.findIndex((other) => other.title === one.title) === i);
}

/** What the packs name for the item's drugs and treatments, then the guidelines about its body parts. */
function idsFor(library: Library, { drugs, treatments, bodyParts }: ItemSubject): string[] {
  const named = [...drugs, ...treatments].flatMap((entry) => library.guidanceFor(entry));
  const parts = new Set(bodyParts.map(({ id }) => id));
  const about = [...library.guidelines, ...library.chapters].filter(({ bodyParts: own }) =>
    own?.some((id) => parts.has(id)),
  );
  return [...new Set([...named, ...about.map(({ id }) => id)])];
}

function sourceOf(library: Library, id: string): Source | undefined {
  const topic = library.topic(id);
  const chapter = library.chapter(topic?.chapter ?? id);
  const guideline = library.guideline(topic?.guideline ?? chapter?.guideline ?? id);
  return guideline && { id, guideline, ...(chapter && { chapter }), ...(topic && { topic }) };
}

/** Of guidelines that are part of the MTUS the one in force on the day; without a day that of the form's period. */
function isInForce(
  library: Library,
  guideline: GuidelineEntry,
  date: string | undefined,
  locator: 'page' | 'section',
): boolean {
  if (!isMtus(guideline)) return true;
  if (guideline.parent === undefined && guideline.year === undefined) return false;
  const day = date ?? (locator === 'page' ? '2014-06-30' : '2016-12-31');
  if (guideline.effectiveFrom && day < guideline.effectiveFrom) return false;
  if (guideline.effectiveTo && guideline.effectiveTo < day) return false;
  const current = guideline.family === undefined ? undefined : library.editionInForce(guideline.family, day);
  return current === undefined || current.guideline.id === guideline.id;
}

/** The MTUS is cited by chapter and year: `Low Back Complaints 2004`, not by the book or the regulation that holds it. */
function isCitedByItself({ citedTitle, year }: GuidelineEntry): boolean {
  return citedTitle !== undefined && year !== undefined;
}

function isMtus({ kind }: GuidelineEntry): boolean {
  return kind !== 'non-mtus';
}

function rank({ guideline, topic }: Source): number {
  return (isMtus(guideline) ? 0 : 2) + (topic ? 0 : 1);
}

function toSuggestion({ letter }: LetterAnalysis, source: Source): CitationSuggestion | undefined {
  const { form } = letter;
  const { guideline, chapter, topic } = source;
  if (isMtus(guideline)) {
    const cited = form.locator === 'page' ? byPage(source) : bySection(source);
    const title = [guideline.citedTitle ?? guideline.title, guideline.year, topic && `: ${topic.title}`]
      .filter(Boolean)
      .join(' ')
      .replace(' :', ':');
    return cited && { id: source.id, isMtus: true, title, parts: [form.standing.mtus, ' ', ...cited, '.'] };
  }
  if (!topic && !chapter) return undefined;
  const words = [
    guideline.citedTitle ?? guideline.title,
    [chapter?.title, topic?.title].filter(Boolean).join(', '),
  ].join(' ');
  const parts = [form.standing.outsideMtus.reviewer, ' ', form.standing.nonMtus, ' ', words, '.'];
  return { id: source.id, isMtus: false, title: words, parts };
}

/** `Chronic Pain Treatment Guidelines Opioids Page(s): 78-80`; a page that nobody saw is a place to fill in. */
function byPage({ guideline, topic }: Source): SnippetPart[] | undefined {
  const title =
    guideline.family === 'chronic-pain'
      ? 'Chronic Pain Treatment Guidelines'
      : (guideline.citedTitle ?? guideline.title);
  if (isWithoutLocator(title)) return [title];
  if (!topic) return [title, ' ', { place: 'topic' }, ' Page(s): ', { place: 'pages' }];
  const seen = topic.pagesSeen?.[0];
  const pages: SnippetPart = seen
    ? seen[1] === null || seen[1] === seen[0]
      ? `${seen[0]}`
      : `${seen[0]}-${seen[1]}`
    : { place: 'pages' };
  return [`${title} ${topic.title} Page(s): `, pages];
}

/** `Opioid Treatment 2016, Section(s): 3.3.9 Maintenance …`; a guideline cited without sections ends with its year. */
function bySection({ guideline, topic }: Source): SnippetPart[] | undefined {
  const title = `${guideline.citedTitle ?? guideline.title} ${guideline.year ?? ''}`.trimEnd();
  if (isWithoutLocator(title)) return [title];
  const section: SnippetPart = topic ? sectionTitle(topic) : { place: 'section' };
  return [`${title}, Section(s): `, section];
}

/** `3.3.9 Maintenance …`; the number of a chapter (`5`) is not printed. */
function sectionTitle({ number, title }: Topic): string {
  return number?.includes('.') ? `${number} ${title}` : title;
}

/** The acupuncture guideline is one piece and is cited without page or section. */
function isWithoutLocator(title: string): boolean {
  return /acupuncture/i.test(title);
}

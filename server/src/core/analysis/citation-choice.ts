import type { ChapterEntry, DrugEntry, GuidelineEntry, IsoDate, TreatmentEntry } from '../library/entries';
import type { Edition, ItemSubject, Library, Topic } from '../library/types';

/** A place in a guideline that speaks of an item. */
export interface CitationChoice {
  readonly guideline: GuidelineEntry;
  /** The year to cite: that of the title, or for a text that the MTUS took over the effective year (8 CCR 9792.21.1). */
  readonly year?: number;
  readonly chapter?: ChapterEntry;
  readonly topic?: Topic;
}

/**
 * What a reviewer may cite for an item, best first: the MTUS before other sources, and in each what the library names for the
 * item's drugs and treatments, topics before whole guidelines, then the guidelines about its body parts. All are in force on the
 * day, where one is given. Empty where the library knows nothing.
 */
export function citationChoices(library: Library, subject: ItemSubject, date?: IsoDate): readonly CitationChoice[] {
  const entries = [...subject.drugs, ...subject.treatments];
  const named = entries
    .flatMap((entry) => choicesFor(library, entry, subject))
    .flatMap((choice) => editionInForce(library, choice, date) ?? [])
    .filter(isCitable);
  const choices = [...named, ...wholesAbout(library, subject, date, named)];
  const keys = choices.map(({ guideline, chapter, topic }) => [guideline.id, chapter?.id, topic?.title].join());
  return choices.filter((_, i) => keys.indexOf(keys[i] ?? '') === i).toSorted((a, b) => rank(a) - rank(b));
}

export function isOutside({ guideline }: CitationChoice): boolean {
  return guideline.kind === 'non-mtus';
}

function rank(choice: CitationChoice): number {
  return (isOutside(choice) ? 2 : 0) + (choice.topic || choice.guideline.citedAsWhole ? 0 : 1);
}

/** What the library names for a drug or treatment; one that fixes no part of the body leaves out places about other parts. */
function choicesFor(library: Library, entry: DrugEntry | TreatmentEntry, subject: ItemSubject): CitationChoice[] {
  const choices = library.guidanceFor(entry).flatMap((id) => choiceOf(library, id, subject) ?? []);
  if ('bodyParts' in entry) return choices;
  const isAbout = (choice: CitationChoice, fits: typeof isPart): boolean => {
    const about = library.bodyPartsOf(choice.chapter?.id ?? choice.guideline.id);
    return about.length === 0 || about.some((part) => subject.bodyParts.some((own) => fits(part, own)));
  };
  if (subject.bodyParts.length === 0) return choices;
  const exact = choices.filter((choice) => isAbout(choice, isPart));
  return [...exact, ...choices.filter((choice) => !exact.includes(choice) && isAbout(choice, isRelated))];
}

type Part = ItemSubject['bodyParts'][number];

function isPart(a: Part, b: Part): boolean {
  return a.id === b.id;
}

/** One lies in the other: the knee in the lower extremity. */
function isRelated(a: Part, b: Part): boolean {
  return a.parent === b.id || b.parent === a.id;
}

function choiceOf(library: Library, id: string, subject: ItemSubject): CitationChoice | undefined {
  const topic = library.topic(id);
  const chapter = library.chapter(topic?.chapter ?? id);
  const guideline = library.guideline(topic?.guideline ?? chapter?.guideline ?? id);
  if (!guideline) return undefined;
  const own = guideline.citedTitle || isOutside({ guideline }) ? guideline : partFor(library, guideline, subject);
  return own && { guideline: own, year: own.year, ...(chapter && { chapter }), ...(topic && { topic }) };
}

/** The chapter of ACOEM for the item's body part: the headings that its chapters share stand with the whole. */
function partFor(library: Library, whole: GuidelineEntry, subject: ItemSubject): GuidelineEntry | undefined {
  return library.guidelines.find(
    (part) => part.parent === whole.id && part.citedTitle && isAboutPartOf(subject, part.bodyParts),
  );
}

function isAboutPartOf(subject: ItemSubject, parts: readonly string[] | undefined): boolean {
  return subject.bodyParts.some(({ id }) => parts?.includes(id));
}

/** Guidelines and chapters about the item's body parts of which no place is among those `named`. */
function wholesAbout(
  library: Library,
  subject: ItemSubject,
  date: IsoDate | undefined,
  named: readonly CitationChoice[],
): CitationChoice[] {
  const ids = [...library.guidelines, ...library.chapters]
    .filter(({ bodyParts }) => isAboutPartOf(subject, bodyParts))
    .map(({ id }) => id)
    .filter((id) => !named.some(({ guideline, chapter }) => id === guideline.id || id === chapter?.id));
  return ids
    .flatMap((id) => choiceOf(library, id, subject) ?? [])
    .flatMap((choice) => (isInForce(choice.guideline, date) ? withYear(library, choice, date) : []))
    .filter(isCitable);
}

/** The MTUS is cited by its parts and their year, `Low Back Complaints 2004`; other sources with the chapter or part. */
function isCitable({ guideline, year, chapter, topic }: CitationChoice): boolean {
  if (isOutside({ guideline })) return (topic ?? chapter ?? guideline.parent) !== undefined;
  return guideline.citedTitle !== undefined && year !== undefined;
}

/** The choice as of the day: the topic's successor where its edition has been replaced, or the text that the MTUS took over since. */
function editionInForce(library: Library, choice: CitationChoice, date?: IsoDate): CitationChoice | undefined {
  if (isInForce(choice.guideline, date)) return withYear(library, choice, date);
  const topic = choice.topic?.successor ? library.topic(choice.topic.successor) : undefined;
  const guideline = topic && library.guideline(topic.guideline);
  if (guideline && isInForce(guideline, date)) return { guideline, year: guideline.year, topic };
  const family = guideline?.family ?? choice.guideline.family;
  const now = family && date ? library.editionInForce(family, date) : undefined;
  return now?.version ? { guideline: now.guideline, year: effectiveYear(now) } : undefined;
}

/** Gives a text that the MTUS took over the year of its order; none where no edition is known to be in force on the day. */
function withYear(library: Library, choice: CitationChoice, date?: IsoDate): CitationChoice {
  const { guideline } = choice;
  if (!guideline.versions || !guideline.family || !date) return choice;
  const edition = library.editionInForce(guideline.family, date);
  return { ...choice, year: edition && effectiveYear(edition) };
}

function effectiveYear({ from }: Edition): number | undefined {
  return from === null ? undefined : Number(from.slice(0, 4));
}

function isInForce({ effectiveFrom, effectiveTo }: GuidelineEntry, date?: IsoDate): boolean {
  return !date || ((effectiveFrom ?? '') <= date && date <= (effectiveTo ?? '9'));
}

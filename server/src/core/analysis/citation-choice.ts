import type { ChapterEntry, GuidelineEntry, IsoDate } from '../library/entries';
import type { ItemSubject, Library, Topic } from '../library/types';

/** A place in a guideline that speaks of an item. */
export interface CitationChoice {
  readonly guideline: GuidelineEntry;
  readonly chapter?: ChapterEntry;
  readonly topic?: Topic;
}

/**
 * What a reviewer may cite for an item, best first: what the library names for its drugs and treatments, in force on the day of
 * the request, about its body parts; the MTUS before other sources. Empty where the library knows nothing.
 */
export function citationChoices(library: Library, subject: ItemSubject, date?: IsoDate): readonly CitationChoice[] {
  const ids = [...subject.drugs, ...subject.treatments].flatMap((entry) => library.guidanceFor(entry));
  const choices = [...new Set(ids)]
    .flatMap((id) => choiceOf(library, id, subject) ?? [])
    .flatMap((choice) => editionInForce(library, choice, date) ?? [])
    .filter((choice) => suitsParts(library, choice, subject));
  const keys = choices.map((choice) => `${choice.guideline.id} ${choice.topic?.title ?? choice.chapter?.id ?? ''}`);
  const distinct = choices.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
  return distinct.toSorted((a, b) => Number(isOutside(a)) - Number(isOutside(b)));
}

function isOutside({ guideline }: CitationChoice): boolean {
  return guideline.kind === 'non-mtus';
}

function choiceOf(library: Library, id: string, subject: ItemSubject): CitationChoice | undefined {
  const topic = library.topic(id);
  const chapter = library.chapter(topic?.chapter ?? id);
  const guideline = library.guideline(topic?.guideline ?? chapter?.guideline ?? id);
  if (!guideline) return undefined;
  const own = guideline.citedTitle || isOutside({ guideline }) ? guideline : partFor(library, guideline, subject);
  return own && { guideline: own, ...(chapter && { chapter }), ...(topic && { topic }) };
}

/** The chapter of ACOEM for the item's body part: the headings that its chapters share stand with the whole. */
function partFor(library: Library, whole: GuidelineEntry, subject: ItemSubject): GuidelineEntry | undefined {
  const parts = new Set(subject.bodyParts.map(({ id }) => id));
  return library.guidelines.find(
    (g) => g.parent === whole.id && g.citedTitle && g.bodyParts?.some((id) => parts.has(id)),
  );
}

/** The choice as of the day: the topic's successor where its edition has been replaced. */
function editionInForce(library: Library, choice: CitationChoice, date?: IsoDate): CitationChoice | undefined {
  if (!date || isInForce(choice.guideline, date)) return choice;
  const topic = choice.topic?.successor ? library.topic(choice.topic.successor) : undefined;
  const guideline = topic && library.guideline(topic.guideline);
  return guideline && isInForce(guideline, date) ? { guideline, topic } : undefined;
}

function isInForce({ effectiveFrom, effectiveTo }: GuidelineEntry, date: IsoDate): boolean {
  return (effectiveFrom ?? '') <= date && date <= (effectiveTo ?? '9');
}

/** A place about other body parts than the item's is none for it. */
function suitsParts(library: Library, { guideline, chapter }: CitationChoice, subject: ItemSubject): boolean {
  const about = library.bodyPartsOf(chapter?.id ?? guideline.id);
  if (about.length === 0 || subject.bodyParts.length === 0) return true;
  return about.some((part) =>
    subject.bodyParts.some((own) => own.id === part.id || own.parent === part.id || part.parent === own.id),
  );
}

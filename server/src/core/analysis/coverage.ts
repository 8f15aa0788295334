import type { ResolvedCitation } from '../library/citation';
import type {
  BodyPartEntry,
  ChapterEntry,
  DrugClassEntry,
  DrugEntry,
  GuidelineEntry,
  TreatmentEntry,
} from '../library/entries';
import type { ItemSubject, Library, Topic } from '../library/types';

/** Whether what is cited speaks of an item. */
export interface Coverage {
  /** `unclear`: the library cannot tell. */
  readonly verdict: 'covers' | 'differs' | 'unclear';
  /** Why, as the rest of a sentence: `the library names "Opioids" for tramadol`. */
  readonly why: string;
}

/** What the item is, as far as the library knows. */
interface Asked {
  readonly library: Library;
  readonly subject: ItemSubject;
  /** Topic, chapter and guideline ids that the packs name for the item's drugs and treatments, each with whose they are. */
  readonly named: ReadonlyMap<string, string>;
}

/**
 * Holds a citation against an item, from the most particular to the most general: topic, class of drug, chapter, body part. What the
 * packs name for the item is what covers it; nothing is said to differ but by class of drug or by body part.
 */
export function coverageOf(library: Library, subject: ItemSubject, cited: ResolvedCitation): Coverage {
  const { guideline, topics, chapters } = cited;
  if (!guideline) return { verdict: 'unclear', why: 'the library cannot place the citation' };
  if (subject.drugs.length + subject.treatments.length + subject.bodyParts.length === 0) {
    return { verdict: 'unclear', why: 'the library knows no drug, treatment or body part in the item' };
  }
  const asked = { library, subject, named: namedFor(library, subject) };
  const cites = topics.map(({ topic }) => topic);
  return (
    byTopic(asked, cites) ??
    byDrugClass(asked, cites) ??
    byChapter(asked, chapters, guideline) ??
    byBodyPart(asked, chapters, guideline) ??
    byOtherTopics(asked, guideline) ?? { verdict: 'unclear', why: 'the library names no topic for the item' }
  );
}

function namedFor(library: Library, { drugs, treatments }: ItemSubject): Map<string, string> {
  const named = new Map<string, string>();
  for (const entry of [...drugs, ...treatments]) {
    for (const id of library.guidanceFor(entry)) if (!named.has(id)) named.set(id, nameOf(entry));
  }
  return named;
}

function nameOf(entry: DrugEntry | TreatmentEntry): string {
  return 'generic' in entry ? entry.generic : entry.name;
}

function byTopic({ library, named }: Asked, topics: readonly Topic[]): Coverage | undefined {
  for (const topic of topics) {
    const id = [topic.id, ...sharedHeadings(library, topic)].find((each) => named.has(each));
    if (id) return { verdict: 'covers', why: `the library names "${topic.title}" for ${named.get(id)}` };
  }
  return undefined;
}

/** The same heading in the whole and in its chapters: `Special Studies` of ACOEM and of its chapter on the low back. */
function sharedHeadings(library: Library, topic: Topic): string[] {
  const guideline = library.guideline(topic.guideline);
  const related = library.guidelines.filter(({ id, parent }) => id === guideline?.parent || parent === topic.guideline);
  return related.flatMap(({ id }) => library.findTopics(id, topic.title).map((each) => each.id));
}

function byDrugClass({ library, subject }: Asked, topics: readonly Topic[]): Coverage | undefined {
  const own = new Set(subject.drugs.flatMap((drug) => library.classesOf(drug).map(({ id }) => id)));
  const classes = topics.flatMap(({ drugClass }) => library.drugClass(drugClass ?? '') ?? []);
  const [drug] = subject.drugs;
  if (!drug || classes.length === 0) return undefined;
  const shared = classes.find(({ id }) => own.has(id));
  if (shared) return { verdict: 'covers', why: `its class is that of ${drug.generic}: ${shared.name}` };
  const [ownClass] = library.classesOf(drug);
  if (!ownClass || classes.length < topics.length || classes.some((each) => isAkin(library, drug, each)))
    return undefined;
  return {
    verdict: 'differs',
    why: `it is about ${classes.map(({ name }) => name).join(', ')}, and ${drug.generic} belongs to ${ownClass.name}`,
  };
}

/** Classes of one kind of rationale are alike (H2 blockers, proton pump inhibitors); what is compounded is so in any class. */
function isAkin(library: Library, drug: DrugEntry, { id, rationaleClass }: DrugClassEntry): boolean {
  const own = drug.rationaleClass ?? library.classesOf(drug).find((each) => each.rationaleClass)?.rationaleClass;
  const isCompound = drug.formulary?.status === 'compounded' && /compound/.test(id);
  return isCompound || (own !== undefined && own === rationaleClass);
}

function byChapter(
  { named }: Asked,
  chapters: readonly ChapterEntry[],
  guideline: GuidelineEntry,
): Coverage | undefined {
  const place = [...chapters, guideline].find(({ id }) => named.has(id));
  return place && { verdict: 'covers', why: `the library names "${place.title}" for ${named.get(place.id)}` };
}

function byBodyPart(
  { library, subject, named }: Asked,
  chapters: readonly ChapterEntry[],
  guideline: GuidelineEntry,
): Coverage | undefined {
  const place = chapters.find(({ bodyParts }) => bodyParts?.length) ?? guideline;
  const about = library.bodyPartsOf(place.id);
  if (about.length === 0 || subject.bodyParts.length === 0) return undefined;
  const shared = subject.bodyParts.find((own) => about.some((part) => isRelated(own, part)));
  const parts = (list: readonly BodyPartEntry[]): string => list.map(({ name }) => name).join(', ');
  if (shared) return { verdict: 'covers', why: `it is about ${parts(about)}` };
  // Tests of the arms' nerves are found in the chapter on the neck: what is named for the item there is no other part.
  if ([...named.keys()].some((id) => [id, library.topic(id)?.guideline, library.topic(id)?.chapter].includes(place.id)))
    return undefined;
  return { verdict: 'differs', why: `it is about ${parts(about)}, and the item about ${parts(subject.bodyParts)}` };
}

function isRelated(a: BodyPartEntry, b: BodyPartEntry): boolean {
  return a.id === b.id || a.parent === b.id || b.parent === a.id;
}

function byOtherTopics({ library, named }: Asked, guideline: GuidelineEntry): Coverage | undefined {
  const others = [...named.keys()].flatMap((id) => library.topic(id) ?? []).filter((t) => t.guideline === guideline.id);
  if (others.length === 0) return undefined;
  const titles = others.slice(0, 3).map(({ title }) => `"${title}"`);
  return {
    verdict: 'unclear',
    why: `for ${named.get(others[0]?.id ?? '')} the library names other topics of it: ${titles.join(', ')}`,
  };
}

import type {
  AbbreviationEntry,
  BodyPartEntry,
  ChapterEntry,
  CitationForm,
  ConditionEntry,
  Confidence,
  ConstructionEntry,
  DoubleEntry,
  DrugClassEntry,
  DrugEntry,
  ElementEntry,
  GuidelineEntry,
  Pack,
  PhraseEntry,
  Provenance,
  RationaleClassEntry,
  SharedName,
  TemplateEntry,
  TimelineEvent,
  TopicEntry,
  TreatmentEntry,
} from './entries';
import type { CheckedPack, Topic } from './types';

/** All entries of all packs, each id once. */
export interface Entries {
  readonly guidelines: Map<string, GuidelineEntry>;
  readonly chapters: Map<string, ChapterEntry>;
  readonly topics: Map<string, Topic>;
  readonly drugs: Map<string, DrugEntry>;
  readonly treatments: Map<string, TreatmentEntry>;
  readonly drugClasses: Map<string, DrugClassEntry>;
  readonly bodyParts: Map<string, BodyPartEntry>;
  readonly abbreviations: Map<string, AbbreviationEntry>;
  readonly classes: Map<string, RationaleClassEntry>;
  readonly commonElements: Map<string, ElementEntry>;
  readonly conditions: Map<string, ConditionEntry>;
  readonly templates: Map<string, TemplateEntry>;
  readonly phrases: Map<string, PhraseEntry>;
  readonly constructions: Map<string, ConstructionEntry>;
  /** Words in lower case, by the name of their list. */
  readonly wordLists: Map<string, Set<string>>;
  /** The day of each pack that has one. */
  readonly checked: CheckedPack[];
  readonly timeline: TimelineEvent[];
  readonly citationForms: CitationForm[];
  readonly sharedNames: SharedName[];
  readonly sources: Map<string, string>;
  /** In lower case. */
  readonly words: Set<string>;
  readonly spellings: Set<string>;
  readonly prefixes: Set<string>;
  /** By word, in lower case. */
  readonly doubles: Map<string, DoubleEntry>;
  readonly stops: Set<string>;
  /** By base. */
  readonly irregularVerbs: Map<string, readonly [base: string, past: string, participle: string]>;
}

/** Merges packs in order: an entry whose id is already there keeps the fields that the later pack does not give. */
export function mergePacks(packs: readonly Pack[]): Entries {
  const entries = emptyEntries();
  for (const pack of packs) mergePack(entries, pack);
  return entries;
}

function emptyEntries(): Entries {
  return {
    guidelines: new Map(),
    chapters: new Map(),
    topics: new Map(),
    drugs: new Map(),
    treatments: new Map(),
    drugClasses: new Map(),
    bodyParts: new Map(),
    abbreviations: new Map(),
    classes: new Map(),
    commonElements: new Map(),
    conditions: new Map(),
    templates: new Map(),
    phrases: new Map(),
    constructions: new Map(),
    wordLists: new Map(),
    checked: [],
    timeline: [],
    citationForms: [],
    sharedNames: [],
    sources: new Map(),
    words: new Set(),
    spellings: new Set(),
    prefixes: new Set(),
    doubles: new Map(),
    stops: new Set(),
    irregularVerbs: new Map(),
  };
}

function mergePack(entries: Entries, pack: Pack): void {
  const { confidence, checkedOn, kind } = pack;
  if (checkedOn) entries.checked.push({ kind, on: checkedOn });
  const withDefaults = <T extends Provenance>(list: readonly T[] = []): readonly T[] =>
    list.map((entry) => ({
      ...entry,
      ...(checkedOn && { checkedOn }),
      ...(confidence && { confidence: withConfidence(entry, confidence) }),
    }));
  for (const guideline of withDefaults(pack.guidelines)) {
    put(entries.guidelines, guideline);
    putTopics(entries, guideline.topics, guideline.id);
  }
  for (const chapter of withDefaults(pack.chapters)) {
    put(entries.chapters, chapter);
    putTopics(entries, chapter.topics, chapter.guideline, chapter.id);
  }
  for (const group of pack.topicGroups ?? []) putTopics(entries, withDefaults(group.topics), group.guideline);
  for (const drug of withDefaults(pack.drugs)) put(entries.drugs, drug);
  for (const treatment of withDefaults(pack.treatments)) put(entries.treatments, treatment);
  for (const drugClass of withDefaults(pack.drugClasses)) put(entries.drugClasses, drugClass);
  for (const bodyPart of withDefaults(pack.bodyParts)) put(entries.bodyParts, bodyPart);
  for (const abbreviation of withDefaults(pack.abbreviations)) put(entries.abbreviations, abbreviation);
  for (const rationaleClass of withDefaults(pack.classes)) put(entries.classes, rationaleClass);
  for (const element of pack.commonElements ?? []) put(entries.commonElements, element);
  for (const condition of pack.conditions ?? []) put(entries.conditions, condition);
  for (const template of pack.templates ?? []) putTemplate(entries.templates, template);
  for (const phrase of pack.phrases ?? []) put(entries.phrases, phrase);
  for (const construction of pack.constructions ?? []) put(entries.constructions, construction);
  for (const [name, words] of Object.entries(pack.wordLists ?? {})) putWords(entries.wordLists, name, words);
  entries.timeline.push(...(pack.timeline ?? []));
  entries.citationForms.push(...(pack.citationForms ?? []));
  entries.sharedNames.push(...(pack.sharedNames ?? []));
  for (const words of pack.spellings ?? []) for (const word of words.split(' ')) entries.spellings.add(word);
  for (const prefix of pack.prefixes ?? []) entries.prefixes.add(prefix);
  for (const word of pack.words ?? []) entries.words.add(word.toLowerCase());
  for (const word of pack.stops ?? []) entries.stops.add(word.toLowerCase());
  for (const verb of pack.irregularVerbs ?? []) entries.irregularVerbs.set(verb[0], verb);
  for (const entry of pack.doubles ?? [])
    for (const word of entry.words) entries.doubles.set(word.toLowerCase(), entry);
  for (const [key, text] of Object.entries(pack.sources ?? {})) entries.sources.set(key, text);
}

function put<T extends { readonly id: string }>(map: Map<string, T>, entry: T): void {
  const known = map.get(entry.id);
  map.set(entry.id, known ? { ...known, ...entry } : entry);
}

function putWords(lists: Map<string, Set<string>>, name: string, words: readonly string[]): void {
  const list = lists.get(name) ?? new Set();
  for (const word of words) list.add(word.toLowerCase());
  lists.set(name, list);
}

/** A template writes in one way: what a later pack gives replaces what an earlier one wrote in another. */
function putTemplate(map: Map<string, TemplateEntry>, entry: TemplateEntry): void {
  const { text, choice, options, upheld, overturned, ...known } = map.get(entry.id) ?? entry;
  const before = { text, choice, options, upheld, overturned };
  const byOutcome = entry.upheld !== undefined || entry.overturned !== undefined;
  const isWritten = byOutcome || entry.text !== undefined || entry.choice !== undefined;
  map.set(entry.id, { ...known, ...(isWritten ? byOutcome && { upheld, overturned } : before), ...entry });
}

function putTopics(
  entries: Entries,
  topics: readonly TopicEntry[] | undefined,
  guideline: string,
  chapter?: string,
): void {
  for (const topic of topics ?? [])
    put(entries.topics, chapter ? { ...topic, guideline, chapter } : { ...topic, guideline });
}

function withConfidence(
  { confidence }: Provenance,
  fields: Readonly<Record<string, Confidence>>,
): Readonly<Record<string, Confidence>> {
  const own = typeof confidence === 'string' ? { rest: confidence } : confidence;
  return { ...fields, ...own };
}

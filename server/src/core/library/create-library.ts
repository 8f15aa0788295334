import { once } from '../text/once';
import { createDrugSpeller, drugMeant, drugsMeant } from './drug-speller';
import type { Pack, PackKind, PhraseUse } from './entries';
import { indexGuidelines } from './guideline-index';
import { type LoadedLexicon, loadLexicon } from './lexicon/load-lexicon';
import type { PackedTables } from './lexicon/tables';
import { type Tokens, tokenize } from './lexicon/tokens';
import type { Entries } from './merge-packs';
import { mergePacks } from './merge-packs';
import { indexNames } from './name-index';
import { matchNames } from './name-matcher';
import { buildNameTables, loadNameTables, type PackedNames, unpackNames } from './name-tables';
import { namedEntries } from './names';
import { indexPhrases, matchPhrases } from './phrase-matcher';
import { referenceProblems } from './references';
import { classesOf, subjectOf } from './subject';
import { indexTopics } from './topic-index';
import type { HousePack, Library, LibraryResult } from './types';
import type { PackSchemas } from './validate-pack';
import { soundPart } from './validate-pack';

/**
 * Builds the library: the shipped packs first, then a team's own, each merged over what is there by id.
 * A broken entry of a team's pack is left out and reported with its pack and JSON pointer; the rest loads. Never throws.
 * `tables`: names and lexicon of the shipped packs, compiled; without them, or where a team's pack changes them, that is done on first use.
 */
export function createLibrary(
  shipped: readonly Pack[],
  house: readonly HousePack[] = [],
  schemas: PackSchemas = {},
  tables?: BuiltTables,
): LibraryResult {
  const checked = house.map(({ path, content }) => soundPart(path, content, schemas));
  const loaded = loadLexicon(shipped, house, tables?.lexicon);
  const own = checked.flatMap(({ pack }) => pack ?? []);
  const names = own.some(({ kind }) => kindsWithNames.has(kind)) ? undefined : tables?.names;
  const library = buildLibrary([...shipped, ...own], loaded, names);
  const references = checked.flatMap(({ pack, path }) => (pack ? referenceProblems(path, pack, library) : []));
  return { library, problems: [...checked.flatMap(({ problems }) => problems), ...references, ...loaded.problems] };
}

const kindsWithNames: ReadonlySet<PackKind> = new Set<PackKind>(['drugs', 'treatments', 'guidelines', 'vocabulary']);

/** What the build makes of the packs that ship. */
export interface BuiltTables {
  readonly lexicon: PackedTables;
  readonly names: PackedNames;
}

function buildLibrary(packs: readonly Pack[], { lexicon }: LoadedLexicon, packed: PackedNames | undefined): Library {
  const entries = mergePacks(packs);
  const names = once(() => {
    const named = namedEntries(entries);
    return loadNameTables(packed ? unpackNames(packed) : buildNameTables(named), named);
  });
  const phrases = [...entries.phrases.values()];
  const speller = once(() => createDrugSpeller(entries));
  const phraseIndex = once(() => indexPhrases(phrases));
  return {
    ...lists(entries),
    ...lookUps(entries),
    ...indexGuidelines(entries),
    ...indexTopics(entries),
    ...indexNames(entries),
    drugMeant: (word) => drugMeant(speller(), word),
    drugsMeant: (tokens) => drugsMeant(speller(), tokens),
    classesOf: (drug) => classesOf(entries, drug),
    subjectOf: (text) => subjectOf(entries, text, matchNames(names(), tokenize(text))),
    templates: [...entries.templates.values()],
    template: (id) => entries.templates.get(id),
    phrases: (use: PhraseUse) => phrases.filter((phrase) => phrase.use === use),
    sourceText: (source) => entries.sources.get(source) ?? source,
    lexicon,
    matchNames: (text) => matchNames(names(), tokensOf(text)),
    matchPhrases: (text) => matchPhrases(phraseIndex(), tokensOf(text)),
  };
}

function tokensOf(text: string | Tokens): Tokens {
  return typeof text === 'string' ? tokenize(text) : text;
}

function lists(entries: Entries) {
  return {
    guidelines: [...entries.guidelines.values()],
    chapters: [...entries.chapters.values()],
    topics: [...entries.topics.values()],
    checked: entries.checked,
    timeline: entries.timeline,
    drugs: [...entries.drugs.values()],
    treatments: [...entries.treatments.values()],
    drugClasses: [...entries.drugClasses.values()],
    bodyParts: [...entries.bodyParts.values()],
    abbreviations: [...entries.abbreviations.values()],
    classes: [...entries.classes.values()],
    constructions: [...entries.constructions.values()],
    commonElements: [...entries.commonElements.values()],
    sharedNames: entries.sharedNames,
    stops: entries.stops,
    irregularVerbs: [...entries.irregularVerbs.values()],
    citationForms: entries.citationForms,
  };
}

const noWords: ReadonlySet<string> = new Set();

function lookUps(entries: Entries) {
  return {
    guideline: (id: string) => entries.guidelines.get(id),
    chapter: (id: string) => entries.chapters.get(id),
    topic: (id: string) => entries.topics.get(id),
    drug: (id: string) => entries.drugs.get(id),
    treatment: (id: string) => entries.treatments.get(id),
    drugClass: (id: string) => entries.drugClasses.get(id),
    bodyPart: (id: string) => entries.bodyParts.get(id),
    rationaleClass: (id: string) => entries.classes.get(id),
    condition: (id: string) => entries.conditions.get(id),
    wordList: (name: string) => entries.wordLists.get(name) ?? noWords,
    spellings: entries.spellings,
    prefixes: entries.prefixes,
    double: (words: string) => entries.doubles.get(words.toLowerCase()),
  };
}

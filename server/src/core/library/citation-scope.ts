import { nearest } from '../text/edit-distance';
import type { ChapterEntry, GuidelineEntry } from './entries';
import { tokenize } from './lexicon/tokens';
import { matchNames } from './name-matcher';
import { createNameTree, type NameTree } from './name-tree';
import { spellings } from './names';
import { titleKey } from './tokens';
import type { Library, NameKind, NameMatch, Topic } from './types';

/** Names that count inside a citation, by the library they come from; built on first use. */
interface CitationNames {
  readonly guidelines: NameTree;
  readonly scopes: Map<string, Scope>;
}

/** What a citation of one guideline or chapter may name: chapters, topics, and guidelines that are parts of it. */
export interface Scope {
  readonly tree: NameTree;
  /** Keys of topic titles and aliases, for words that are misspelled. */
  readonly titles: ReadonlyMap<string, string>;
  /** The library lists the topics, so that a title it does not know is worth a word. */
  readonly isListed: boolean;
}

const known = new WeakMap<Library, CitationNames>();

/** Guidelines named in a citation, by any name that counts there. */
export function guidelinesIn(library: Library, text: string): readonly NameMatch[] {
  return matchNames(namesOf(library).guidelines, tokenize(text));
}

export function scopeOf(library: Library, place: GuidelineEntry | ChapterEntry): Scope {
  const { scopes } = namesOf(library);
  const scope = scopes.get(place.id) ?? buildScope(library, place);
  scopes.set(place.id, scope);
  return scope;
}

/** The topic whose title or alias a misspelled text is nearest to: at most two letters off, and only one such. */
export function nearestTopic(library: Library, scope: Scope, text: string): Topic | undefined {
  const key = titleKey(text);
  if (key.length < 6) return undefined;
  const title = nearest(key, scope.titles.keys(), 2);
  return title === undefined ? undefined : library.topic(scope.titles.get(title) ?? '');
}

function namesOf(library: Library): CitationNames {
  const names = known.get(library) ?? { guidelines: guidelineTree(library), scopes: new Map() };
  known.set(library, names);
  return names;
}

function guidelineTree(library: Library): NameTree {
  const tree = createNameTree();
  for (const guideline of library.guidelines) {
    for (const name of guidelineNames(guideline)) add(tree, name, 'guideline', guideline.id);
  }
  return tree;
}

function guidelineNames(guideline: GuidelineEntry): readonly string[] {
  const { title, citedTitle, year, names = [], exactNames = [], weakNames = [], citationNames = [] } = guideline;
  const cited = citedTitle ? [citedTitle, `${citedTitle} ${year ?? ''}`] : [];
  return [title, ...cited, ...names, ...exactNames, ...weakNames, ...citationNames];
}

function buildScope(library: Library, place: GuidelineEntry | ChapterEntry): Scope {
  const tree = createNameTree();
  const titles = new Map<string, string>();
  const own = library.topicsOf(place.id);
  const topics = [...own, ...sharedTopics(library, place)];
  const addTopic = (topic: Topic, names: readonly string[]): void => {
    for (const name of names) {
      add(tree, name, 'topic', topic.id);
      if (!titles.has(titleKey(name))) titles.set(titleKey(name), topic.id);
    }
  };
  // Titles before aliases: of several topics that bear a name, the first added is the one meant.
  for (const topic of topics) addTopic(topic, titleForms(topic.title));
  for (const topic of topics) addTopic(topic, topic.aliases ?? []);
  for (const { id, number, title } of topics) {
    for (const name of number ? numberForms(number, title) : []) add(tree, name, 'topic', id);
  }
  const chapters = library.chapters.filter((chapter) => chapter.guideline === place.id);
  for (const chapter of chapters) for (const name of chapterNames(chapter)) add(tree, name, 'body-part', chapter.id);
  for (const part of library.guidelines) {
    if (part.parent === place.id) for (const name of guidelineNames(part)) add(tree, name, 'guideline', part.id);
  }
  const isClosed = 'guideline' in place || place.kind !== 'non-mtus' || chapters.length > 0;
  return { tree, titles, isListed: isClosed && own.length > 0 };
}

/** Headings that the chapters of ACOEM share stand with the whole; ODG's topics stand with its chapters. */
function sharedTopics(library: Library, place: GuidelineEntry | ChapterEntry): readonly Topic[] {
  if ('guideline' in place || !place.parent) return [];
  return library.topicsOf(place.parent).filter((topic) => topic.chapter === undefined);
}

function chapterNames({ title, names = [] }: ChapterEntry): readonly string[] {
  return [title, bare(title), ...names].flatMap((name) => [name, `${name} chapter`, `${name} section`]);
}

/** The title, the same without its brackets, and what stands in them where that is a name: `(Flexeril)`, not `(for pain)`. */
function titleForms(title: string): readonly string[] {
  const inner = [...title.matchAll(/\(([^()]*)\)/g)].map(([, text = '']) => text);
  const names = inner.filter((text) => /^[A-Z]/.test(text) || /^(?!for |of |not |to )\S+ \S/.test(text));
  return [title, bare(title), bare(title).replace(/'s\b/g, ''), ...names];
}

function numberForms(number: string, title: string): readonly string[] {
  return [number, `${number} ${title}`, `${number}. ${title}`];
}

/** `Cyclobenzaprine (Flexeril)` without its brackets. */
function bare(title: string): string {
  return title.replace(/ ?\([^()]*\)/g, '').trim();
}

function add(tree: NameTree, name: string, kind: NameKind, id: string): void {
  for (const form of spellings(name))
    if (form !== '') tree.add({ name: form, ref: { kind, id }, exact: false, sure: true });
}

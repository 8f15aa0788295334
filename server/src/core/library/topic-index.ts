import { addTo } from '../text/groups';
import { once } from '../text/once';
import { isShown } from './confidence';
import type { DrugEntry, PageRange, Reference, TreatmentEntry } from './entries';
import type { Entries } from './merge-packs';
import { titleKey } from './tokens';
import type { Topic } from './types';

/** Look-ups of topics, and of what they cover; see Library for what each promises. */
export interface TopicIndex {
  findTopics(guidelineOrChapter: string, title: string): readonly Topic[];
  topicsOf(guidelineOrChapter: string): readonly Topic[];
  topicsOnPage(guideline: string, page: number): readonly Topic[];
  guidanceFor(drugOrTreatment: DrugEntry | TreatmentEntry): readonly string[];
  coveredBy(topic: string): { readonly drugs: readonly string[]; readonly treatments: readonly string[] };
}

/** Each index is built when it is first asked. */
export function indexTopics(entries: Entries): TopicIndex {
  const byScope = once(() => groupTopics(entries));
  const coverage = once(() => coverageOf(entries));
  const titles = new Map<string, Map<string, Topic[]>>();
  const topicsOf = (scope: string): readonly Topic[] => byScope().get(scope) ?? [];
  return {
    topicsOf,
    guidanceFor: (entry) => guidanceOf(entries, entry),
    findTopics(scope, title) {
      const index = titles.get(scope) ?? titlesOfTopics(topicsOf(scope));
      titles.set(scope, index);
      return index.get(titleKey(title)) ?? [];
    },
    topicsOnPage: (guideline, page) =>
      topicsOf(guideline)
        .filter((topic) => holds(topic.pages, page) && isShown(topic, 'pages'))
        .sort((a, b) => Number(isSeenOn(b, page)) - Number(isSeenOn(a, page)) || width(a) - width(b)),
    coveredBy: (topic) => coverage().get(topic) ?? { drugs: [], treatments: [] },
  };
}

function groupTopics({ topics }: Entries): Map<string, Topic[]> {
  const byScope = new Map<string, Topic[]>();
  for (const topic of topics.values()) {
    for (const scope of topic.chapter ? [topic.guideline, topic.chapter] : [topic.guideline]) {
      addTo(byScope, scope, topic);
    }
  }
  return byScope;
}

/** Keys of topics: the title first, then the title without its brackets, then aliases and the section number. */
function titlesOfTopics(topics: readonly Topic[]): Map<string, Topic[]> {
  const index = new Map<string, Topic[]>();
  const add = (name: string, topic: Topic): void => {
    const key = titleKey(name);
    const list = index.get(key);
    if (!list) index.set(key, [topic]);
    else if (!list.includes(topic)) list.push(topic);
  };
  for (const topic of topics) {
    add(topic.title, topic);
    if (topic.number) add(`${topic.number} ${topic.title}`, topic);
  }
  for (const topic of topics) add(topic.title.replace(/\([^()]*\)/g, ''), topic);
  for (const topic of topics)
    for (const name of [...(topic.aliases ?? []), topic.number ?? '']) if (name) add(name, topic);
  return index;
}

function holds(pages: PageRange | undefined, page: number): boolean {
  return pages !== undefined && pages[0] <= page && page <= (pages[1] ?? pages[0]);
}

function isSeenOn({ pagesSeen = [] }: Topic, page: number): boolean {
  return pagesSeen.some((pages) => holds(pages, page));
}

function width({ pages }: Topic): number {
  return pages ? (pages[1] ?? pages[0]) - pages[0] : 0;
}

interface Coverage {
  readonly drugs: string[];
  readonly treatments: string[];
}

export function idOf(reference: Reference): string {
  return typeof reference === 'string' ? reference : reference.to;
}

/** What the entry names, each topic with its successor of the next edition behind it; then what its class names. */
function guidanceOf(entries: Entries, entry: DrugEntry | TreatmentEntry): readonly string[] {
  const ids = new Set<string>();
  const add = (reference: Reference): void => {
    const id = idOf(reference);
    ids.add(id);
    const successor = entries.topics.get(id)?.successor;
    if (successor) ids.add(successor);
  };
  for (const reference of entry.guidance ?? []) add(reference);
  if ('class' in entry) for (const reference of entries.drugClasses.get(entry.class)?.guidance ?? []) add(reference);
  return [...ids];
}

function coverageOf(entries: Entries): Map<string, Coverage> {
  const coverage = new Map<string, Coverage>();
  const add = (topic: string, list: keyof Coverage, id: string): void => {
    const covered = coverage.get(topic) ?? { drugs: [], treatments: [] };
    covered[list].push(id);
    coverage.set(topic, covered);
  };
  for (const drug of entries.drugs.values()) {
    for (const topic of guidanceOf(entries, drug)) add(topic, 'drugs', drug.id);
  }
  for (const treatment of entries.treatments.values()) {
    for (const topic of guidanceOf(entries, treatment)) add(topic, 'treatments', treatment.id);
  }
  return coverage;
}

import { describe, expect, it } from 'vitest';
import { all, packFiles } from './shipped-packs';

const guidelines = all('guidelines');
const chapters = all('chapters');
const groups = all('topicGroups');
const topicsOf = (id: string) => [
  ...guidelines.filter((g) => g.id === id).flatMap((g) => g.topics ?? []),
  ...groups.filter((g) => g.guideline === id).flatMap((g) => g.topics),
];
const elements = all('classes').flatMap((c) => c.elements);

describe('facts carried over', () => {
  it.each([
    ['drugs', all('drugs').length, 296],
    ['treatments', all('treatments').length, 127],
    ['guideline libraries', guidelines.length, 74],
    ['topics of the chronic pain guideline of 2009', topicsOf('chronic-pain-2009').length, 170],
    ['ODG chapters', chapters.length, 19],
    ['ODG topics', chapters.flatMap((c) => c.topics ?? []).length, 303],
    ['ACOEM chapters with a guideline of their own', guidelines.filter((g) => g.chapter !== undefined).length, 11],
    ['ACOEM chapters that are topics', topicsOf('acoem-2004-general-approaches').length, 4],
    ['rationale classes', all('classes').length, 30],
    ['rationale elements', elements.length, 135],
    ['common elements', all('commonElements').length, 10],
    ['events of the timeline', all('timeline').length, 31],
    ['forms of citation', all('citationForms').length, 4],
    ['MME entries', all('drugs').filter((d) => d.mme).length, 34],
    ['drugs hazardous to stop', all('drugs').filter((d) => d.weaningCaution).length, 45],
    ['drugs with a formulary status', all('drugs').filter((d) => d.formulary).length, 52],
    ['visit rules after operations', guidelines.flatMap((g) => g.visitRules ?? []).length, 11],
  ])('%s: %i, at least the %i that were gathered', (_, found, gathered) => {
    expect(found).toBeGreaterThanOrEqual(gathered);
  });

  it('keeps the section titles of 2016 that were seen in letters', () => {
    const seen = topicsOf('chronic-pain-2016').filter((topic) => topic.confidence === 'seen');
    expect(seen.length).toBeGreaterThanOrEqual(44);
    const numbered = topicsOf('opioids-2016').filter((topic) => /^\d/.test(topic.number ?? ''));
    expect(numbered.length).toBeGreaterThanOrEqual(21);
  });

  it('keeps every citation in which title and page were seen together', () => {
    const places = [...guidelines, ...guidelines.flatMap((g) => g.topics ?? []), ...groups.flatMap((g) => g.topics)];
    const seen = places.flatMap((place) => place.seenCitations ?? []);
    // 68 were gathered; one, of a proposed text, is a page note that is never shown.
    expect(seen.length).toBeGreaterThanOrEqual(67);
  });

  it('knows how sure each entry is', () => {
    const lists = ['guidelines', 'chapters', 'drugs', 'treatments', 'classes', 'bodyParts', 'drugClasses'] as const;
    const entries = [...lists, 'abbreviations' as const].flatMap((list) => [...all(list)]);
    const topics = [...guidelines, ...chapters].flatMap((place) => place.topics ?? []);
    const silent = [...entries, ...topics, ...groups.flatMap((g) => g.topics)].filter((entry) => !entry.confidence);
    expect(silent.map((entry) => entry.id)).toEqual([]);
  });

  it('quotes no letter: sources name letters by number only', () => {
    const texts = JSON.stringify(packFiles.map(({ pack }) => pack));
    expect(texts).not.toMatch(/quote/i);
  });
});

import { describe, expect, it } from 'vitest';
import { builtinLibrary as library } from '../../server/src/builtin/library';
import { referenceProblems } from '../../server/src/core/library/references';
import { titleKey } from '../../server/src/core/library/tokens';
import { packFiles } from './shipped-packs';

describe('ids', () => {
  it.each(packFiles.map(({ name, pack }) => [name, pack] as const))('%s names only ids that exist', (name, pack) => {
    expect(referenceProblems(name, pack, library)).toEqual([]);
  });

  it('are borne once', () => {
    const lists = packFiles.flatMap(({ pack }) => [
      ...(pack.guidelines ?? []),
      ...(pack.chapters ?? []),
      ...[...(pack.guidelines ?? []), ...(pack.chapters ?? []), ...(pack.topicGroups ?? [])].flatMap(
        (p) => p.topics ?? [],
      ),
      ...(pack.drugs ?? []),
    ]);
    expect(repeated(lists.map(({ id }) => id))).toEqual([]);
    const ids = (entries: readonly { readonly id: string }[]): string[] => entries.map(({ id }) => id);
    for (const list of [
      'treatments',
      'drugClasses',
      'bodyParts',
      'abbreviations',
      'phrases',
      'constructions',
      'templates',
    ] as const) {
      expect(repeated(packFiles.flatMap(({ pack }) => ids(pack[list] ?? []))), list).toEqual([]);
    }
    expect(repeated(packFiles.flatMap(({ pack }) => (pack.classes ?? []).flatMap((c) => ids(c.elements))))).toEqual([]);
  });
});

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
}

interface Bearer {
  readonly id: string;
  readonly names: readonly string[];
}

function bearers(): Bearer[] {
  const named = [...library.treatments, ...library.drugClasses, ...library.bodyParts].map((entry) => ({
    id: entry.id,
    names: [entry.name, ...(entry.names ?? []), ...(entry.exactNames ?? []), ...(entry.weakNames ?? [])],
  }));
  const drugs = library.drugs.map((drug) => ({
    id: drug.id,
    names: [
      drug.generic,
      ...(drug.brands ?? []),
      ...(drug.names ?? []),
      ...(drug.exactNames ?? []),
      ...(drug.weakNames ?? []),
    ],
  }));
  const guidelines = library.guidelines.map((g) => ({
    id: g.id,
    names: [g.title, ...(g.names ?? []), ...(g.exactNames ?? []), ...(g.weakNames ?? []), ...(g.citationNames ?? [])],
  }));
  const chapterNumber = /^chapter \d+$/i;
  return [...drugs, ...named, ...guidelines].map(({ id, names }) => ({
    id,
    names: names.filter((n) => !chapterNumber.test(n)),
  }));
}

describe('names', () => {
  it('are shared only on purpose, and every shared name is shared', () => {
    const byKey = new Map<string, Set<string>>();
    for (const { id, names } of bearers()) {
      for (const key of names.map(titleKey)) byKey.set(key, (byKey.get(key) ?? new Set()).add(id));
    }
    const actual = [...byKey]
      .filter(([, ids]) => ids.size > 1)
      .map(([key, ids]) => `${key}: ${[...ids].sort().join(', ')}`);
    const meant = library.sharedNames.flatMap(({ names, ids }) =>
      names.map((name) => `${titleKey(name)}: ${[...ids].sort().join(', ')}`),
    );
    expect(actual.sort()).toEqual(meant.sort());
  });

  it('are not empty and have no spaces around them', () => {
    const bad = bearers().flatMap(({ id, names }) =>
      names.filter((n) => n.trim() !== n || n === '').map((n) => `${id}: "${n}"`),
    );
    expect(bad).toEqual([]);
  });
});

describe('dates', () => {
  it('are days of the calendar', () => {
    const dates = [...JSON.stringify(packFiles.map(({ pack }) => pack)).matchAll(/"(\d{4}-\d{2}-\d{2})"/g)].map(
      ([, d]) => d,
    );
    expect(dates.length).toBeGreaterThan(100);
    expect(dates.filter((date) => new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) !== date)).toEqual([]);
  });

  it('run forward: a guideline ends after it begins, and editions of a family do not overlap', () => {
    for (const { id, effectiveFrom, effectiveTo } of library.guidelines) {
      if (effectiveFrom && effectiveTo) expect(effectiveFrom < effectiveTo, id).toBe(true);
    }
    for (const family of new Set(library.guidelines.flatMap((g) => g.family ?? []))) {
      const dated = library.editionsOf(family).filter(({ from }) => from !== null);
      dated.forEach(({ guideline, to }, i) => {
        const next = dated[i + 1];
        if (next) expect((to ?? '9') < (next.from ?? ''), `${guideline.id} and its successor`).toBe(true);
      });
    }
  });
});

describe('pages', () => {
  it('lie inside the guideline, and begin before they end', () => {
    const outside = library.topics.flatMap(({ id, guideline, pages, pagesSeen = [] }) => {
      const whole = library.guideline(guideline)?.pages;
      return [...(pages ? [pages] : []), ...pagesSeen]
        .filter(
          ([first, last]) =>
            first < 1 ||
            (last ?? first) < first ||
            (whole && (first < whole[0] || (last ?? first) > (whole[1] ?? 9999))),
        )
        .map((range) => `${id} ${range.join('-')}`);
    });
    expect(outside).toEqual([]);
  });

  it('of page notes lie inside the guideline', () => {
    const outside = library.guidelines.flatMap(({ id, pages, pageNotes = [] }) =>
      pageNotes
        .filter((note) => pages && (note.pages[0] < pages[0] || (note.pages[1] ?? 0) > (pages[1] ?? 9999)))
        .map((note) => `${id} ${note.pages[0]}`),
    );
    expect(outside).toEqual([]);
  });
});

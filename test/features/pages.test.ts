// Every page that can be reached: it is there, its links lead on, and nothing that is only guessed stands on it.
import { describe, expect, it } from 'vitest';
import { builtinLibrary as library } from '../../server/src/builtin/library';
import {
  hasPage,
  lookUp,
  type PageId,
  pageAt,
  pageDocument,
  pageLinksIn,
  pathOf,
  rules,
} from '../../server/src/core/index';

const pagesOf = (kind: PageId['kind'], entries: readonly { readonly id: string }[]): PageId[] =>
  entries.map(({ id }) => ({ kind, id }));

const kinds: readonly (readonly [kind: string, pages: readonly PageId[]])[] = [
  ['guidelines', pagesOf('guideline', library.guidelines)],
  ['chapters', pagesOf('chapter', library.chapters)],
  ['topics', pagesOf('topic', library.topics)],
  ['drugs', pagesOf('drug', library.drugs)],
  ['classes of drugs', pagesOf('drug-class', library.drugClasses)],
  ['treatments', pagesOf('treatment', library.treatments)],
  ['rules', rules.map(({ code }) => ({ kind: 'rule', id: code }))],
];

describe.each(kinds)('the pages of all %s', (_, pages) => {
  it('are there, and each link on them leads to a page or a public address', () => {
    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages) {
      const path = pathOf(page);
      const text = pageDocument(library, path);
      expect(text, path).toMatch(/^# \S/);
      expect(text, path).not.toMatch(/undefined|\[object|NaN|Not in the library/);
      for (const { page: target, address } of pageLinksIn(path, text)) {
        const id = target === undefined ? undefined : pageAt(target);
        expect(address ?? (id && hasPage(library, id)), `${path} to ${target}`).toBeTruthy();
      }
    }
  });
});

describe('a page', () => {
  it('shows no page number that was estimated', () => {
    const guessed = library.topics.filter(
      ({ confidence }) => typeof confidence === 'object' && confidence.pages === 'guess',
    );
    expect(guessed.length).toBeGreaterThan(10);
    for (const { id } of guessed) expect(pageDocument(library, `topic/${id}`)).not.toMatch(/\*\*Where:\*\* pages? \d/);
  });

  it('says of a text whose adoption is not known no more than that', () => {
    expect(pageDocument(library, 'guideline/acoem-cannabis')).toContain('once adopted; the day is not known');
    expect(pageDocument(library, 'guideline/mtus-formulary')).toContain('version 13: in force since August 6, 2025');
  });

  it('says in words what is recalled, and what is general reference', () => {
    expect(pageDocument(library, 'topic/cp09-fentanyl')).toContain('page 47 (not confirmed)');
    expect(pageDocument(library, 'drug/zolpidem')).toMatch(/\*\*General reference, check the label:\*\* .*strengths/);
    expect(pageDocument(library, 'drug/erenumab')).toContain(
      'unlisted as of October 2024, drug list version 11.1 (at second hand)',
    );
    expect(pageDocument(library, 'drug/zolpidem')).not.toContain('MTUS formulary');
  });

  it.each(['', 'drug', 'drug/', 'drug/none', 'rule/IMR000', '../x', 'a/<b>'])('that is none says so: "%s"', (path) => {
    expect(pageDocument(library, path)).toMatch(/^# Not in the library\n\n[^<>]*\n$/);
  });
});

describe('looking up a term', () => {
  it.each([
    ['Norco', 'drug/hydrocodone-acetaminophen'],
    ['tramadol', 'drug/tramadol'],
    ['MRI of the lumbar spine', 'treatment/mri-lumbar-spine'],
    ['Opioids, criteria for use', 'topic/cp09-opioids-criteria'],
    ['3.3.9', 'topic/op16-3.3.9'],
    ['Low Back Complaints 2004', 'guideline/acoem-2004-low-back'],
    ['muscle relaxant', 'drug-class/muscle-relaxant'],
    ['fitness', 'chapter/odg-fitness'],
  ])('%s', (term, path) => {
    expect(lookUp(library, term).map(pathOf)).toContain(path);
  });

  it('finds nothing for what nothing bears', () => {
    expect(lookUp(library, 'xyzzy')).toEqual([]);
    expect(lookUp(library, ' ')).toEqual([]);
  });
});

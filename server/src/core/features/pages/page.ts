import type { Library } from '../../library/types';
import { rules } from '../../rules/index';
import { explainRule } from '../explain';
import type { Card } from '../hover/card';
import { toDocument } from '../hover/render';
import { drugClassPage, drugPage } from './drug';
import { chapterPage, guidelinePage } from './guideline';
import { type EntryKind, type PageId, pageAt, pathOf } from './page-id';
import { topicPage } from './topic';
import { treatmentPage } from './treatment';

const makers: Readonly<Record<EntryKind, (library: Library, id: string) => Card | undefined>> = {
  guideline: guidelinePage,
  chapter: chapterPage,
  topic: topicPage,
  drug: drugPage,
  'drug-class': drugClassPage,
  treatment: treatmentPage,
};

/** All that is known of one entry of the library; undefined where there is no such thing, and for a rule. */
export function pageCard(library: Library, { kind, id }: PageId): Card | undefined {
  return kind === 'rule' ? undefined : makers[kind](library, id);
}

/** A page with what is known of its entry. */
export interface PageCard {
  readonly page: PageId;
  readonly card: Card;
}

/** The cards of those pages that the library has. */
export function pageCards(library: Library, pages: readonly PageId[]): readonly PageCard[] {
  return pages.flatMap((page) => {
    const card = pageCard(library, page);
    return card ? [{ page, card }] : [];
  });
}

/** True where the page is one of this library or of the rules. */
export function hasPage(library: Library, page: PageId): boolean {
  return page.kind === 'rule' ? rules.some(({ code }) => code === page.id) : pageCard(library, page) !== undefined;
}

/**
 * The page at a path (`drug/tramadol`) as a markdown document. Its links are relative (`../topic/cp09-opioids.md`), so that they
 * lead on in an editor and in a preview alike. A path that leads nowhere gives a page that says so.
 */
export function pageDocument(library: Library, path: string): string {
  const page = pageAt(path);
  const rule = page?.kind === 'rule' && rules.find(({ code }) => code === page.id);
  if (rule) return explainRule(rule);
  const card = page && pageCard(library, page);
  if (!card) return `# Not in the library\n\nThe library has nothing under ${path.replace(/[^\w./-]/g, ' ')}.\n`;
  return toDocument(card, (target) => relativeTo(pathOf(page), target));
}

/** The address of one page from another: `../topic/cp09-opioids.md`. */
export function relativeTo(path: string, target: string): string {
  return `${'../'.repeat(path.split('/').length - 1)}${encodeURI(target)}.md`;
}

import type { Library } from '../../library/types';
import type { Card } from '../hover/card';
import { toDocument } from '../hover/render';
import { drugClassPage, drugPage } from './drug';
import { chapterPage, guidelinePage } from './guideline';
import { type PageId, type PageKind, pageAt } from './page-id';
import { rulePage } from './rule';
import { topicPage } from './topic';
import { treatmentPage } from './treatment';

const makers: Readonly<Record<PageKind, (library: Library, id: string) => Card | undefined>> = {
  guideline: guidelinePage,
  chapter: chapterPage,
  topic: topicPage,
  drug: drugPage,
  'drug-class': drugClassPage,
  treatment: treatmentPage,
  rule: rulePage,
};

/** All that is known of one entry of the library or one rule; undefined where there is no such thing. */
export function pageCard(library: Library, { kind, id }: PageId): Card | undefined {
  return makers[kind](library, id);
}

/**
 * The page at a path (`drug/tramadol`) as a markdown document. Its links are relative (`../topic/cp09-opioids.md`), so that they
 * lead on in an editor and in a preview alike. A path that leads nowhere gives a page that says so.
 */
export function pageDocument(library: Library, path: string): string {
  const page = pageAt(path);
  const card = page && pageCard(library, page);
  if (!card) return `# Not in the library\n\nThe library knows no ${path.replace(/[^\w./-]/g, ' ')}.\n`;
  const up = '../'.repeat(path.split('/').length - 1);
  return toDocument(card, (target) => `${up}${target}.md`);
}

import type { ChapterEntry, GuidelineEntry, PageRange } from './entries';
import type { Edition, Topic } from './types';

/** A citation as a letter's model reads it. The lists may be split in the wrong places: `text` decides. */
export interface CitationInput {
  readonly kind: 'mtus' | 'non-mtus' | 'none';
  /** The whole citation as reading text, without the standing words before it. */
  readonly text: string;
  readonly title: string;
  readonly year: number | null;
  readonly pages: readonly string[];
}

export interface ResolvedTopic {
  readonly topic: Topic;
  /** How it was found: named, named with a slip of spelling, or by a page that only it holds. */
  readonly by: 'name' | 'spelling' | 'page';
  /** The words of the citation that name it; empty for a page. */
  readonly text: string;
}

export interface ResolvedPage {
  readonly range: PageRange;
  /** Undefined where the library does not know the guideline's last page. */
  readonly inside: boolean | undefined;
}

export interface ResolvedCitation {
  readonly guideline?: GuidelineEntry;
  readonly edition?: Edition;
  readonly chapters: readonly ChapterEntry[];
  readonly topics: readonly ResolvedTopic[];
  readonly pages: readonly ResolvedPage[];
  /** Other guidelines that the citation names besides. */
  readonly others: readonly GuidelineEntry[];
  /** Parts of the citation that the library cannot place. */
  readonly unresolved: readonly string[];
  /** Why it does not resolve to the end; absent where it does. */
  readonly reason?: string;
}

import { shorten } from '../text/shorten';
import type { CitationInput, ResolvedCitation } from './citation';
import { chaptersOf, pagesOf, placeTopics, topicsByPage } from './citation-places';
import { scopeOf } from './citation-scope';
import { chooseGuideline, editionOf, isRelated, namedGuidelines, narrow } from './citation-source';
import type { GuidelineEntry, IsoDate } from './entries';
import { tokenize } from './lexicon/tokens';
import { matchNames } from './name-matcher';
import type { Library } from './types';

/**
 * Finds the guideline, edition, chapter, topics and pages that a citation names, in every shape that letters use.
 * `date` (of the request or decision) chooses among editions where the citation gives no year. Never throws.
 */
export function resolveCitation(library: Library, raw: CitationInput, date?: IsoDate): ResolvedCitation {
  const citation = { ...raw, text: partGlued(raw.text) };
  const named = namedGuidelines(library, citation, date);
  const start = chooseGuideline(library, citation, named, date);
  if (!start) {
    const reason = `"${shorten(citation.title || citation.text, 60)}" is no source that the library knows`;
    return { chapters: [], topics: [], pages: [], others: [], unresolved: [citation.text], reason };
  }
  const guideline = narrow(library, start, citation, date);
  const found = matchNames(scopeOf(library, guideline).tree, tokenize(citation.text));
  const chapters = chaptersOf(library, guideline, citation.text, found);
  const pages = pagesOf(guideline, citation.pages);
  const placed = placeTopics(library, chapters.length > 0 ? chapters : [guideline], citation.text, [
    ...found.filter(({ kind }) => kind !== 'topic'),
    ...named.map(({ match }) => match),
  ]);
  const topics = placed.topics.length > 0 ? placed.topics : topicsByPage(library, guideline, pages);
  const others = [...new Set(named.map((name) => name.guideline))].filter((other) => !isRelated(guideline, other));
  const left = placed.unresolved.filter((words) => !topics.some(({ topic }) => holdsEveryWord(topic.title, words)));
  const unresolved = [...left, ...placed.ambiguous];
  const result = { guideline, chapters, topics, pages, others, unresolved };
  const reason = reasonOf(result, placed.ambiguous, citation.text);
  return { ...result, edition: editionOf(library, guideline, citation, date), reason };
}

/** `addictionPage 80`: a page designator glued to the word before it. */
function partGlued(text: string): string {
  return text.replace(/([a-z)])(Pages?(?:\(s\))?:? ?\d)/g, '$1 $2');
}

/** `Maintenance of Chronic` is a part of the title of a topic that was found by its number. */
function holdsEveryWord(title: string, words: string): boolean {
  const known = new Set(title.toLowerCase().match(/[a-z]+/g));
  return (words.toLowerCase().match(/[a-z]+/g) ?? ['']).every((word) => known.has(word));
}

type Found = Omit<ResolvedCitation, 'reason' | 'edition'> & { readonly guideline: GuidelineEntry };

function reasonOf(found: Found, ambiguous: readonly string[], text: string): string | undefined {
  const { guideline, topics, chapters, pages, unresolved } = found;
  const outside = pages.find(({ inside }) => inside === false);
  if (outside) return `page ${outside.range[0]} lies outside ${guideline.title}`;
  const [title] = ambiguous;
  if (title) return `"${title}" stands in several chapters of ${guideline.title}, and none is named`;
  const unknown = shorten(unresolved.join('; '), 60);
  if (unknown !== '') return `"${unknown}" is no topic of ${guideline.title} that the library knows`;
  const hasPlace = topics.length > 0 || chapters.length > 0 || pages.length > 0;
  if (!hasPlace && /\b9792\.2\d\b/.test(text)) return 'it cites the regulation as a whole, and no topic or page';
  return undefined;
}

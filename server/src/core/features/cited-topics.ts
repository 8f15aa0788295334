import type { ResolvedCitation, ResolvedTopic } from '../library/citation';
import type { PageRange } from '../library/entries';
import type { CitedPart } from '../model/citations';
import { isOnPages } from './facts/topic';

/** The topics of a citation that one part of it names, by words or by page; empty where it names none. */
export function topicsPointedAt({ topics }: ResolvedCitation, part: CitedPart | undefined): readonly ResolvedTopic[] {
  if (!part) return [];
  if (part.kind !== 'page') {
    return topics.filter(({ by, text }) => by !== 'page' && (part.text.includes(text) || text.includes(part.text)));
  }
  const pages = pagesCited(part.text);
  return topics.filter(({ topic }) => pages.some((page) => isOnPages(topic, page)));
}

/** `77-81` as a range; empty where the text holds no number. */
export function pagesCited(text: string): readonly PageRange[] {
  const [first, last] = (text.match(/\d{1,4}/g) ?? []).map(Number);
  return first === undefined ? [] : [[first, last ?? first]];
}

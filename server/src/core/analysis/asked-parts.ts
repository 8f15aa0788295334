import type { ConceptMatches } from '../library/lexicon/lexicon';
import type { NameMatch } from '../library/types';
import { type Span, span } from '../text/span';
import { endingAt, isMadeUpOf } from './concepts';

/** A part of the body for which running text asks for a treatment. */
export interface AskedPart {
  /** As printed, with its side: `right knee`. */
  readonly words: string;
  /** The library's body parts that bear the name. */
  readonly ids: readonly string[];
  /** Where the words end in the text. */
  readonly end: number;
}

/** Treatments that share what follows, where the first is of no certain part: `an MRI and x-ray of the right knee`. */
const sharing = /^s?(?:,? (?:and|or) |, |\/)(?:an? |the )?$/;

/**
 * The parts that the text, up to `until`, links to the treatment named by `names[at]`: those behind it, or else those right
 * before it (`cervical and lumbar MRI`). Empty where it links none.
 */
export function askedParts(
  text: string,
  concepts: ConceptMatches,
  names: readonly NameMatch[],
  at: number,
  until: number,
): AskedPart[] {
  const behind = partsBehind(text, concepts, names, at, until);
  return behind.length > 0 ? behind : partsBefore(text, concepts, names, at);
}

function partsBehind(
  text: string,
  concepts: ConceptMatches,
  names: readonly NameMatch[],
  at: number,
  until: number,
): AskedPart[] {
  const links = concepts.of('item.for-part');
  const parts: AskedPart[] = [];
  let end = names[at]?.end ?? 0;
  for (const name of names.slice(at + 1)) {
    if (name.end > until) break;
    const gap = span(end, name.start);
    const ids = partIds(name);
    const isShared =
      !names[at]?.sure && parts.length === 0 && ids.length === 0 && sharing.test(text.slice(gap.start, gap.end));
    if (!isShared && (ids.length === 0 || !isLink(text, links, gap))) break;
    if (ids.length > 0) parts.push(toPart(text, concepts, name, ids));
    end = name.end;
  }
  return parts;
}

function partsBefore(text: string, concepts: ConceptMatches, names: readonly NameMatch[], at: number): AskedPart[] {
  const parts: AskedPart[] = [];
  let start = names[at]?.start ?? 0;
  for (const name of names.slice(0, at).reverse()) {
    const ids = partIds(name);
    const gap = text.slice(name.end, start);
    if (ids.length === 0 || !(gap === ' ' || (parts.length > 0 && (gap === ' and ' || gap === '/')))) break;
    parts.unshift(toPart(text, concepts, name, ids));
    start = name.start;
  }
  return parts;
}

function partIds({ refs }: NameMatch): string[] {
  return refs.filter(({ kind }) => kind === 'body-part').map(({ id }) => id);
}

/** How far apart a treatment and its parts may be. */
const farthest = 60;

function isLink(text: string, links: readonly Span[], gap: Span): boolean {
  return gap.end - gap.start < farthest && isMadeUpOf(text, links, gap);
}

function toPart(text: string, concepts: ConceptMatches, { start, end }: NameMatch, ids: readonly string[]): AskedPart {
  const side = endingAt(text, concepts.family('side'), start);
  return { words: text.slice(side?.start ?? start, end), ids, end };
}

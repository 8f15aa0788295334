import type { ConceptMatches } from '../library/lexicon/lexicon';
import { type Span, span, spanAround, spanAt, spansWithin } from '../text/span';
import { conceptsIn } from './concepts';
import { fact, textFact } from './fact';

/** A paired part of the body with its side. Offsets are those of the text searched; the span is that of the side's word. */
export interface SidedPart extends Span {
  readonly side: 'left' | 'right' | 'bilateral';
  /** `knee`, `upper extremity`; singular. */
  readonly part: string;
}

/** Every paired part whose side the text tells, in text order. */
export const sidedPartsIn = textFact((_, __, of): readonly SidedPart[] => {
  const concepts = of(conceptsIn);
  const found = concepts.family('paired-part').flatMap(({ kind, start, end }): SidedPart[] => {
    const side = sideOf(concepts, span(start, end));
    return side ? [{ ...side, part: kind.replace('-', ' ') }] : [];
  });
  return found.sort((a, b) => a.start - b.start);
});

/** The sides of each part that the letter's headings name, whatever block they are of. */
export const sidesInHeadings = fact((ask): ReadonlyMap<string, ReadonlySet<SidedPart['side']>> => {
  const sides = new Map<string, Set<SidedPart['side']>>();
  for (const { heading } of ask.letter.blocks) {
    for (const { part, side } of ask(sidedPartsIn, heading.item.reading)) {
      sides.set(part, (sides.get(part) ?? new Set()).add(side));
    }
  }
  return sides;
});

type Side = Omit<SidedPart, 'part'>;

/** The side in the part's own word, before it or behind it. */
function sideOf(concepts: ConceptMatches, part: Span): Side | undefined {
  const own = spansWithin(concepts.family('limb'), part)[0];
  if (own) return { ...part, side: toSide(own.kind) };
  const before = wordsAround(concepts.of('sided.of-part'), part);
  const sides = before ? sidesIn(concepts, span(before.start, part.start)) : [];
  const [first] = sides;
  if (first) return sides.some(({ side }) => side !== first.side) ? { ...first, side: 'bilateral' } : sides.at(-1);
  const behind = spanAt(concepts.of('sided.behind-part'), part.start);
  return behind && sidesIn(concepts, behind)[0];
}

/** The phrase that begins before the part and holds it. */
function wordsAround(phrases: readonly Span[], part: Span): Span | undefined {
  const phrase = spanAround(phrases, part);
  return phrase && phrase.start < part.start ? phrase : undefined;
}

function sidesIn(concepts: ConceptMatches, words: Span): Side[] {
  return spansWithin(concepts.family('side'), words).map(({ kind, start, end }) => ({
    start,
    end,
    side: toSide(kind),
  }));
}

function toSide(kind: string): SidedPart['side'] {
  return kind === 'left' || kind === 'right' ? kind : 'bilateral';
}

import type { ConceptMatches } from '../library/lexicon/lexicon';
import { type Span, span, spanAt, spansWithin } from '../text/span';
import { conceptsIn } from './concepts';
import { textFact } from './fact';

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

type Side = Omit<SidedPart, 'part'>;

/** The side in the part's own word, before it or behind it. */
function sideOf(concepts: ConceptMatches, part: Span): Side | undefined {
  const own = spansWithin(concepts.family('limb'), part)[0];
  if (own) return { ...part, side: toSide(own.kind) };
  const before = concepts.of('sided.of-part').find(({ start, end }) => start < part.start && part.end <= end);
  const sides = before ? sidesIn(concepts, span(before.start, part.start)) : [];
  const [first] = sides;
  if (first) return sides.some(({ side }) => side !== first.side) ? { ...first, side: 'bilateral' } : sides.at(-1);
  const behind = spanAt(concepts.of('sided.behind-part'), part.start);
  return behind && sidesIn(concepts, behind)[0];
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

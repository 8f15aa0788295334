import { findMarkup } from '../text/markup';
import { marked, matchesIn } from '../text/matches';
import { compareSpans, overlaps, type Span, span, spanAt } from '../text/span';
import { conceptsIn } from './concepts';
import { textFact } from './fact';

/** What writing or editing left in a text and nobody meant to send. */
export interface Leftover extends Span {
  /** `place`: a word that stands for a fact to come. `note`: a remark to the writer. `markup`: marks of a file format. */
  readonly kind: 'place' | 'note' | 'markup';
}

const bracket = marked('[(', /[[(]([^[\]()]{2,160})[\])]/g);
/** `[AB1]`: the initials of whoever commented, and a number. */
const initials = /^[A-Z]{2,3}\d{1,2}$/;
const sic = marked('[', /(?<=^|[.!?]\s)\[sic\]/g);

/** Everything in a text that was left over, in order; of several that overlap, the first and longest. */
export const leftoversIn = textFact((text, _, of): readonly Leftover[] => {
  const concepts = of(conceptsIn);
  const words = (['leftover.place', 'leftover.label'] as const).flatMap((concept) =>
    concepts.of(concept).map((at): Leftover => ({ ...at, kind: concept === 'leftover.place' ? 'place' : 'note' })),
  );
  const notes = matchesIn(text, bracket).flatMap(({ index, 0: all, 1: inside = '' }): Leftover[] => {
    const note = { ...span(index, index + all.length), kind: 'note' } as const;
    const label =
      spanAt(concepts.of('leftover.remark-label'), index + 1) ??
      (all.startsWith('[') ? spanAt(concepts.of('leftover.square-label'), index + 1) : undefined);
    const isLabel = label !== undefined && /^(?::| ?[-–—] )/.test(text.slice(label.end, label.end + 3));
    if (isLabel || spanAt(concepts.of('leftover.remark'), index + 1)) return [note];
    const isInitials = initials.test(inside) && !spanAt(concepts.of('leftover.no-initials'), index + 1);
    return isInitials ? [note] : [];
  });
  const behindStops = matchesIn(text, sic).map(({ index, 0: all }): Leftover => {
    return { ...span(index, index + all.length), kind: 'note' };
  });
  const marks = findMarkup(text).map((at): Leftover => ({ ...at, kind: 'markup' }));
  const found = [...words, ...notes, ...behindStops, ...marks].sort(compareSpans);
  return found.filter((each, i) => !found.slice(Math.max(0, i - 3), i).some((before) => overlaps(before, each)));
});

import { type Span, spanAt } from '../text/span';
import type { MeasureWords } from './measure-words';
import type { Side } from './measures';

/** Sides of the body, those that a limb's own word tells too (`LUE`). */
export function findSides(words: MeasureWords): Side[] {
  const others = words.of('sided.not-a-side');
  const sides = (side: Side['side'], spans: readonly Span[]): Side[] =>
    spans.flatMap(({ start, end }) => (spanAt(others, start) ? [] : [{ kind: 'side', side, start, end }]));
  return [
    ...sides('left', [...words.of('side.left'), ...words.of('limb.left')]),
    ...sides('right', [...words.of('side.right'), ...words.of('limb.right')]),
    ...sides('bilateral', [...words.of('side.both'), ...words.of('limb.both')]),
  ];
}

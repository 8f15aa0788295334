import { matchesIn } from '../text/matches';
import type { Reading } from '../text/reading';
import type { Span } from '../text/span';
import { beginningAt, conceptsIn } from './concepts';
import type { Ask } from './fact';
import { measuresIn } from './measures';
import { namesIn } from './names';

/**
 * The request around a name in running text, as a heading names it: with the side and part before it, or `12 sessions of`, and what
 * follows up to `until` or the end of its clause: `denied the left knee MRI and Norco 5/325mg #60 because …`.
 */
export function itemAround(ask: Ask, reading: Reading, name: Span, until: number): string {
  const start = startOfItem(ask, reading, name.start);
  const end = withoutOpenEnd(ask, reading, name.end, endOfItem(ask, reading, name.end, until));
  const text = reading.text.slice(start, end).trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Where the clause ends or goes on with something else. A comma before a quantity belongs to the item: `Norco 10/325mg, #60`. */
function endOfItem(ask: Ask, reading: Reading, from: number, until: number): number {
  const { text } = reading;
  const concepts = ask(conceptsIn, reading);
  const quantities = concepts.of('item.quantity-mark');
  const mark = matchesIn(text.slice(from, until), /;|\.(?=\s|$)|,/g).find(
    ({ 0: char, index }) => char !== ',' || !beginningAt(text, quantities, from + index + 1),
  );
  const end = mark ? from + mark.index : Math.max(from, until);
  const next = concepts.of('item.goes-on').find(({ start }) => start > from);
  return next && next.start <= end ? Math.max(from, next.start - 1) : end;
}

/** Without what is left hanging where the next item was cut off. */
function withoutOpenEnd(ask: Ask, reading: Reading, from: number, end: number): number {
  const open = ask(conceptsIn, reading).of('item.left-open');
  for (let at = end; ; ) {
    while (at > from && /[ ,;.]/.test(reading.text.charAt(at - 1))) at--;
    const word = open.findLast((each) => each.end === at && each.start >= from);
    if (!word) return at;
    at = word.start;
  }
}

/** Takes in a quantity with `of`, a side and parts of the body that stand right before. */
function startOfItem(ask: Ask, reading: Reading, at: number): number {
  const names = ask(namesIn, reading).filter(({ kind }) => kind === 'body-part');
  const measures = ask(measuresIn, reading);
  let start = at;
  for (;;) {
    const isBefore = ({ end }: Span): boolean =>
      end < start && /^(?: | of | of the )$/.test(reading.text.slice(end, start));
    const before = names.find(isBefore) ?? measures.find(isBefore);
    if (!before) return start;
    start = before.start;
  }
}

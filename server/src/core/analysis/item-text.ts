import type { Reading } from '../text/reading';
import type { Span } from '../text/span';
import type { Ask } from './fact';
import { measuresIn } from './measures';
import { namesIn } from './names';

/**
 * The request around a name in running text, as a heading names it: with the side and part before it, or `12 sessions of`, and what
 * follows up to `until` or the end of its clause: `denied the left knee MRI and Norco 5/325mg #60 because …`.
 */
export function itemAround(ask: Ask, reading: Reading, name: Span, until: number): string {
  const start = startOfItem(ask, reading, name.start);
  const behind = reading.text.slice(name.end, Math.max(name.end, until));
  const cut = endOfItem.exec(behind)?.index ?? behind.length;
  const text = (reading.text.slice(start, name.end) + behind.slice(0, cut)).replace(openEnd, '').trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Where the clause goes on with something else. A comma before a quantity belongs to the item: `Norco 10/325mg, #60`. */
const endOfItem =
  /;|\.(?=\s|$)|,(?! ?(?:#|qty|quantity))|[ (](?:on \d|because|due to|as (?:there|the|it|not)|since|was|were|is|are|which|that|but|to (?:treat|support|help)|requested|performed|and (?:modified|denied|certified|approved|the|an?)\b)/i;

/** What is left hanging where the next item was cut off. */
const openEnd = /(?:[ ,;.]|\b(?:and|or|the|an?|for|of|requests?|as well as|with|one|also)){1,8}$/i;

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

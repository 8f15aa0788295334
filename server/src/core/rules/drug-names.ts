import type { Ask } from '../analysis/fact';
import { namesMeantIn } from '../analysis/misspelled-drugs';
import type { Reading } from '../text/reading';
import { overlaps, type Span } from '../text/span';

const kinds = new Set(['brand', 'generic', 'drug']);

/** True where a drug's name, spelled right or not, shares text with `span`, in offsets of the reading. */
export function touchesDrug(ask: Ask, reading: Reading, span: Span): boolean {
  return ask(namesMeantIn, reading).some(
    (name) => overlaps(name, span) && name.refs.some(({ kind }) => kinds.has(kind)),
  );
}

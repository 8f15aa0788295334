import type { NameMatch } from '../library/types';
import type { DecisionBlock } from '../model/letter';
import type { Reading } from '../text/reading';
import { type Span, spansWithin } from '../text/span';
import { askedParts } from './asked-parts';
import { areOneRegion } from './body-parts';
import { conceptsIn } from './concepts';
import type { Ask } from './fact';
import { mentionsOf } from './mentions';
import { sidedPartsIn } from './sided-parts';
import { subjectOf } from './subjects';

/** A drug or treatment that can stand for itself in a request; `MRI`, which may be of several parts, counts once a part is named. */
export function isItem(ask: Ask, reading: Reading, name: NameMatch): boolean {
  const { refs, sure } = name;
  if (spansWithin(ask(conceptsIn, reading).of('item.no-item'), name).length > 0) return false;
  const kinds = refs.map(({ kind }) => kind).filter((kind) => kind !== 'abbreviation');
  if (sure)
    return kinds.some((kind) => kind === 'brand' || kind === 'generic' || kind === 'drug' || kind === 'treatment');
  return kinds.length > 1 && kinds.every((kind) => kind === 'treatment');
}

/** What of the treatment no block decides: all of it, or the part of the body that is left open; undefined for nothing. */
export function openPart(
  ask: Ask,
  reading: Reading,
  names: readonly NameMatch[],
  at: number,
  { end }: Span,
): string | undefined {
  const name = names[at] as NameMatch;
  const decides = (ids: readonly string[]): DecisionBlock[] =>
    ask.letter.blocks.filter((block) => covers(ask, block, reading, name, ids));
  const asked = askedParts(reading.text, ask(conceptsIn, reading), names, at, end);
  if (asked.length === 0) {
    const until = Math.min(end, names.slice(at + 1).find((other) => isItem(ask, reading, other))?.start ?? end);
    const parts = bodyPartsOf(ask, names, at, until);
    return (name.sure || parts.length > 0) && decides(parts).length === 0 ? 'all' : undefined;
  }
  const open = asked.filter(({ ids }) => decides(ids).length === 0);
  if (open.length === asked.length) return 'all';
  const last = asked.at(-1)?.end ?? name.end;
  return (
    open[0]?.words ?? openSide(ask, reading, { start: name.start, end: last }, decides(asked.flatMap(({ ids }) => ids)))
  );
}

/** Both sides are asked for, and the blocks decide on one: `MRI of the right and left knee`. */
function openSide(ask: Ask, reading: Reading, request: Span, blocks: readonly DecisionBlock[]): string | undefined {
  const isLeftNamed = spansWithin(ask(conceptsIn, reading).of('side.left'), request).length > 0;
  const both = isLeftNamed
    ? spansWithin(ask(sidedPartsIn, reading), request).find(({ side }) => side === 'bilateral')
    : undefined;
  if (!both) return undefined;
  const sides = blocks.flatMap(({ heading }) =>
    ask(sidedPartsIn, heading.item.disputed).flatMap(({ part, side }) => (part === both.part ? [side] : [])),
  );
  const [side] = sides;
  const isOneSided = (side === 'left' || side === 'right') && sides.every((other) => other === side);
  return isOneSided ? `${side === 'left' ? 'right' : 'left'} ${both.part}` : undefined;
}

/** The block is about the same drug or treatment; of one that may be for any part of the body, about one of the parts named. */
function covers(ask: Ask, block: DecisionBlock, reading: Reading, name: NameMatch, parts: readonly string[]): boolean {
  const subject = ask(subjectOf, block);
  const heading = block.heading.item.reading;
  const isNamed = heading.text.toLowerCase().includes(reading.text.slice(name.start, name.end).toLowerCase());
  const isOther = isOtherHalf(ask, reading, name, heading);
  // `Postoperative physical therapy` decides on `physical therapy`.
  const isWithin = subject.treatments.some((own) => own.name.toLowerCase().includes(name.name.toLowerCase()));
  if (!isNamed && (isOther || (!isWithin && mentionsOf(ask.library, subject, [name]).length === 0))) return false;
  if (subject.drugs.length > 0 || parts.length === 0 || subject.bodyParts.length === 0) return true;
  return subject.bodyParts.some(({ id }) => parts.some((part) => areOneRegion(ask.library, id, part)));
}

/** Tests that go by one name and are asked for apart too. */
function isOtherHalf(ask: Ask, reading: Reading, name: Span, heading: Reading): boolean {
  const asked = spansWithin(ask(conceptsIn, reading).family('half-test'), name);
  const decided = ask(conceptsIn, heading).family('half-test');
  return (
    asked.length > 0 && decided.length > 0 && !asked.some(({ kind }) => decided.some((other) => other.kind === kind))
  );
}

/** The parts of the body named up to `until`, and those that the treatment itself is for. */
function bodyPartsOf(ask: Ask, names: readonly NameMatch[], at: number, until: number): string[] {
  const name = names[at];
  const near = names.slice(at + 1).filter((other) => other.end <= until);
  const own = (name?.sure ? name.refs : []).flatMap(({ kind, id }) =>
    kind === 'treatment' ? (ask.library.treatment(id)?.bodyParts ?? []) : [],
  );
  return [...own, ...near.flatMap(({ refs }) => refs.filter(({ kind }) => kind === 'body-part').map(({ id }) => id))];
}

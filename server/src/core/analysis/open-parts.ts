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
export function isItem({ refs, sure, name }: NameMatch): boolean {
  if (/compound|medication|surg|consult/i.test(name)) return false;
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
  const words = reading.text.slice(name.start, name.end);
  const decides = (ids: readonly string[]): DecisionBlock[] =>
    ask.letter.blocks.filter((block) => covers(ask, block, name, words, ids));
  const asked = askedParts(reading.text, names, at, end);
  if (asked.length === 0) {
    const until = Math.min(end, names.slice(at + 1).find(isItem)?.start ?? end);
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
function covers(ask: Ask, block: DecisionBlock, name: NameMatch, words: string, parts: readonly string[]): boolean {
  const subject = ask(subjectOf, block);
  const heading = block.heading.item.text;
  const isNamed = heading.toLowerCase().includes(words.toLowerCase());
  if (!isNamed && (isOtherHalf(words, heading) || mentionsOf(ask.library, subject, [name]).length === 0)) return false;
  if (subject.drugs.length > 0 || parts.length === 0 || subject.bodyParts.length === 0) return true;
  return subject.bodyParts.some(({ id }) => parts.some((part) => areOneRegion(ask.library, id, part)));
}

/** Tests that go by one name and are asked for apart too. */
const halves = [/\bEMGs?\b|electromyo/i, /\bNC[SV]s?\b|nerve conduction/i];

function isOtherHalf(words: string, heading: string): boolean {
  const asked = halves.filter((half) => half.test(words));
  const decided = halves.filter((half) => half.test(heading));
  return asked.length > 0 && decided.length > 0 && !asked.some((half) => decided.includes(half));
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

import type { Ask } from '../analysis/fact';
import { namesIn } from '../analysis/names';
import { runningText } from '../analysis/running-text';
import type { NameKind, NameMatch } from '../library/types';
import { blockAt } from '../model/block-places';
import type { Citation, CitedPart } from '../model/citations';
import type { DecisionBlock } from '../model/letter';
import { type Reading, readSource, toReadingOffset, toSourceSpan } from '../text/reading';
import { isEmpty, type Span, touches } from '../text/span';

/** A citation in a guideline field. */
export interface CitedTarget {
  readonly kind: 'citation';
  /** Of the part pointed at, else of the whole. */
  readonly span: Span;
  readonly block: DecisionBlock;
  readonly citation: Citation;
  /** The topic, section or page pointed at. */
  readonly part?: CitedPart;
}

/** A name of the library anywhere else. */
export interface NamedTarget {
  readonly kind: 'name';
  readonly span: Span;
  readonly match: NameMatch;
  /** The words as the letter has them, white space single. */
  readonly text: string;
  readonly block?: DecisionBlock;
}

/** What the library may know something about. */
export type Thing = CitedTarget | NamedTarget;

/** The thing that a pointer touches, if any. Of two names that touch it the one that begins there. */
export function targetAt(ask: Ask, offset: number): Thing | undefined {
  const block = blockAt(ask.letter, offset);
  return (block && citationAt(block, offset)) ?? nameAt(ask, block, offset);
}

function citationAt(block: DecisionBlock, offset: number): CitedTarget | undefined {
  const citation = block.citations.find(({ span }) => touches(span, offset));
  if (!citation) return undefined;
  const part = citation.parts.find(({ span }) => touches(span, offset));
  return { kind: 'citation', span: part?.span ?? citation.span, block, citation, ...(part && { part }) };
}

function nameAt(ask: Ask, block: DecisionBlock | undefined, offset: number): NamedTarget | undefined {
  const reading = (block && openerAt(ask, block, offset)) ?? ask(runningText).find(({ span }) => touches(span, offset));
  if (!reading) return undefined;
  const at = toReadingOffset(reading, offset);
  const match = ask(namesIn, reading).findLast((name) => name.start <= at && at <= name.end);
  if (!match) return undefined;
  const text = reading.text.slice(match.start, match.end);
  return { kind: 'name', span: toSourceSpan(reading, match), match, text, ...(block && { block }) };
}

/** Standing words before a citation are read by themselves: its title does not go on from their "MTUS". */
function openerAt({ letter }: Ask, { fieldsInOrder }: DecisionBlock, offset: number): Reading | undefined {
  const statements = fieldsInOrder.flatMap((field) => field.statements);
  const statement = statements.find(({ opener }) => !isEmpty(opener) && touches(opener, offset));
  return statement && readSource(letter.source, statement.opener);
}

/** The thing as a name of one of these kinds, with the entries that it stands for; undefined for anything else. */
export function namedAt(
  ask: Ask,
  offset: number,
  ...kinds: readonly NameKind[]
): { readonly thing: NamedTarget; readonly ids: readonly string[] } | undefined {
  const thing = targetAt(ask, offset);
  if (thing?.kind !== 'name') return undefined;
  const ids = [...new Set(thing.match.refs.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id))];
  return ids.length === 0 ? undefined : { thing, ids };
}

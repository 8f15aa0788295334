import type { NameMatch } from '../library/types';
import type { DecisionBlock } from '../model/letter';
import type { Reading } from '../text/reading';
import type { Span } from '../text/span';
import type { LetterAnalysis } from './analysis';
import { itemAround } from './item-text';
import { mentionsOf } from './mentions';
import type { ReviewDecision } from './review-decisions';

/** A treatment that the summary speaks of as in dispute and on which no block decides. */
export interface UndecidedItem {
  /** Its name, in the summary's prose. */
  readonly span: Span;
  /** The name as printed: `Zanaflex`. */
  readonly name: string;
  /** The request as a heading would name it: `Zanaflex 4mg #30`. */
  readonly item: string;
  /** `denied`: utilization review denied or cut it down. `requested`: a sentence about requests names it. */
  readonly kind: 'denied' | 'requested';
}

/** Each named once, those denied first; empty where the letter has no summary. */
export function undecidedItems(analysis: LetterAnalysis): readonly UndecidedItem[] {
  const reading = analysis.summary?.prose;
  if (!reading) return [];
  const decided = analysis.reviewDecisions.filter(
    ({ kind, sentence }) =>
      kind === 'denied' || (kind === 'modified' && !granting.test(reading.text.slice(sentence.start, sentence.end))),
  );
  const denied = itemsIn(analysis, reading, 'denied', (name) => deniedPart(decided, name, reading.text));
  const requests = requestsIn(analysis, reading);
  const requested = itemsIn(analysis, reading, 'requested', (name) => requests.find((span) => holds(span, name)));
  const known = new Set(denied.map(({ name }) => name.toLowerCase()));
  return [...denied, ...requested.filter(({ name }) => !known.has(name.toLowerCase()))];
}

/** Names for which `partOf` gives the part of the text that is about them, without those that a block decides. */
function itemsIn(
  analysis: LetterAnalysis,
  reading: Reading,
  kind: UndecidedItem['kind'],
  partOf: (name: NameMatch) => Span | undefined,
): UndecidedItem[] {
  const seen = new Set<string>();
  const names = analysis.namesMeantIn(reading);
  return names.flatMap((name, i): UndecidedItem[] => {
    const part = isItem(name) && !seen.has(name.name) ? partOf(name) : undefined;
    if (!part) return [];
    const next = names.slice(i + 1).find(isItem);
    const until = Math.min(part.end, next?.start ?? part.end);
    const words = reading.text.slice(name.start, name.end);
    const bodyParts = bodyPartsOf(analysis, names, i, until);
    if (!name.sure && bodyParts.length === 0) return [];
    if (analysis.letter.blocks.some((block) => covers(analysis, block, name, words, bodyParts))) return [];
    seen.add(name.name);
    return [{ span: name, name: words, item: itemAround(analysis, reading, name, until), kind }];
  });
}

function holds(outer: Span, { start, end }: Span): boolean {
  return outer.start <= start && end <= outer.end;
}

/** Of each sentence about a request, what follows the word. */
function requestsIn({ sentencesIn }: LetterAnalysis, reading: Reading): Span[] {
  return sentencesIn(reading).flatMap(({ start, end }) => {
    const word = requesting.exec(reading.text.slice(start, end));
    return word ? [{ start: start + word.index, end }] : [];
  });
}

const requesting = /\b(?:requests? (?:is|was|are|were|for)|requesting|treatment plan|disputed|in dispute|at issue)\b/i;

/** A sentence that lists what was granted beside what was not. */
const granting = /\b(?:accommodat|allowing|original request)/i;

/** What was denied and holds the name: the object of the verb, or in its reason the words `the requested`. */
function deniedPart(decided: readonly ReviewDecision[], { start, end }: NameMatch, text: string): Span | undefined {
  for (const { object, sentence, verb } of decided) {
    const part = object.find((span) => span.start <= start && end <= span.end);
    if (part && !aside.test(text.slice(part.start, start))) return part;
    if (
      sentence.start <= start &&
      end <= sentence.end &&
      verb.end < start &&
      /\brequested (?:use of )?(?:an? |the )?$/i.test(text.slice(start - 30, start))
    )
      return { start, end };
  }
  return undefined;
}

/** A drug or treatment that can stand for itself in a request; `MRI`, which may be of several parts, counts once a part is named. */
function isItem({ refs, sure, name }: NameMatch): boolean {
  if (/compound|medication|surg|consult/i.test(name)) return false;
  const kinds = refs.map(({ kind }) => kind);
  if (sure)
    return kinds.some((kind) => kind === 'brand' || kind === 'generic' || kind === 'drug' || kind === 'treatment');
  return kinds.length > 1 && kinds.every((kind) => kind === 'treatment');
}

/** What follows is the circumstance of a request, not the request. */
const aside =
  /\b(?:after|following|status post|despite|until|prior|previous|history of|failure of|trial of|response to|instead of|provided on|due to|as the)\b(?:(?! and )[^,;]){0,80}$/i;

/** The block is about the same drug or treatment; of one that may be for any part of the body, about one of the parts named. */
function covers(
  analysis: LetterAnalysis,
  block: DecisionBlock,
  name: NameMatch,
  words: string,
  parts: readonly string[],
): boolean {
  const subject = analysis.subjectOf(block);
  if (block.heading.item.text.toLowerCase().includes(words.toLowerCase())) return true;
  if (mentionsOf(analysis.library, subject, [name]).length === 0) return false;
  if (subject.drugs.length > 0 || parts.length === 0 || subject.bodyParts.length === 0) return true;
  return subject.bodyParts.some(({ id }) => parts.includes(id));
}

/** The parts of the body named up to `until`, and those that the treatment itself is for. */
function bodyPartsOf(analysis: LetterAnalysis, names: readonly NameMatch[], at: number, until: number): string[] {
  const name = names[at];
  const near = names.slice(at + 1).filter((other) => other.end <= until);
  const own = (name?.sure ? name.refs : []).flatMap(({ kind, id }) =>
    kind === 'treatment' ? (analysis.library.treatment(id)?.bodyParts ?? []) : [],
  );
  return [...own, ...near.flatMap(({ refs }) => refs.filter(({ kind }) => kind === 'body-part').map(({ id }) => id))];
}

import type { NameMatch } from '../library/types';
import type { Conclusion } from '../model/conclusion';
import type { DecisionBlock } from '../model/letter';
import { matchesIn } from '../text/matches';
import { type Reading, toReadingOffset } from '../text/reading';
import type { Span } from '../text/span';
import { caseSummary } from './case-summary';
import { conclusionsOf } from './conclusions';
import { type Ask, fact } from './fact';
import { mentionsIn } from './item-mentions';
import { namesMeantIn } from './misspelt-drugs';
import { decisionsOfReview } from './review-decisions';
import { sentencesIn } from './sentences';

/** A place outside the heading that states what was asked for. */
export interface Restatement {
  readonly where: 'summary' | 'rationale';
  readonly reading: Reading;
  /** The words about this item; offsets of the reading. */
  readonly span: Span;
  /** Blocks the words may be about; several where two items bear one name. */
  readonly blocks: readonly DecisionBlock[];
}

/** Where summary and rationale state the request of a block again: what was requested, what utilization review denied, the conclusion. */
export const restatementsOf = fact((ask, block: DecisionBlock): readonly Restatement[] => [
  ...inSummary(ask, block),
  ...inRationale(ask, block),
]);

// ---- in the summary -----------------------------------------------------------------------------------------

function inSummary(ask: Ask, block: DecisionBlock): Restatement[] {
  const reading = ask(caseSummary)?.prose;
  if (!reading) return [];
  const items = ask(namesMeantIn, reading).filter(isItemName);
  return requestRegions(ask, reading).flatMap((region) => {
    const inside = items.filter((name) => region.start <= name.start && name.end <= region.end);
    const spans =
      inside.length > 0 ? ownSegments(ask, block, inside, region, reading.text) : onlyItem(ask, region, reading.text);
    return spans.map((span) => {
      const blocks = ask.letter.blocks.filter((other) => other === block || sharesName(ask, other, reading, span));
      return { where: 'summary' as const, reading, span, blocks };
    });
  });
}

function isItemName({ refs }: NameMatch): boolean {
  return refs.some(({ kind }) => kind === 'drug' || kind === 'brand' || kind === 'generic' || kind === 'treatment');
}

/** The stretches of the summary that say what was requested or denied. */
function requestRegions(ask: Ask, reading: Reading): Span[] {
  const { text } = reading;
  const decided = ask(decisionsOfReview).filter(({ kind }) => kind !== 'certified');
  const regions = decided.flatMap(({ object }) =>
    object.map((part) => ({ start: part.start, end: part.start + cutAt(text.slice(part.start, part.end)) })),
  );
  for (const sentence of ask(sentencesIn, reading)) {
    if (ask(decisionsOfReview).some((decision) => decision.sentence.start === sentence.start)) continue;
    const words = text.slice(sentence.start, sentence.end);
    const match = requesting.exec(words);
    if (match && !elsewhere.test(words))
      regions.push({
        start: sentence.start + match.index + match[0].length,
        end: sentence.start + match.index + match[0].length + cutAt(words.slice(match.index + match[0].length)),
      });
  }
  return regions;
}

/** What begins to say what is asked for. */
const requesting =
  /\b(?:request(?:s|ed|ing)? (?:was |were |is |are )?(?:made |received |submitted )?(?:for |of )|requests?: |requested (?=an? |the |\w+ (?:mg|sessions|visits))|(?:request for )?authorization (?:\([A-Z]{2,4}\) )?(?:dated [\w/, -]{4,20} )?(?:requested |included |is |was )?(?:for|of|includes?) |RFA (?:form )?(?:dated [\w/, -]{4,20} )?(?:requested|for|included) |was the original request\b)/i;
/** Another request, or what became of it. */
const elsewhere = /\b(?:previous(?:ly)?|prior|earlier|past|already|authorized|approved|(?<!non-|not )certified)\b/i;
/** Where the words turn to what was granted instead. */
const granted =
  / (?:to (?=(?:allow|include|only|initial|an? |\d|#|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\w+ (?:sessions|visits|aide|therapy|office)))|which (?:was|were)|allowing|accommodating|leaving|instead)\b/i;

function cutAt(region: string): number {
  return granted.exec(region)?.index ?? region.length;
}

/** From the conjunction before the item's name to the one before the next item's. */
function ownSegments(ask: Ask, block: DecisionBlock, inside: readonly NameMatch[], region: Span, text: string): Span[] {
  const own = new Set(ask(mentionsIn, block, ask(caseSummary)?.prose as Reading).map(({ start }) => start));
  return inside.flatMap((name, i) => {
    if (!own.has(name.start)) return [];
    const before = inside[i - 1];
    const after = inside[i + 1];
    const start = before ? lastConjunction(text, before.end, name.start) : region.start;
    const end =
      after && !own.has(after.start) ? lastConjunction(text, name.end, after.start) : (after?.start ?? region.end);
    return [{ start, end }];
  });
}

const conjunction = /[,;] (?:and )?|\band\b|\bor\b|\bplus\b|\bas well as\b/g;

function lastConjunction(text: string, from: number, to: number): number {
  let last = to;
  for (const match of matchesIn(text.slice(from, to), conjunction)) last = from + match.index;
  return last;
}

/** Words that name nothing the library knows are about the item where the letter has one only. */
function onlyItem({ letter }: Ask, region: Span, text: string): Span[] {
  return letter.blocks.length === 1 && text.slice(region.start, region.end).trim() !== '' ? [region] : [];
}

function sharesName(ask: Ask, block: DecisionBlock, reading: Reading, span: Span): boolean {
  return ask(mentionsIn, block, reading).some(({ start, end }) => span.start <= start && end <= span.end);
}

// ---- in the rationale ---------------------------------------------------------------------------------------

/** `The request for … is not medically necessary`; `the request is for …`. */
function inRationale(ask: Ask, block: DecisionBlock): Restatement[] {
  const { body } = block.fields.rationale;
  const spans = [...conclusionSubjects(ask(conclusionsOf, block), body), ...statedRequests(body.text)];
  const distinct = spans.filter(
    (span, i) => spans.findIndex((other) => other.start < span.end && span.start < other.end) === i,
  );
  return distinct.map((span) => ({ where: 'rationale' as const, reading: body, span, blocks: [block] }));
}

function conclusionSubjects(conclusions: readonly Conclusion[], body: Reading): Span[] {
  return conclusions.flatMap(({ span, phrase }) => {
    const start = toReadingOffset(body, span.start);
    const end = toReadingOffset(body, phrase.start);
    const words = body.text.slice(start, end);
    const request = matchesIn(words, /\brequest(?:ed|s)?\b(?: for| of)?/gi).at(-1);
    const clause = matchesIn(words, /[,:;] |\b(?:therefore|thus|as such)\b,?/gi).at(-1);
    const before = request ?? clause;
    const offset = before ? before.index + before[0].length : 0;
    return end > start + offset ? [{ start: start + offset, end }] : [];
  });
}

function statedRequests(text: string): Span[] {
  return matchesIn(text, stated).map((match) => {
    const start = match.index + match[0].length - (match[1] ?? '').length;
    const cut =
      /,? (?:which|that|because|as (?:the|there)|since)\b|, (?=CA\b|MTUS|ODG|ACOEM|the (?:MTUS|ODG|CA)\b)/i.exec(
        match[1] ?? '',
      )?.index;
    return { start, end: start + (cut ?? (match[1] ?? '').length) };
  });
}

/** `The request is for …`, `This is a request for …`, `Regarding the request for …`. */
const stated =
  /\b(?:requests? (?:is|was|are) for|(?:this is|at issue is|regarding|concerning) (?:an? |the )?(?:current |retrospective )?requests? for)\b([^.;]{1,240}(?:\.\d[^.;]{0,120})?)/gi;

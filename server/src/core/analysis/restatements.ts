import type { ConceptMatches } from '../library/lexicon/lexicon';
import type { NameMatch } from '../library/types';
import type { DecisionBlock } from '../model/letter';
import { addTo } from '../text/groups';
import { matchesIn } from '../text/matches';
import { type Reading, toReadingOffset } from '../text/reading';
import { type Span, span, spansWithin } from '../text/span';
import { caseSummary } from './case-summary';
import { conceptsIn } from './concepts';
import { conclusionsOf } from './conclusions';
import { type Ask, fact, textFact } from './fact';
import { mentionsIn } from './item-mentions';
import { namesMeantIn } from './misspelled-drugs';
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
  /** What the block concludes on. */
  readonly isConclusion?: true;
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
  return ask(requestsIn, reading).flatMap(({ region, names }) => {
    const spans =
      names.length > 0 ? ownSegments(ask, block, names, region, reading) : onlyItem(ask, region, reading.text);
    return spans.map((span) => statedAt(ask, block, reading, span));
  });
}

/** The stretches of a text that say what was requested or denied, with the names of items in each. */
const requestsIn = fact((ask, reading: Reading) => {
  const items = ask(namesMeantIn, reading).filter(isItemName);
  return requestRegions(ask, reading).map((region) => ({ region, names: spansWithin(items, region) }));
});

/** Blocks that bear one name share one restatement, so that what is asked about it is worked out once for all of them. */
function statedAt(ask: Ask, block: DecisionBlock, reading: Reading, span: Span): Restatement {
  const known = ask(statedIn, reading);
  const key = `${span.start}-${span.end}`;
  const shared = known.get(key) ?? sharedAt(ask, reading, span);
  known.set(key, shared);
  const { stated, blocks } = shared;
  return blocks.has(block) ? stated : { ...stated, blocks: [block, ...blocks] };
}

interface Shared {
  readonly stated: Restatement;
  readonly blocks: ReadonlySet<DecisionBlock>;
}

const statedIn = fact((_, __: Reading) => new Map<string, Shared>());

function sharedAt(ask: Ask, reading: Reading, span: Span): Shared {
  const meant = ask(blocksMeantIn, reading);
  const named = new Set(spansWithin(ask(namesMeantIn, reading), span).flatMap(({ start }) => meant.get(start) ?? []));
  const blocks = [...named].sort((a, b) => a.index - b.index);
  return { stated: { where: 'summary', reading, span, blocks }, blocks: named };
}

/** The blocks whose item each name may mean, by where the name starts. */
const blocksMeantIn = fact((ask, reading: Reading) => {
  const meant = new Map<number, DecisionBlock[]>();
  for (const block of ask.letter.blocks) {
    for (const { start } of ask(mentionsIn, block, reading)) addTo(meant, start, block);
  }
  return meant;
});

function isItemName({ refs }: NameMatch): boolean {
  return refs.some(({ kind }) => kind === 'drug' || kind === 'brand' || kind === 'generic' || kind === 'treatment');
}

/** The stretches of the summary that say what was requested or denied. */
function requestRegions(ask: Ask, reading: Reading): Span[] {
  const concepts = ask(conceptsIn, reading);
  const granted = concepts.of('request.granted');
  const decisions = ask(decisionsOfReview);
  const denied = decisions.filter(({ kind }) => kind !== 'certified').flatMap(({ object }) => object);
  const requested = ask(sentencesIn, reading).flatMap((sentence): Span[] => {
    if (decisions.some((decision) => decision.sentence.start === sentence.start)) return [];
    const start = startOfRequest(reading.text, concepts, sentence);
    if (start === undefined || spansWithin(concepts.of('request.elsewhere'), sentence).length > 0) return [];
    return [span(start, sentence.end)];
  });
  return [...denied, ...requested].map((region) => beforeGrant(granted, region));
}

/** Where a sentence begins to say what is asked for. */
function startOfRequest(text: string, concepts: ConceptMatches, sentence: Span): number | undefined {
  const [asks] = spansWithin(concepts.of('request.for'), sentence);
  const [verb] = spansWithin(concepts.of('request.object'), sentence);
  if (verb && (!asks || verb.start < asks.start)) return behindSpace(text, text.indexOf(' ', verb.start));
  return asks && behindSpace(text, asks.end);
}

function behindSpace(text: string, at: number): number {
  return text.charAt(at) === ' ' ? at + 1 : at;
}

/** Up to where the words turn to what was granted instead. */
function beforeGrant(granted: readonly Span[], region: Span): Span {
  const grant = granted.find(({ start }) => start > region.start);
  return grant && grant.start <= region.end ? span(region.start, grant.start - 1) : region;
}

/** From the conjunction before the item's name to the one before the next item's. */
function ownSegments(
  ask: Ask,
  block: DecisionBlock,
  inside: readonly NameMatch[],
  region: Span,
  reading: Reading,
): Span[] {
  const own = new Set(ask(mentionsIn, block, reading).map(({ start }) => start));
  const conjunctions = ask(conceptsIn, reading).of('list.conjunction');
  const joint = (from: number, to: number): number => lastConjunction(reading.text, conjunctions, span(from, to));
  return inside.flatMap((name, i) => {
    if (!own.has(name.start)) return [];
    const before = inside[i - 1];
    const after = inside[i + 1];
    const start = before ? joint(before.end, name.start) : region.start;
    const end = after && !own.has(after.start) ? joint(name.end, after.start) : (after?.start ?? region.end);
    return [{ start, end }];
  });
}

function lastConjunction(text: string, words: readonly Span[], between: Span): number {
  const word = spansWithin(words, between).at(-1)?.start ?? -1;
  const mark = matchesIn(text.slice(between.start, between.end), /[,;] /g).at(-1);
  const last = Math.max(word, mark ? between.start + mark.index : -1);
  return last < 0 ? between.end : last;
}

/** Words that name nothing the library knows are about the item where the letter has one only. */
function onlyItem({ letter }: Ask, region: Span, text: string): Span[] {
  return letter.blocks.length === 1 && text.slice(region.start, region.end).trim() !== '' ? [region] : [];
}

// ---- in the rationale ---------------------------------------------------------------------------------------

/** `The request for … is not medically necessary`; `the request is for …`. */
function inRationale(ask: Ask, block: DecisionBlock): Restatement[] {
  const { body } = block.fields.rationale;
  const conclusions = conclusionSubjects(ask, block);
  const spans = [...conclusions, ...ask(statedRequestsIn, body)];
  const distinct = spans.filter(
    (span, i) => spans.findIndex((other) => other.start < span.end && span.start < other.end) === i,
  );
  const last = conclusions.at(-1);
  return distinct.map((span) => ({
    where: 'rationale' as const,
    reading: body,
    span,
    blocks: [block],
    ...(span === last && { isConclusion: true as const }),
  }));
}

function conclusionSubjects(ask: Ask, block: DecisionBlock): Span[] {
  const { body } = block.fields.rationale;
  const concepts = ask(conceptsIn, body);
  return ask(conclusionsOf, block).flatMap((conclusion) => {
    const subject = span(toReadingOffset(body, conclusion.span.start), toReadingOffset(body, conclusion.phrase.start));
    const request =
      spansWithin(concepts.of('request.word'), subject).at(-1) ??
      spansWithin(concepts.of('conclusion.necessity'), subject).at(-1);
    const start = request?.end ?? startOfClause(body.text, concepts.of('clause.conclusive'), subject);
    return subject.end > start ? [span(start, subject.end)] : [];
  });
}

/** Behind the last mark or word that opens a clause; an amount behind a mark belongs to the item: `Norco, #60`, `day supply: 30`. */
function startOfClause(text: string, words: readonly Span[], { start, end }: Span): number {
  const mark = matchesIn(text.slice(start, end), /[,;] (?!#)|: (?![#\d])/g).at(-1);
  const word = spansWithin(words, span(start, end)).at(-1);
  return Math.max(start, mark ? start + mark.index + mark[0].length : 0, word?.end ?? 0);
}

/** How long a request is at most. */
const longest = 240;

/** `The request is for …`, `This is a request for …`, `Regarding the request for …`, up to where the sentence goes on with something else. */
const statedRequestsIn = textFact((text, _, of): readonly Span[] => {
  const concepts = of(conceptsIn);
  return concepts.of('request.stated').map(({ end: start }) => {
    const sentence = of(sentencesIn).find((each) => each.start <= start && start <= each.end);
    const rest = span(start, Math.min(sentence?.end ?? text.length, start + longest));
    const ends = [
      spansWithin(concepts.of('request.ends'), rest)[0],
      spansWithin(concepts.of('request.source'), rest).find((source) => text.startsWith(', ', source.start - 2)),
    ].flatMap((each) => (each ? [each.start] : []));
    const stop = /;|\.["”’)]*$/.exec(text.slice(rest.start, rest.end))?.index;
    const end = Math.min(...ends, stop === undefined ? rest.end : rest.start + stop);
    return span(start, start + text.slice(start, end).replace(/(?<![, ])[, ]+$/, '').length);
  });
});

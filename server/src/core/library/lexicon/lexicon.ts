import { once } from '../../text/once';
import { splitSentences } from '../../text/sentences';
import type { Span } from '../../text/span';
import { byWord } from '../words';
import { cueOf } from './cues';
import { type ConceptFamily, type FamilyMatch, familyMatches, familyTable } from './families';
import type { ConceptId } from './generated/concept-id';
import { createScanner, type Scan } from './scan';
import type { LexiconTables } from './tables';
import { type Tokens, tokenize } from './tokens';
import { createWordTable } from './word-table';

/** The concepts of all packs, ready to be found. Built from tables when it is first asked. */
export interface Lexicon {
  /** Cuts a reading text up; `sentences` as `splitSentences` gives them, where they are known. */
  tokens(text: string, sentences?: readonly Span[]): Tokens;
  /** Every phrase of every concept, in one pass. */
  match(tokens: Tokens): ConceptMatches;
  /** The members of a family: `left`, `right` and `both` of `side`. */
  kinds(family: ConceptFamily): readonly string[];
}

/** What a text says, by concept. Spans are UTF-16 offsets of the text, half-open. */
export interface ConceptMatches {
  /** Where the text speaks of it: the longest phrase at each place, ascending, not overlapping. */
  of(concept: ConceptId): readonly Span[];
  has(concept: ConceptId): boolean;
  first(concept: ConceptId): Span | undefined;
  /** Every concept of a family, those of a team's packs too: ascending; of several that overlap, the first and longest. */
  family(family: ConceptFamily): readonly FamilyMatch[];
  /** The members of a family that the text speaks of anywhere. */
  kinds(family: ConceptFamily): readonly string[];
  /** Where a cue of the rationale packs stands. */
  cue(cue: string): readonly Span[];
  /** Those of a pack's cues that the text holds. */
  cuesAmong(cues: readonly string[]): readonly string[];
  /** The cues that the text holds. */
  cues(): readonly string[];
  /** Edges followed in the automaton: what the pass cost. */
  readonly steps: number;
}

export function createLexicon(tables: () => LexiconTables): Lexicon {
  const engine = once(() => {
    const loaded = tables();
    return {
      scan: scannerOf(loaded),
      ...numbersOf(loaded.concepts),
      membersOf: familyTable(loaded.concepts),
      numbersOfCues: new WeakMap(),
    };
  });
  return {
    tokens: (text, sentences = splitSentences(text, noStops)) => tokenize(text, sentences),
    match: (tokens) => matchesOf(engine().scan(tokens), engine()),
    kinds: (family) =>
      engine()
        .membersOf(family)
        .map(({ kind }) => kind),
  };
}

/** The numbers of concepts by id, and of cues by text. */
function numbersOf(ids: readonly string[]): Pick<Ids, 'numbers' | 'cueNumbers'> {
  const numbers = new Map<string, number>();
  const cueNumbers = new Map<string, number>();
  for (const [number, id] of ids.entries()) {
    const cue = cueOf(id);
    if (cue === undefined) numbers.set(id, number);
    else cueNumbers.set(cue, number);
  }
  return { numbers, cueNumbers };
}

const noStops: ReadonlySet<string> = new Set();

function scannerOf(tables: LexiconTables): (tokens: Tokens) => Scan {
  const scan = createScanner(tables);
  const table = createWordTable(tables);
  const symbolOf = byWord((word, hash) => table.symbolOf(word, 0, word.length, hash));
  // Used again for each text.
  let symbols = new Int32Array(0);
  return (tokens) => {
    const { count, words, vocabulary } = tokens;
    if (symbols.length < count) symbols = new Int32Array(2 * count);
    for (let at = 0; at < count; at++) symbols[at] = symbolOf(vocabulary, words[at] as number);
    return scan(tokens, symbols);
  };
}

const none: readonly Span[] = [];

interface Ids {
  readonly numbers: ReadonlyMap<string, number>;
  readonly cueNumbers: ReadonlyMap<string, number>;
  readonly membersOf: ReturnType<typeof familyTable>;
  /** Of each list of cues that was asked about. */
  readonly numbersOfCues: WeakMap<readonly string[], Int32Array>;
}

function matchesOf({ concepts, firsts, places, steps }: Scan, ids: Ids): ConceptMatches {
  const { numbers, cueNumbers, membersOf } = ids;
  const spans: (readonly Span[] | undefined)[] = [];
  // Most questions are about what the text does not say: a bit a concept answers them.
  const bits = bitsOf(concepts);
  const holds = (number: number | undefined): boolean =>
    number !== undefined && number >= 0 && (((bits[number >> 5] as number) >>> (number & 31)) & 1) === 1;
  /** Most concepts that a text speaks of are parts of others, and nobody asks for them: spans are made of those that are. */
  const byNumber = (number: number | undefined): readonly Span[] => {
    if (number === undefined || !holds(number)) return none;
    const at = indexOf(concepts, number);
    spans[at] ??= spansOf(places, firsts[at] as number, firsts[at + 1] as number);
    return spans[at];
  };
  const families = new Map<string, readonly FamilyMatch[]>();
  return {
    of: (concept) => byNumber(numbers.get(concept)),
    has: (concept) => holds(numbers.get(concept)),
    first: (concept) => byNumber(numbers.get(concept))[0],
    family(family) {
      const known = families.get(family);
      if (known) return known;
      const found = familyMatches(membersOf(family), byNumber);
      families.set(family, found);
      return found;
    },
    kinds: (family) => membersOf(family).flatMap(({ kind, number }) => (holds(number) ? [kind] : [])),
    cue: (cue) => byNumber(cueNumbers.get(cue)),
    cuesAmong(cues) {
      const numbersOfList = numbersOfCues(cues, ids);
      return cues.filter((_, i) => holds(numbersOfList[i]));
    },
    cues: () => [...cueNumbers].flatMap(([cue, number]) => (holds(number) ? [cue] : [])),
    steps,
  };
}

/** Of each cue its number; -1 for what is no cue of a pack. */
function numbersOfCues(cues: readonly string[], { cueNumbers, numbersOfCues: known }: Ids): Int32Array {
  let found = known.get(cues);
  if (!found) {
    found = Int32Array.from(cues, (cue) => cueNumbers.get(cue) ?? -1);
    known.set(cues, found);
  }
  return found;
}

/** A bit for each number up to the last of numbers that ascend. */
function bitsOf(numbers: Int32Array): Int32Array {
  const bits = new Int32Array(((numbers[numbers.length - 1] ?? -1) >> 5) + 1);
  for (const number of numbers) bits[number >> 5] = (bits[number >> 5] as number) | (1 << (number & 31));
  return bits;
}

/** The index of a number among numbers that ascend, or -1. */
function indexOf(numbers: Int32Array, wanted: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = numbers[middle] as number;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function spansOf(places: Int32Array, first: number, end: number): readonly Span[] {
  const spans: Span[] = [];
  for (let place = first; place < end; place++)
    spans.push({ start: places[2 * place] as number, end: places[2 * place + 1] as number });
  return spans;
}

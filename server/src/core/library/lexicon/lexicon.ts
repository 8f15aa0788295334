import { once } from '../../text/once';
import { splitSentences } from '../../text/sentences';
import type { Span } from '../../text/span';
import { byWord } from '../words';
import { cueOf } from './cues';
import { type ConceptFamily, type FamilyMatch, familyMatches, familyTable } from './families';
import type { ConceptId } from './generated/concept-id';
import { createScanner, FIND_SIZE, type Scan } from './scan';
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
}

function matchesOf({ found, steps }: Scan, { numbers, cueNumbers, membersOf }: Ids): ConceptMatches {
  const { firsts, nexts } = chainsOf(found);
  const known = new Map<number, readonly Span[]>();
  /** Most concepts that a text speaks of are parts of others, and nobody asks for them: spans are made of those that are. */
  const byNumber = (number: number | undefined): readonly Span[] => {
    const first = number === undefined ? undefined : firsts.get(number);
    if (number === undefined || first === undefined) return none;
    let spans = known.get(number);
    if (!spans) {
      spans = spansAlong(found, nexts, first);
      known.set(number, spans);
    }
    return spans;
  };
  const families = new Map<string, readonly FamilyMatch[]>();
  const holds = (number: number | undefined): boolean => number !== undefined && firsts.has(number);
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
    cues: () => [...cueNumbers].flatMap(([cue, number]) => (holds(number) ? [cue] : [])),
    steps,
  };
}

/** The finds of each concept as a chain in the order of the text: where it begins, by concept, and of each find where the next one is. */
function chainsOf(found: readonly number[]): {
  readonly firsts: ReadonlyMap<number, number>;
  readonly nexts: Int32Array;
} {
  const firsts = new Map<number, number>();
  const nexts = new Int32Array(found.length / FIND_SIZE);
  for (let find = nexts.length - 1; find >= 0; find--) {
    const concept = found[FIND_SIZE * find] as number;
    nexts[find] = firsts.get(concept) ?? -1;
    firsts.set(concept, find);
  }
  return { firsts, nexts };
}

function spansAlong(found: readonly number[], nexts: Int32Array, first: number): readonly Span[] {
  const spans: Span[] = [];
  for (let find = first; find >= 0; find = nexts[find] as number) {
    const at = FIND_SIZE * find;
    spans.push({ start: found[at + 1] as number, end: found[at + 2] as number });
  }
  return spans;
}

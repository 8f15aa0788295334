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
  /** Where each cue of the rationale packs stands that the text holds. */
  cues(): ReadonlyMap<string, readonly Span[]>;
  /** Edges followed in the automaton: what the pass cost. */
  readonly steps: number;
}

export function createLexicon(tables: () => LexiconTables): Lexicon {
  const engine = once(() => {
    const loaded = tables();
    return {
      scan: scannerOf(loaded),
      ids: loaded.concepts,
      numbers: new Map(loaded.concepts.map((id, number) => [id, number])),
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
  readonly ids: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly membersOf: ReturnType<typeof familyTable>;
}

function matchesOf(scan: Scan, { ids, numbers, membersOf }: Ids): ConceptMatches {
  const byConcept = once(() => spansByConcept(scan));
  const byNumber = (number: number): readonly Span[] => byConcept().get(number) ?? none;
  const of = (concept: string): readonly Span[] => byNumber(numbers.get(concept) ?? -1);
  const families = new Map<string, readonly FamilyMatch[]>();
  return {
    of,
    has: (concept) => of(concept).length > 0,
    first: (concept) => of(concept)[0],
    family(family) {
      const known = families.get(family);
      if (known) return known;
      const found = familyMatches(membersOf(family), byNumber);
      families.set(family, found);
      return found;
    },
    kinds: (family) => membersOf(family).flatMap(({ kind, number }) => (byNumber(number).length > 0 ? [kind] : [])),
    cues: once(() => cuesIn(byConcept(), ids)),
    steps: scan.steps,
  };
}

function cuesIn(
  found: ReadonlyMap<number, readonly Span[]>,
  ids: readonly string[],
): ReadonlyMap<string, readonly Span[]> {
  const cues = new Map<string, readonly Span[]>();
  for (const [number, spans] of found) {
    const cue = cueOf(ids[number] as string);
    if (cue !== undefined) cues.set(cue, spans);
  }
  return cues;
}

function spansByConcept({ found }: Scan): ReadonlyMap<number, readonly Span[]> {
  const spans = new Map<number, Span[]>();
  for (let i = 0; i < found.length; i += 3) {
    const concept = found[i] as number;
    const span = { start: found[i + 1] as number, end: found[i + 2] as number };
    const list = spans.get(concept);
    if (list) list.push(span);
    else spans.set(concept, [span]);
  }
  return spans;
}

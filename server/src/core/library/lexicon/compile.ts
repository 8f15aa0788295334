import { startsOf } from '../packed-numbers';
import { type Automaton, determinize } from './determinize';
import type { IrregularForms } from './inflect';
import { Network } from './network';
import { looksAround, type Phrase, PhraseError, parseCue, parsePhrase, referencesOf } from './phrase';
import { Symbols } from './symbols';
import { AT_END, AT_START, HAS_MARKS, type LexiconTables } from './tables';
import { layOutWords } from './word-table';

/** A phrase as a pack gives it, and where. */
export interface PhraseSource {
  readonly text: string;
  readonly isExact: boolean;
  readonly isCue: boolean;
  /** 0 for what ships, then one more for each pack of a team. */
  readonly layer: number;
  readonly pack: string;
  readonly pointer: string;
}

export interface LexiconSource {
  /** Phrases by concept; a cue is a concept of its own, whose id is `=` and its text. */
  readonly concepts: ReadonlyMap<string, readonly PhraseSource[]>;
  readonly irregular: IrregularForms;
}

export interface LexiconProblem {
  readonly pack: string;
  readonly pointer: string;
  readonly message: string;
}

/** Phrases that are sound, read. */
export interface ReadLexicon {
  readonly concepts: ReadonlyMap<string, readonly Phrase[]>;
  readonly irregular: IrregularForms;
  readonly problems: readonly LexiconProblem[];
}

interface ReadPhrase {
  readonly source: PhraseSource;
  readonly phrase: Phrase;
}

/** Reads all phrases and leaves out what is broken: what cannot be read, leads nowhere, runs in a circle or does not go together. */
export function readLexicon({ concepts, irregular }: LexiconSource): ReadLexicon {
  const problems: LexiconProblem[] = [];
  const report = ({ pack, pointer }: PhraseSource, message: string): void => {
    problems.push({ pack, pointer, message });
  };
  let read = new Map([...concepts].map(([id, sources]) => [id, readPhrases(sources, report)]));
  read = keep(read, ({ source, phrase }) => {
    const unknown = [...referencesOf(phrase)].find((id) => !concepts.has(id));
    if (unknown !== undefined) report(source, `there is no concept "${unknown}"`);
    return unknown === undefined;
  });
  read = withoutCircles(read, report);
  read = withoutMisfits(read, irregular, report);
  return { concepts: phrasesOf(read), irregular, problems };
}

type Report = (source: PhraseSource, message: string) => void;
type ReadPhrases = Map<string, readonly ReadPhrase[]>;

function readPhrases(sources: readonly PhraseSource[], report: Report): readonly ReadPhrase[] {
  return sources.flatMap((source) => {
    let phrase: Phrase | undefined;
    const message = messageOf(() => {
      phrase = source.isCue ? parseCue(source.text) : parsePhrase(source.text, source.isExact);
    });
    if (message !== undefined) report(source, message);
    return phrase ? [{ source, phrase }] : [];
  });
}

function messageOf(run: () => void): string | undefined {
  try {
    run();
  } catch (error) {
    if (error instanceof PhraseError) return error.message;
    throw error;
  }
  return undefined;
}

function keep(read: ReadPhrases, isSound: (phrase: ReadPhrase) => boolean): ReadPhrases {
  return new Map([...read].map(([id, list]) => [id, list.filter(isSound)]));
}

/** Leaves out each phrase by which a concept would hold itself; of two phrases that make a circle, that of the later pack. */
function withoutCircles(read: ReadPhrases, report: Report): ReadPhrases {
  const uses = new Map<string, Set<string>>();
  const reaches = (from: string, to: string): boolean =>
    from === to || [...(uses.get(from) ?? [])].some((id) => reaches(id, to));
  const kept = new Set<ReadPhrase>();
  const all = [...read].flatMap(([id, list]) => list.map((each) => ({ id, each })));
  for (const { id, each } of all.sort((a, b) => a.each.source.layer - b.each.source.layer)) {
    const references = referencesOf(each.phrase);
    const back = [...references].find((reference) => reaches(reference, id));
    if (back !== undefined) {
      report(each.source, `"@${back}" leads back to "${id}"`);
      continue;
    }
    kept.add(each);
    uses.set(id, new Set([...(uses.get(id) ?? []), ...references]));
  }
  return keep(read, (each) => kept.has(each));
}

/** Leaves out what does not go together, until all does: without one phrase, another may not stand where it stood. */
function withoutMisfits(read: ReadPhrases, irregular: IrregularForms, report: Report): ReadPhrases {
  const phrases = phrasesOf(read);
  const network = new Network(new Symbols(), irregular, (id) => phrases.get(id) ?? []);
  const misfits = new Set<ReadPhrase>();
  for (const each of [...read.values()].flat()) {
    const message = messageOf(() => network.add(0, each.phrase));
    if (message === undefined) continue;
    for (const culprit of culpritsOf(each, read)) {
      if (!misfits.has(culprit)) report(culprit.source, message);
      misfits.add(culprit);
    }
  }
  return misfits.size === 0
    ? read
    : withoutMisfits(
        keep(read, (each) => !misfits.has(each)),
        irregular,
        report,
      );
}

/** Of a phrase that does not fit: the phrases of later packs that look around themselves and that it refers to, or else itself. */
function culpritsOf(misfit: ReadPhrase, read: ReadPhrases): readonly ReadPhrase[] {
  const reached = new Set(referencesOf(misfit.phrase));
  for (const id of reached)
    for (const { phrase } of read.get(id) ?? []) for (const next of referencesOf(phrase)) reached.add(next);
  const later = [...reached]
    .flatMap((id) => read.get(id) ?? [])
    .filter(({ source, phrase }) => source.layer > misfit.source.layer && looksAround(phrase));
  return later.length > 0 ? later : [misfit];
}

function phrasesOf(read: ReadPhrases): Map<string, readonly Phrase[]> {
  return new Map([...read].map(([id, list]) => [id, list.map(({ phrase }) => phrase)]));
}

/** Compiles a lexicon that was read into tables. The same phrases give the same tables. */
export function compileLexicon({ concepts, irregular }: ReadLexicon): LexiconTables {
  const symbols = new Symbols();
  const network = new Network(symbols, irregular, (id) => concepts.get(id) ?? []);
  const ids = [...concepts.keys()].sort();
  ids.forEach((id, number) => {
    for (const phrase of concepts.get(id) ?? []) network.add(number, phrase);
  });
  return { concepts: ids, ...layOutWords(symbols), ...layOut(determinize(network, symbols)) };
}

type AutomatonTables = Pick<
  LexiconTables,
  'root' | 'rows' | 'edgeStarts' | 'edgeSymbols' | 'edgeTargets' | 'acceptStarts' | 'accepts' | 'entries'
>;

function layOut({ root, states, entries }: Automaton): AutomatonTables {
  const { rows, distinct } = rowsOf(states.map((state) => state.edges));
  const edges = distinct.flat();
  return {
    root,
    rows,
    edgeStarts: startsOf(distinct.map((row) => row.length)),
    edgeSymbols: Int32Array.from(edges, ([symbol]) => symbol),
    edgeTargets: Int32Array.from(edges, ([, to]) => to),
    acceptStarts: startsOf(states.map((state) => state.accepts.length)),
    accepts: Int32Array.from(states.flatMap((state) => state.accepts)),
    entries: Int32Array.from(
      entries.flatMap(({ concept, ahead, behind, atStart, atEnd, to, most, hasMarks }) => [
        concept,
        ahead,
        behind,
        (atStart ? AT_START : 0) | (atEnd ? AT_END : 0) | (hasMarks ? HAS_MARKS : 0),
        to,
        most,
      ]),
    ),
  };
}

type Row = Automaton['states'][number]['edges'];

/** Each different row of edges once, and which of them each state has. */
function rowsOf(edges: readonly Row[]): { readonly rows: Int32Array; readonly distinct: readonly Row[] } {
  const numbers = new Map<string, number>();
  const distinct: Row[] = [];
  const rows = edges.map((row) => {
    const key = row.join(';');
    const known = numbers.get(key) ?? distinct.push(row) - 1;
    numbers.set(key, known);
    return known;
  });
  return { rows: Int32Array.from(rows), distinct };
}

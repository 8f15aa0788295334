import { addTo } from '../../text/groups';
import { type Demand, GAP, type Network } from './network';
import { ANY_MARK, ANY_NUMBER, ANY_WORD, BOUNDARY, type Symbols } from './symbols';

/** One state of the automaton; state 0 leads nowhere. A symbol without an edge goes by the edge of its class, if there is one. */
export interface AutomatonState {
  /** By symbol, ascending. */
  readonly edges: readonly (readonly [symbol: number, to: number])[];
  /** What is found here, as numbers of `entries`. */
  readonly accepts: readonly number[];
}

/**
 * What a state may find, and under which conditions. `ahead`, `behind`: states from which nothing may be found; 0 for none.
 * For a gap, `to` is the state behind it.
 */
export interface AutomatonEntry {
  /** Number of the concept, `GUARD` or `GAP`. */
  readonly concept: number;
  readonly to: number;
  readonly most: number;
  readonly hasMarks: boolean;
  readonly ahead: number;
  readonly behind: number;
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

export interface Automaton {
  readonly root: number;
  readonly states: readonly AutomatonState[];
  readonly entries: readonly AutomatonEntry[];
}

/** A state of the network and what is demanded of the next token. */
interface Item {
  readonly state: number;
  readonly demands: readonly Demand[];
}

interface Move {
  readonly to: number;
  readonly except: ReadonlySet<number> | undefined;
}

const noGap = { to: 0, most: 0, hasMarks: false };
const classes = [ANY_WORD, ANY_NUMBER, ANY_MARK];

/** The smallest automaton that finds what the network finds: one state at a time, one look for each token. */
export function determinize(network: Network, symbols: Symbols): Automaton {
  const builder = new Builder(network, symbols);
  const root = builder.stateOf(network.starts);
  return { root, states: builder.states, entries: builder.entries };
}

class Builder {
  readonly states: AutomatonState[] = [{ edges: [], accepts: [] }];
  readonly entries: AutomatonEntry[] = [];
  readonly #network: Network;
  readonly #symbols: Symbols;
  readonly #bySet = new Map<string, number>();
  readonly #byShape = new Map<string, number>();
  readonly #entryNumbers = new Map<string, number>();
  readonly #spellings = new Map<number, number[]>();
  readonly #byPrefix = new Map<string, number>();
  readonly #prefixes = new Map<number, readonly number[]>();
  readonly #startingWith = new Map<number, readonly number[]>();

  constructor(network: Network, symbols: Symbols) {
    this.#network = network;
    this.#symbols = symbols;
    for (const symbol of symbols.all()) {
      if (symbols.kinds[symbol] === 'prefix') this.#byPrefix.set(symbols.texts[symbol] ?? '', symbol);
      const word = symbols.foldedOf[symbol] ?? symbol;
      if (word !== symbol) addTo(this.#spellings, word, symbol);
    }
  }

  /** The state that stands for these states of the network together. */
  stateOf(from: readonly number[]): number {
    if (from.length === 0) return 0;
    const starts = [...new Set(from)].sort((a, b) => a - b);
    const key = starts.join();
    const known = this.#bySet.get(key);
    if (known !== undefined) return known;
    const items = this.#itemsOf(starts);
    const accepts = this.#acceptsOf(items);
    const edges = this.#edgesOf(this.#movesOf(items));
    const state = this.#interned({ edges, accepts });
    this.#bySet.set(key, state);
    return state;
  }

  #interned(state: AutomatonState): number {
    const shape = `${state.accepts.join()};${state.edges.map((edge) => edge.join(':')).join()}`;
    const known = this.#byShape.get(shape);
    if (known !== undefined) return known;
    this.states.push(state);
    this.#byShape.set(shape, this.states.length - 1);
    return this.states.length - 1;
  }

  #itemsOf(states: readonly number[]): readonly Item[] {
    const items = new Map<string, Item>();
    for (const state of states) {
      for (const item of this.#network.closure(state)) items.set(`${item.state}:${item.demands.join()}`, item);
    }
    return [...items.values()];
  }

  #acceptsOf(items: readonly Item[]): readonly number[] {
    const found = new Set([...items.flatMap((item) => this.#findOf(item) ?? []), ...this.#gapsOf(items)]);
    const free = new Set(
      [...found].filter((entry) => this.#isFree(entry)).map((entry) => this.entries[entry]?.concept),
    );
    return [...found]
      .filter((entry) => this.#isFree(entry) || !free.has(this.entries[entry]?.concept))
      .sort((a, b) => a - b);
  }

  #findOf({ state, demands }: Item): number | undefined {
    const accepts = this.#network.states[state]?.accepts;
    if (!accepts) return undefined;
    const { concept, behind, atStart } = accepts;
    return this.#entryNumber({
      ...noGap,
      concept,
      ahead: this.#aheadOf(demands),
      behind: this.#guardState(behind),
      atStart,
      atEnd: demands.includes('end'),
    });
  }

  /** Gaps of one width are one, whatever comes behind. */
  #gapsOf(items: readonly Item[]): readonly number[] {
    const gaps = new Map<string, { entry: AutomatonEntry; to: number[] }>();
    for (const { state, demands } of items) {
      const gap = this.#network.states[state]?.gap;
      if (!gap) continue;
      const { most, hasMarks } = gap;
      const entry = {
        ...noGap,
        concept: GAP,
        ahead: this.#aheadOf(demands),
        behind: 0,
        atStart: false,
        atEnd: false,
        most,
        hasMarks,
      };
      const key = Object.values(entry).join();
      const known = gaps.get(key);
      if (known) known.to.push(gap.to);
      else gaps.set(key, { entry, to: [gap.to] });
    }
    return [...gaps.values()].map(({ entry, to }) => this.#entryNumber({ ...entry, to: this.stateOf(to) }));
  }

  #aheadOf(demands: readonly Demand[]): number {
    return this.#guardState(demands.filter((demand) => demand !== 'end'));
  }

  #isFree(number: number): boolean {
    const entry = this.entries[number];
    return (
      entry !== undefined &&
      entry.concept >= 0 &&
      entry.ahead === 0 &&
      entry.behind === 0 &&
      !entry.atStart &&
      !entry.atEnd
    );
  }

  #entryNumber(entry: AutomatonEntry): number {
    const key = Object.values(entry).join();
    const known = this.#entryNumbers.get(key);
    if (known !== undefined) return known;
    this.entries.push(entry);
    this.#entryNumbers.set(key, this.entries.length - 1);
    return this.entries.length - 1;
  }

  #guardState(guards: readonly number[]): number {
    return this.stateOf(guards.flatMap((guard) => this.#network.guards[guard]?.start ?? []));
  }

  /** Where each symbol, or class of symbols, leads. */
  #movesOf(items: readonly Item[]): ReadonlyMap<number, readonly Move[]> {
    const moves = new Map<number, Move[]>();
    for (const { state, demands } of items) {
      const excepted = demands.flatMap((demand) =>
        demand === 'end' ? [] : [...(this.#network.guards[demand]?.symbols ?? [])],
      );
      const except = excepted.length > 0 ? new Set(excepted) : undefined;
      for (const { symbol, to } of this.#network.states[state]?.edges ?? []) {
        addTo(moves, symbol, { to, except });
      }
    }
    return moves;
  }

  #edgesOf(moves: ReadonlyMap<number, readonly Move[]>): AutomatonState['edges'] {
    const edges = new Map<number, number>();
    for (const symbol of [...classes, BOUNDARY]) {
      const to = this.stateOf((moves.get(symbol) ?? []).map((move) => move.to));
      if (to !== 0) edges.set(symbol, to);
    }
    for (const symbol of this.#explicit(moves)) {
      const to = this.stateOf(this.#targetsOf(symbol, moves));
      if (to !== (edges.get(this.#symbols.classOf(symbol)) ?? 0)) edges.set(symbol, to);
    }
    return [...edges].sort(([a], [b]) => a - b);
  }

  /** The symbols that may lead elsewhere than others of their class. */
  #explicit(moves: ReadonlyMap<number, readonly Move[]>): ReadonlySet<number> {
    const explicit = new Set<number>();
    const add = (symbol: number): void => {
      explicit.add(symbol);
      for (const spelling of this.#spellings.get(symbol) ?? []) explicit.add(spelling);
    };
    for (const [symbol, list] of moves) {
      if (this.#symbols.kinds[symbol] === 'prefix') for (const word of this.#wordsWith(symbol)) add(word);
      else if (symbol > BOUNDARY) add(symbol);
      for (const { except } of list) for (const word of except ?? []) add(word);
    }
    return explicit;
  }

  #targetsOf(symbol: number, moves: ReadonlyMap<number, readonly Move[]>): number[] {
    const folded = this.#symbols.foldedOf[symbol] ?? symbol;
    const labels = new Set([symbol, folded, this.#symbols.classOf(symbol)]);
    for (const prefix of this.#prefixesOf(symbol)) labels.add(prefix);
    return [...labels]
      .flatMap((label) => moves.get(label) ?? [])
      .filter(({ except }) => !except?.has(symbol) && !except?.has(folded))
      .map(({ to }) => to);
  }

  /** The beginnings that a symbol has. */
  #prefixesOf(symbol: number): readonly number[] {
    let prefixes = this.#prefixes.get(symbol);
    if (!prefixes) {
      const text = this.#symbols.foldedText(symbol);
      prefixes = Array.from(text, (_, i) => this.#byPrefix.get(text.slice(0, i + 1)) ?? 0).filter(
        (prefix) => prefix > 0,
      );
      this.#prefixes.set(symbol, prefixes);
    }
    return prefixes;
  }

  /** The symbols that begin as a prefix says, and itself. */
  #wordsWith(prefix: number): readonly number[] {
    let words = this.#startingWith.get(prefix);
    if (!words) {
      const beginning = this.#symbols.texts[prefix] ?? '';
      words = [...this.#symbols.all()].filter((symbol) => this.#symbols.foldedText(symbol).startsWith(beginning));
      this.#startingWith.set(prefix, words);
    }
    return words;
  }
}

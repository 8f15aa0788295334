import { formsOf, type IrregularForms } from './inflect';
import { type Part, type Phrase, PhraseError } from './phrase';
import { ANY_NUMBER, ANY_WORD, BOUNDARY, type Symbols } from './symbols';

/** What must hold where a phrase ends. `end`: only marks follow in the sentence. A number: the guard of that number does not follow. */
export type Demand = 'end' | number;

interface State {
  readonly edges: { readonly symbol: number; readonly to: number }[];
  /** Ways that take no token. */
  readonly free: { readonly to: number; readonly demand?: Demand }[];
  /** What is found when this state is reached. */
  accepts?: Accept;
  /** Behind this state come words that do not matter. */
  gap?: Gap;
}

/** At most so many words, and marks among them, before a phrase goes on. */
interface Gap {
  readonly most: number;
  readonly hasMarks: boolean;
  readonly to: number;
}

/** Stand for a concept at the end of a guard, and before a gap. */
export const GUARD = -1;
export const GAP = -2;

/** The end of a phrase. */
export interface Accept {
  readonly concept: number;
  /** Guards that must not stand before, read backwards. */
  readonly behind: readonly number[];
  readonly atStart: boolean;
}

/** A wording that must not stand before or behind a phrase. */
interface Guard {
  readonly start: number;
  /** The symbols, where every option is a single one: then it may stand inside a phrase too. */
  readonly symbols: ReadonlySet<number> | undefined;
}

type GapPart = Extract<Part, { kind: 'gap' }>;

const WIDEST_IN_GUARD = 5;

/** Phrases of a concept, by id, for references. */
export type PhrasesOf = (concept: string) => readonly Phrase[];

/** All phrases as one network of states without circles; each phrase has a start of its own. */
export class Network {
  readonly states: State[] = [];
  readonly guards: Guard[] = [];
  readonly starts: number[] = [];
  readonly #symbols: Symbols;
  readonly #irregular: IrregularForms;
  readonly #phrasesOf: PhrasesOf;
  readonly #guardEnd: number;
  #isInGuard = false;

  constructor(symbols: Symbols, irregular: IrregularForms, phrasesOf: PhrasesOf) {
    this.#symbols = symbols;
    this.#irregular = irregular;
    this.#phrasesOf = phrasesOf;
    this.#guardEnd = this.#state();
    this.#at(this.#guardEnd).accepts = { concept: GUARD, behind: [], atStart: false };
  }

  /** Adds a phrase of a concept. Throws a PhraseError where its parts do not go together; then nothing is added. */
  add(concept: number, phrase: Phrase): void {
    const starts = this.#ways(phrase).map(({ parts, notAfter, atStart }) => {
      const start = this.#state();
      const end = this.#sequence(parts, start);
      const behind = notAfter.map((options) => this.#guard(options.map((option) => this.#reversed(option))));
      this.#at(end).accepts = { concept, behind, atStart };
      this.#check(start);
      return start;
    });
    this.starts.push(...starts);
  }

  /** A phrase with what its beginning asks of the text before it taken out: one way for each such beginning. */
  #ways(phrase: Phrase): Way[] {
    const [first, ...rest] = phrase;
    if (first?.kind === 'start') return this.#ways(rest).map((way) => ({ ...way, atStart: true }));
    if (first?.kind === 'not-after') {
      return this.#ways(rest).map((way) => ({ ...way, notAfter: [first.options, ...way.notAfter] }));
    }
    const options = first && this.#optionsOf(first);
    if (!options?.some((option) => this.#looksBack(option))) return [{ parts: phrase, notAfter: [], atStart: false }];
    return options.flatMap((option) => this.#ways([...option, ...rest]));
  }

  #optionsOf(part: Part): readonly Phrase[] | undefined {
    if (part.kind === 'concept') return this.#phrasesOf(part.id);
    if (part.kind !== 'choice') return undefined;
    return part.isOptional ? [...part.options, []] : part.options;
  }

  #looksBack([first]: Phrase): boolean {
    if (!first) return false;
    if (first.kind === 'start' || first.kind === 'not-after') return true;
    return this.#optionsOf(first)?.some((option) => this.#looksBack(option)) ?? false;
  }

  #sequence(parts: Phrase, from: number): number {
    return parts.reduce((state, part) => this.#part(part, state), from);
  }

  #part(part: Part, from: number): number {
    switch (part.kind) {
      case 'word':
      case 'forms':
      case 'prefix':
        return this.#oneOf(this.#symbolsOf(part), from);
      case 'any-word':
        return this.#anyWord(from);
      case 'number':
        return this.#number(from);
      case 'gap':
        return this.#gap(part, from);
      case 'concept':
        return this.#choice(this.#phrasesOf(part.id), false, from);
      case 'choice':
        return this.#choice(part.options, part.isOptional, from);
      case 'not-before':
        return this.#free(from, this.#state(), this.#guard(part.options));
      case 'end':
        return this.#free(from, this.#state(), 'end');
      case 'sentence-end':
        return this.#sentenceEnd(from);
      case 'not-after':
        throw new PhraseError('"{<!…}" stands at the beginning of a phrase only');
      case 'start':
        throw new PhraseError('"{^}" stands at the beginning of a phrase only');
    }
  }

  #symbolsOf(part: Part): readonly number[] {
    if (part.kind === 'forms') return formsOf(part.text, this.#irregular).map((form) => this.#symbols.word(form));
    if (part.kind === 'prefix') return [this.#symbols.prefix(part.text)];
    if (part.kind !== 'word') return [];
    return [part.spelling ? this.#symbols.spelling(part.spelling, part.text) : this.#symbols.word(part.text)];
  }

  #oneOf(symbols: readonly number[], from: number, to = this.#state()): number {
    for (const symbol of symbols) this.#at(from).edges.push({ symbol, to });
    return to;
  }

  /** `worker's` and `don't` are one word of two tokens. */
  #anyWord(from: number): number {
    const word = this.#oneOf([ANY_WORD], from);
    const end = this.#oneOf([this.#symbols.word('s'), this.#symbols.word('t')], word);
    return this.#free(word, end);
  }

  /** `10,000` and `2.5` are one number. */
  #number(from: number): number {
    const number = this.#oneOf([ANY_NUMBER], from);
    const mark = this.#oneOf([this.#symbols.word('.'), this.#symbols.word(',')], number);
    return this.#free(number, this.#oneOf([ANY_NUMBER], mark));
  }

  /** The words of a gap are not spelled out: with other gaps beside them they would make an automaton without measure. */
  #gap({ most, hasMarks }: GapPart, from: number): number {
    if (this.#isInGuard) return this.#shortGap(most, hasMarks, from);
    const to = this.#state();
    const state = this.#free(from, this.#state());
    this.#at(state).gap = { most, hasMarks, to };
    return to;
  }

  #shortGap(most: number, hasMarks: boolean, from: number): number {
    if (most > WIDEST_IN_GUARD || hasMarks)
      throw new PhraseError(`inside "{!…}" and "{<!…}" a gap takes at most ${WIDEST_IN_GUARD} words and no marks`);
    const end = this.#state();
    let state = from;
    for (let i = 0; i < most; i++) {
      this.#free(state, end);
      state = this.#oneOf([ANY_WORD, ANY_NUMBER], state);
    }
    return this.#free(state, end);
  }

  #sentenceEnd(from: number): number {
    const stop = this.#oneOf(
      ['.', '!', '?'].map((mark) => this.#symbols.word(mark)),
      from,
    );
    this.#free(from, stop);
    return this.#free(from, this.#oneOf([BOUNDARY], stop));
  }

  #choice(options: readonly Phrase[], isOptional: boolean, from: number): number {
    const end = this.#state();
    for (const option of options) this.#free(this.#sequence(option, from), end);
    return isOptional ? this.#free(from, end) : end;
  }

  #guard(options: readonly Phrase[]): number {
    const outer = this.#isInGuard;
    this.#isInGuard = true;
    const start = this.#state();
    for (const option of options) this.#free(this.#sequence(option, start), this.#guardEnd);
    this.#isInGuard = outer;
    this.#check(start);
    this.guards.push({ start, symbols: this.#singleSymbols(start) });
    return this.guards.length - 1;
  }

  /** What stands before a phrase is read from its end. */
  #reversed(phrase: Phrase): Phrase {
    const turn = (options: readonly Phrase[]): Phrase[] => options.map((option) => this.#reversed(option));
    return phrase
      .map((part): Part => {
        if (part.kind === 'concept')
          return { kind: 'choice', options: turn(this.#phrasesOf(part.id)), isOptional: false };
        return 'options' in part ? { ...part, options: turn(part.options) } : part;
      })
      .reverse();
  }

  /** The symbols behind `start` that end a guard, where none of them goes on and none is a class. */
  #singleSymbols(start: number): ReadonlySet<number> | undefined {
    const symbols = new Set<number>();
    for (const { state, demands } of this.closure(start)) {
      const { edges, accepts } = this.#at(state);
      if (accepts || demands.length > 0) return undefined;
      for (const { symbol, to } of edges) {
        if (symbol <= BOUNDARY || this.#symbols.kinds[symbol] === 'prefix' || this.#goesOn(to)) return undefined;
        // Behind a word may stand a concept without phrases: then nothing ends there.
        if (this.#accepts(to)) symbols.add(symbol);
      }
    }
    return symbols;
  }

  #goesOn(from: number): boolean {
    return this.closure(from).some(({ state }) => this.#at(state).edges.length > 0);
  }

  /** The states that are reached from one without a token, each with what is demanded on the way. */
  closure(from: number): { readonly state: number; readonly demands: readonly Demand[] }[] {
    const found: { state: number; demands: readonly Demand[] }[] = [];
    const seen = new Set<string>();
    const visit = (state: number, demands: readonly Demand[]): void => {
      const key = `${state}:${demands.join()}`;
      if (seen.has(key)) return;
      seen.add(key);
      found.push({ state, demands });
      for (const { to, demand } of this.#at(state).free) {
        visit(to, demand === undefined || demands.includes(demand) ? demands : [...demands, demand].sort());
      }
    };
    visit(from, []);
    return found;
  }

  /** Inside a phrase only single words can be ruled out, and a sentence cannot have ended. A phrase takes at least one token. */
  #check(start: number): void {
    const seen = new Set<number>();
    const visit = (from: number): void => {
      if (seen.has(from)) return;
      seen.add(from);
      for (const { state, demands } of this.closure(from)) {
        const { edges, accepts, gap } = this.#at(state);
        if (gap && (from === start || this.#accepts(gap.to)))
          throw new PhraseError('a gap stands between words, not at the beginning or the end of a phrase');
        if (gap) visit(gap.to);
        if (accepts && from === start) throw new PhraseError('a phrase needs a word');
        if (accepts?.concept === GUARD && demands.length > 0)
          throw new PhraseError('"{$}" and "{!…}" do not stand inside "{!…}" or "{<!…}"');
        if (edges.length > 0 || gap) for (const demand of demands) this.#checkInside(demand);
        for (const { symbol, to } of edges) {
          if (symbol === BOUNDARY && this.#accepts(to)) throw new PhraseError('"{.}" stands between words only');
          if (symbol === BOUNDARY && this.#opensGap(to)) throw new PhraseError('a gap cannot stand right behind "{.}"');
          visit(to);
        }
      }
    };
    visit(start);
  }

  #opensGap(from: number): boolean {
    return this.closure(from).some(({ state }) => this.#at(state).gap !== undefined);
  }

  #accepts(from: number): boolean {
    return this.closure(from).some(({ state }) => this.#at(state).accepts);
  }

  #checkInside(demand: Demand): void {
    if (demand === 'end') throw new PhraseError('"{$}" stands at the end of a phrase only');
    if (!this.guards[demand]?.symbols)
      throw new PhraseError('inside a phrase "{!…}" takes single words; at its end it takes several');
  }

  #free(from: number, to: number, demand?: Demand): number {
    this.#at(from).free.push(demand === undefined ? { to } : { to, demand });
    return to;
  }

  #state(): number {
    this.states.push({ edges: [], free: [] });
    return this.states.length - 1;
  }

  #at(state: number): State {
    return this.states[state] as State;
  }
}

interface Way {
  readonly parts: Phrase;
  readonly notAfter: readonly (readonly Phrase[])[];
  readonly atStart: boolean;
}

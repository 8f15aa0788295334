import { classOf, DIGIT, LETTER } from '../tokens';

/** What a token is to the automaton. The first numbers stand for classes of tokens; words follow. */
export const UNKNOWN = 0;
export const ANY_WORD = 1;
export const ANY_NUMBER = 2;
export const ANY_MARK = 3;
/** Not a token: between the last token of a sentence and the first of the next one. */
export const BOUNDARY = 4;
const FIRST_WORD = 5;

export type SymbolKind = 'word' | 'spelling' | 'prefix';

/** The words of the lexicon by number: in lower case, in one spelling only, or a beginning. */
export class Symbols {
  readonly texts: string[] = ['', '', '', '', ''];
  readonly kinds: SymbolKind[] = ['word', 'word', 'word', 'word', 'word'];
  /** Of a spelling the number of its word; of any other its own. */
  readonly foldedOf: number[] = [0, 1, 2, 3, 4];
  readonly #known = new Map<string, number>();

  word(text: string): number {
    return this.#intern('word', text);
  }

  prefix(text: string): number {
    return this.#intern('prefix', text);
  }

  spelling(spelling: string, folded: string): number {
    const word = this.word(folded);
    return this.#intern('spelling', spelling, word);
  }

  get count(): number {
    return this.texts.length;
  }

  /** All words, spellings and beginnings. */
  *all(): Iterable<number> {
    for (let symbol = FIRST_WORD; symbol < this.count; symbol++) yield symbol;
  }

  /** The class that a symbol belongs to. */
  classOf(symbol: number): number {
    if (symbol < FIRST_WORD) return symbol;
    const kind = classOf((this.texts[symbol] ?? '').charCodeAt(0));
    if (kind === LETTER) return ANY_WORD;
    return kind === DIGIT ? ANY_NUMBER : ANY_MARK;
  }

  /** The text of a symbol in lower case. */
  foldedText(symbol: number): string {
    return this.texts[this.foldedOf[symbol] ?? 0] ?? '';
  }

  #intern(kind: SymbolKind, text: string, folded?: number): number {
    const key = `${kind} ${text}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const symbol = this.count;
    this.#known.set(key, symbol);
    this.texts.push(text);
    this.kinds.push(kind);
    this.foldedOf.push(folded ?? symbol);
    return symbol;
  }
}

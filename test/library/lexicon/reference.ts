// A plain matcher of the phrase language, word by word and way by way: what the automaton is held to.
import { formsOf, type IrregularForms } from '../../../server/src/core/library/lexicon/inflect';
import type { Part, Phrase } from '../../../server/src/core/library/lexicon/phrase';
import { APART, FIRST, GLUED, MARK, NUMBER, type Tokens } from '../../../server/src/core/library/lexicon/tokens';
import type { Span } from '../../../server/src/core/text/span';

interface Lexicon {
  readonly concepts: ReadonlyMap<string, readonly Phrase[]>;
  readonly irregular: IrregularForms;
}

/** Before a token. `free`: that token may begin a sentence, or stand apart. */
interface Place {
  readonly at: number;
  readonly free: 'all' | 'sentence' | 'none';
}

/** What `ConceptMatches.of` is to give. */
export function spansByReference(tokens: Tokens, lexicon: Lexicon, concept: string): Span[] {
  const matcher = new Matcher(tokens, lexicon);
  const spans: Span[] = [];
  let covered = 0;
  for (let first = 0; first < tokens.count; first++) {
    const start = tokens.starts[first] as number;
    if (matcher.has(first, GLUED) || start < covered) continue;
    const ends = (lexicon.concepts.get(concept) ?? []).flatMap((phrase) =>
      matcher.wholeEnds(phrase, { at: first, free: 'all' }),
    );
    if (ends.length === 0) continue;
    covered = tokens.ends[Math.max(...ends) - 1] as number;
    spans.push({ start, end: covered });
  }
  return spans;
}

class Matcher {
  constructor(
    private readonly tokens: Tokens,
    private readonly lexicon: Lexicon,
  ) {}

  has(at: number, flag: number): boolean {
    return at < this.tokens.count && ((this.tokens.flags[at] as number) & flag) !== 0;
  }

  /** Behind which tokens a phrase can end, at the end of a word. */
  wholeEnds(phrase: Phrase, place: Place): number[] {
    return this.ends(phrase, place)
      .map(({ at }) => at)
      .filter((end) => !this.has(end, GLUED));
  }

  private ends([part, ...rest]: Phrase, place: Place): Place[] {
    return part ? this.partEnds(part, place).flatMap((end) => this.ends(rest, end)) : [place];
  }

  private partEnds(part: Part, place: Place): Place[] {
    const { at } = place;
    const holds = (isTrue: boolean): Place[] => (isTrue ? [place] : []);
    switch (part.kind) {
      case 'choice':
        return [...part.options.flatMap((option) => this.ends(option, place)), ...holds(part.isOptional)];
      case 'concept':
        return (this.lexicon.concepts.get(part.id) ?? []).flatMap((phrase) => this.ends(phrase, place));
      case 'not-before':
        return holds(part.options.every((option) => this.wholeEnds(option, place).length === 0));
      case 'not-after':
        return holds(!part.options.some((option) => this.standsBefore(option, at)));
      case 'start':
        return holds(this.has(at, FIRST));
      case 'end':
        return holds(this.isEnd(at));
      case 'gap':
        return this.gapEnds({ words: part.most, marks: part.hasMarks ? 2 : Number.NaN, isBehindWord: false }, place);
      case 'sentence-end':
        return [place, ...this.sentenceEnds(place)];
      default:
        return this.isWithin(place) ? this.tokenEnds(part, at).map((end) => ({ at: end, free: 'none' })) : [];
    }
  }

  /** The token behind a place belongs to the phrase: no sentence begins with it, and it does not stand apart. */
  private isWithin({ at, free }: Place): boolean {
    if (at >= this.tokens.count) return false;
    return free === 'all' || (!this.has(at, APART) && (free === 'sentence' || !this.has(at, FIRST)));
  }

  private isEnd(at: number): boolean {
    if (at >= this.tokens.count || this.has(at, FIRST)) return true;
    return this.has(at, MARK) && this.isEnd(at + 1);
  }

  private sentenceEnds(place: Place): Place[] {
    const isStop = /^[.!?]$/.test(this.text(place.at)) && this.isWithin(place);
    const ends = isStop ? [place.at, place.at + 1] : [place.at];
    return ends.filter((at) => this.has(at, FIRST)).map((at) => ({ at, free: 'sentence' }));
  }

  private gapEnds(
    gap: { readonly words: number; readonly marks: number; readonly isBehindWord: boolean },
    place: Place,
  ): Place[] {
    const { at } = place;
    if (!this.isWithin(place)) return [place];
    const go = (rest: typeof gap): Place[] => [place, ...this.gapEnds(rest, { at: at + 1, free: 'none' })];
    if (this.has(at, MARK)) {
      if (this.isInNumber(at)) return go({ ...gap, isBehindWord: false });
      const isAllowed = gap.marks > 0 && this.text(at) !== ';';
      return isAllowed ? go({ ...gap, marks: gap.marks - 1, isBehindWord: false }) : [place];
    }
    if (gap.isBehindWord && /^[st]$/i.test(this.text(at))) return go({ ...gap, isBehindWord: false });
    const marks = Number.isNaN(gap.marks) ? gap.marks : 2;
    return gap.words > 0 ? go({ words: gap.words - 1, marks, isBehindWord: !this.has(at, NUMBER) }) : [place];
  }

  private isInNumber(at: number): boolean {
    const isNext = this.isWithin({ at: at + 1, free: 'none' }) && this.has(at + 1, NUMBER);
    return /^[.,]$/.test(this.text(at)) && at > 0 && this.has(at - 1, NUMBER) && isNext;
  }

  private tokenEnds(part: Part, at: number): number[] {
    const text = this.text(at);
    const folded = text === '&' ? 'and' : text.toLowerCase();
    if (part.kind === 'word') return (part.spelling ? text === part.spelling : folded === part.text) ? [at + 1] : [];
    if (part.kind === 'forms') return formsOf(part.text, this.lexicon.irregular).includes(folded) ? [at + 1] : [];
    if (part.kind === 'prefix') return folded.startsWith(part.text) ? [at + 1] : [];
    const goesOn = (by: number): boolean => this.isWithin({ at: at + by, free: 'none' });
    if (part.kind === 'any-word') {
      if (this.has(at, MARK) || this.has(at, NUMBER)) return [];
      return goesOn(1) && /^[st]$/i.test(this.text(at + 1)) ? [at + 1, at + 2] : [at + 1];
    }
    if (!this.has(at, NUMBER)) return [];
    const isMore = goesOn(1) && /^[.,]$/.test(this.text(at + 1)) && goesOn(2) && this.has(at + 2, NUMBER);
    return isMore ? [at + 1, at + 3] : [at + 1];
  }

  /** The option ends directly before token `at`, in the same sentence, and begins where a word does. */
  private standsBefore(option: Phrase, at: number): boolean {
    for (let first = at - 1; first >= 0; first--) {
      if (this.has(first + 1, FIRST) || this.has(first + 1, APART)) return false;
      if (this.has(first, GLUED)) continue;
      if (this.ends(option, { at: first, free: 'all' }).some((end) => end.at === at)) return true;
    }
    return false;
  }

  private text(at: number): string {
    return at < this.tokens.count ? this.tokens.text.slice(this.tokens.starts[at], this.tokens.ends[at]) : '';
  }
}

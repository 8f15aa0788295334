import { builtinLibrary } from '../../server/src/builtin/library';
import {
  applyEdits,
  askAbout,
  type Conclusion,
  conclusionsOf,
  type DecisionBlock,
  type Letter,
  type Span,
  type TextEdit,
} from '../../server/src/core/index';

/** A letter with one defect planted. */
export interface Planted {
  readonly text: string;
  /** Index of the block in the planted letter; undefined: the defect lies outside the blocks, or which block is not at issue. */
  readonly block?: number;
}

/** A kind of defect, and the codes any one of which is the right finding. */
export interface Defect {
  readonly kind: string;
  readonly codes: readonly string[];
  /** Codes of errors that the same cause may bring with it. */
  readonly alsoAllowed?: readonly string[];
  /** Plants the defect; undefined where the letter has no place for it. */
  plant(letter: Letter, random: Random): Planted | undefined;
}

/** Repeatable choice: the same seed gives the same defects. */
export interface Random {
  below(limit: number): number;
  pick<T>(values: readonly T[]): T | undefined;
}

export function createRandom(seed: string): Random {
  let state = 2166136261;
  for (const char of seed) state = Math.imul(state ^ char.charCodeAt(0), 16777619);
  const next = (): number => {
    state = Math.imul(state ^ (state >>> 15), 2246822519);
    state = Math.imul(state ^ (state >>> 13), 3266489917);
    state ^= state >>> 16;
    return (state >>> 0) / 2 ** 32;
  };
  next();
  return { below: (limit) => Math.floor(next() * limit), pick: (values) => values[Math.floor(next() * values.length)] };
}

/** Applies edits and says in which block of the old letter they lie. */
export function edited(letter: Letter, edits: readonly TextEdit[], block?: DecisionBlock): Planted {
  const text = applyEdits(letter.source.text, edits);
  return block ? { text, block: block.index } : { text };
}

export function replaced(letter: Letter, span: Span, newText: string, block?: DecisionBlock): Planted {
  return edited(letter, [{ span, newText }], block);
}

/** The source under a span. */
export function sourceOf(letter: Letter, span: Span): string {
  return letter.source.text.slice(span.start, span.end);
}

/** The span with the white space behind it, so that taking it out leaves no gap. */
export function withGapBehind(letter: Letter, span: Span): Span {
  const gap = /^\s*/.exec(letter.source.text.slice(span.end))?.[0].length ?? 0;
  return { start: span.start, end: span.end + gap };
}

/** A place chosen among the matches of a pattern in part of the source; the match's own span. */
export function findPlace(
  letter: Letter,
  within: Span,
  pattern: RegExp,
  random: Random,
): (Span & { readonly match: RegExpMatchArray }) | undefined {
  const matches = [...sourceOf(letter, within).matchAll(pattern)];
  const match = random.pick(matches);
  if (!match) return undefined;
  const start = within.start + (match.index ?? 0);
  return { start, end: start + match[0].length, match };
}

/** A block that satisfies a test, chosen by chance. */
export function pickBlock(
  letter: Letter,
  random: Random,
  suits: (block: DecisionBlock) => boolean = () => true,
): DecisionBlock | undefined {
  return random.pick(letter.blocks.filter((block) => block.heading.outcome.value !== null && suits(block)));
}

/** What a block's rationale concludes, in text order; undefined for no block. */
export function conclusionsIn(letter: Letter, block: DecisionBlock | undefined): readonly Conclusion[] {
  return block ? askAbout(letter, builtinLibrary)(conclusionsOf, block) : [];
}

/** The last of them, which counts. */
export function conclusionIn(letter: Letter, block: DecisionBlock | undefined): Conclusion | undefined {
  return conclusionsIn(letter, block).at(-1);
}

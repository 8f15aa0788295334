import type { Ask } from '../analysis/fact';
import type { Dictionary } from '../language/dictionary';
import type { Sentence } from '../language/sentence';
import type { DecisionBlock, Letter } from '../model/letter';
import type { TextPlace } from '../model/prose';
import type { Finding } from '../problem/problem';
import type { Severity } from '../problem/severity';
import type { Reading } from '../text/reading';
import type { Example } from './example';

/** Kinds of option values; checked when settings are read. */
export type OptionSpec =
  | { readonly type: 'boolean'; readonly default: boolean; readonly description: string }
  | { readonly type: 'number'; readonly default: number; readonly description: string }
  | {
      readonly type: 'strings';
      readonly default: readonly string[];
      readonly values?: readonly string[];
      readonly description: string;
    };

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;
export type OptionValues<S extends OptionSpecs> = {
  readonly [K in keyof S]: S[K]['default'] extends boolean
    ? boolean
    : S[K]['default'] extends number
      ? number
      : readonly string[];
};

export interface LetterContext<S extends OptionSpecs = OptionSpecs> {
  readonly letter: Letter;
  /** Everything that is worked out once a letter and shared: names, sentences, dates, citations resolved, element ledger. */
  readonly ask: Ask;
  readonly options: OptionValues<S>;
}

export interface BlockContext<S extends OptionSpecs = OptionSpecs> extends LetterContext<S> {
  readonly block: DecisionBlock;
}

/**
 * What the findings of a rule depend on, beside the library, the letter's form and the rule's options. `block`: the block alone.
 * `case`: also what stands before the first block (header, reviewer, clinical summary). `items`: also the headings of all blocks.
 * `letter`: anything. What a rule does not read may change without running it again.
 */
export type Reads = 'block' | 'case' | 'items' | 'letter';

export interface ReadingContext<S extends OptionSpecs = OptionSpecs> extends LetterContext<S> {
  readonly reading: Reading;
  readonly place: TextPlace;
}

/** `sentence` is `sentences[index]`; the others of its passage are for rules that read the `letter`. */
export interface SentenceContext<S extends OptionSpecs = OptionSpecs> extends LetterContext<S> {
  readonly sentence: Sentence;
  readonly sentences: readonly Sentence[];
  readonly index: number;
  readonly dictionary: Dictionary;
  /** Words in lower case that the settings call right. */
  readonly ownWords: ReadonlySet<string>;
}

interface RuleInfo<S extends OptionSpecs> {
  /** `IMR301`; never reused. */
  readonly code: string;
  /** `missing-conclusion`; the file's name. */
  readonly name: string;
  /** Former names. Settings and suppressions may still use them. */
  readonly aliases?: readonly string[];
  readonly severity: Severity;
  /** The strongest fix it offers: `safe` where one of them is of a safe kind. */
  readonly fix: 'safe' | 'review' | null;
  /** One sentence: what is wrong where this rule fires. */
  readonly summary: string;
  /** Why it matters, with its source in law or guideline. */
  readonly why: string;
  /** How to repair it. */
  readonly repair: string;
  /** A finding about something not written yet; held back in the block that is being edited. */
  readonly whileTyping?: 'quiet';
  /** Belongs to the switch `language`, as every rule about sentences does. */
  readonly switch?: 'language';
  /** Off unless switched on. */
  readonly offByDefault?: true;
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
  readonly options?: S;
}

export interface LetterRule<S extends OptionSpecs = OptionSpecs> extends RuleInfo<S> {
  readonly scope: 'letter';
  /** Default: `letter`. */
  readonly reads?: Exclude<Reads, 'block'>;
  check(context: LetterContext<S>): Iterable<Finding>;
}

/** Run once a block. */
export interface BlockRule<S extends OptionSpecs = OptionSpecs> extends RuleInfo<S> {
  readonly scope: 'block';
  /** Default: `letter`. */
  readonly reads?: Reads;
  check(context: BlockContext<S>): Iterable<Finding>;
}

/** Run once per reading of the letter's running text. Its findings depend on that text, its place and the library alone. */
export interface ReadingRule<S extends OptionSpecs = OptionSpecs> extends RuleInfo<S> {
  readonly scope: 'reading';
  check(context: ReadingContext<S>): Iterable<Finding>;
}

/**
 * What a rule about language may look at: the sentence alone (its text, words, place, voice and quotations), or the words too that the
 * letter uses as names.
 */
export type LanguageReads = 'sentence' | 'names';

/**
 * About the language of a sentence; run once a sentence, with its words tagged, in the places that the rule names. Of findings that
 * overlap, one is kept: see `lint/overlaps.ts`.
 */
export interface LanguageRule<S extends OptionSpecs = OptionSpecs> extends RuleInfo<S> {
  readonly scope: 'sentence';
  /** Where it looks. Default: the clinical summary and the rationales. */
  readonly places?: readonly TextPlace[];
  /** Default: `sentence`. */
  readonly reads?: LanguageReads;
  /** Findings that touch a quotation are kept too; for what is wrong in any text. */
  readonly readsQuotations?: true;
  check(context: SentenceContext<S>): Iterable<Finding>;
}

/** About the tool's own files; found where they are read, not by a check of the letter. */
export interface ToolRule<S extends OptionSpecs = OptionSpecs> extends RuleInfo<S> {
  readonly scope: 'tool';
}

export type Rule = LetterRule | BlockRule | ReadingRule | LanguageRule | ToolRule;

/** States a rule about one decision block; a letter of a form that is known by its headings only is not checked. */
export function defineBlockRule<const S extends OptionSpecs = Record<never, never>>(
  rule: Omit<BlockRule<S>, 'scope'>,
): Rule {
  return { ...rule, scope: 'block' } as unknown as Rule;
}

/** States a rule about running text, wherever it is. */
export function defineReadingRule<const S extends OptionSpecs = Record<never, never>>(
  rule: Omit<ReadingRule<S>, 'scope'>,
): Rule {
  return { ...rule, scope: 'reading' } as unknown as Rule;
}

/** States a rule about the letter as a whole. */
export function defineLetterRule<const S extends OptionSpecs = Record<never, never>>(
  rule: Omit<LetterRule<S>, 'scope'>,
): Rule {
  return { ...rule, scope: 'letter' } as unknown as Rule;
}

/** States a rule about the language of a sentence. */
export function defineLanguageRule<const S extends OptionSpecs = Record<never, never>>(
  rule: Omit<LanguageRule<S>, 'scope'>,
): Rule {
  return { ...rule, scope: 'sentence' } as unknown as Rule;
}

/** States a rule about the tool's own files; its examples are such files, whole. */
export function defineToolRule(rule: Omit<ToolRule, 'scope'>): Rule {
  return { ...rule, scope: 'tool' };
}

/** Whether the switch `language` turns a rule on and off. */
export function isAboutLanguage({ scope, switch: own }: Rule): boolean {
  return scope === 'sentence' || own === 'language';
}

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
  /** Facts that are computed once per letter and shared, e.g. names, sentences, dates, resolved citations, element ledgers. */
  readonly ask: Ask;
  readonly options: OptionValues<S>;
}

export interface BlockContext<S extends OptionSpecs = OptionSpecs> extends LetterContext<S> {
  readonly block: DecisionBlock;
}

/**
 * What the findings of a rule depend on, besides the library, the letter's form, and the rule's options. `block`: the block alone.
 * `case`: also everything before the first block (header, reviewer, clinical summary). `items`: also the headings of all blocks.
 * `letter`: anything. If only other text changes, the rule does not run again.
 */
export type Reads = 'block' | 'case' | 'items' | 'letter';

export interface ReadingContext<S extends OptionSpecs = OptionSpecs> extends LetterContext<S> {
  readonly reading: Reading;
  readonly place: TextPlace;
}

/** `sentence` is `sentences[index]`. The rest of its passage is for rules that read the `letter`. */
export interface SentenceContext<S extends OptionSpecs = OptionSpecs> extends LetterContext<S> {
  readonly sentence: Sentence;
  readonly sentences: readonly Sentence[];
  readonly index: number;
  readonly dictionary: Dictionary;
  /** Words in lower case that the settings accept. */
  readonly ownWords: ReadonlySet<string>;
}

interface RuleInfo<S extends OptionSpecs> {
  /** Code such as `IMR301`. Codes are never reused. */
  readonly code: string;
  /** Name such as `missing-conclusion`; also the name of the file. */
  readonly name: string;
  /** Former names. Settings and suppressions may still use them. */
  readonly aliases?: readonly string[];
  readonly severity: Severity;
  /** Its strongest fix: `safe` if any fix is of a safe kind. */
  readonly fix: 'safe' | 'review' | null;
  /** One sentence that says what the rule reports. */
  readonly summary: string;
  /** Why it matters, with its source in law or guideline. */
  readonly why: string;
  /** How to repair it. */
  readonly repair: string;
  /** True for findings about something not written yet. They wait while the block is being edited. */
  readonly whileTyping?: 'quiet';
  /** True if the switch `language` turns the rule on and off, as for every sentence rule. */
  readonly switch?: 'language';
  /** True if the rule is off by default. */
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

/** Runs once per block. */
export interface BlockRule<S extends OptionSpecs = OptionSpecs> extends RuleInfo<S> {
  readonly scope: 'block';
  /** Default: `letter`. */
  readonly reads?: Reads;
  check(context: BlockContext<S>): Iterable<Finding>;
}

/** Runs once per reading of the letter's running text. Findings depend on that text, its place, and the library only. */
export interface ReadingRule<S extends OptionSpecs = OptionSpecs> extends RuleInfo<S> {
  readonly scope: 'reading';
  check(context: ReadingContext<S>): Iterable<Finding>;
}

/**
 * What a language rule may read: the sentence alone (its text, words, place, voice, and quotations), or also the words that the
 * letter uses as names and its items.
 */
export type LanguageReads = 'sentence' | 'names';

/**
 * Runs once per sentence, with its words tagged, in the places that the rule names. Of overlapping findings, one is kept: see
 * `lint/overlaps.ts`.
 */
export interface LanguageRule<S extends OptionSpecs = OptionSpecs> extends RuleInfo<S> {
  readonly scope: 'sentence';
  /** Parts of the letter that the rule reads. Default: the clinical summary and the rationales. */
  readonly places?: readonly TextPlace[];
  /** Default: `sentence`. */
  readonly reads?: LanguageReads;
  /** True to keep findings in quotations, for mistakes that are wrong in any text. */
  readonly readsQuotations?: true;
  check(context: SentenceContext<S>): Iterable<Finding>;
}

/** A rule about the tool's own files. It is applied when they are read, not when a letter is checked. */
export interface ToolRule<S extends OptionSpecs = OptionSpecs> extends RuleInfo<S> {
  readonly scope: 'tool';
}

export type Rule = LetterRule | BlockRule | ReadingRule | LanguageRule | ToolRule;

/** Defines a rule about one decision block. Letters of a form that is only known by its headings are not checked. */
export function defineBlockRule<const S extends OptionSpecs = Record<never, never>>(
  rule: Omit<BlockRule<S>, 'scope'>,
): Rule {
  return withScope(rule, 'block') as unknown as Rule;
}

/** Defines a rule about running text. */
export function defineReadingRule<const S extends OptionSpecs = Record<never, never>>(
  rule: Omit<ReadingRule<S>, 'scope'>,
): Rule {
  return withScope(rule, 'reading') as unknown as Rule;
}

/** Defines a rule about the whole letter. */
export function defineLetterRule<const S extends OptionSpecs = Record<never, never>>(
  rule: Omit<LetterRule<S>, 'scope'>,
): Rule {
  return withScope(rule, 'letter') as unknown as Rule;
}

/** Defines a rule about the language of a sentence. */
export function defineLanguageRule<const S extends OptionSpecs = Record<never, never>>(
  rule: Omit<LanguageRule<S>, 'scope'>,
): Rule {
  return withScope(rule, 'sentence') as unknown as Rule;
}

/** Defines a rule about the tool's own files. Its examples are whole files. */
export function defineToolRule(rule: Omit<ToolRule, 'scope'>): Rule {
  return withScope(rule, 'tool');
}

/** The same object, not a copy: in a bundle, the texts of a rule are getters that read a file. */
function withScope<T extends object, S extends Rule['scope']>(rule: T, scope: S): T & { readonly scope: S } {
  return Object.assign(rule, { scope });
}

/** Returns whether the switch `language` turns a rule on and off. */
export function isAboutLanguage({ scope, switch: own }: Rule): boolean {
  return scope === 'sentence' || own === 'language';
}

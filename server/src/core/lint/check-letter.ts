import { askAbout } from '../analysis/ask';
import type { Ask } from '../analysis/fact';
import type { TextMemory } from '../analysis/text-memory';
import type { Language } from '../language/language';
import type { Library } from '../library/types';
import { readLetter } from '../model/build';
import type { Letter } from '../model/letter';
import type { Problem } from '../problem/problem';
import { rules } from '../rules/index';
import type { FormSet } from '../syntax/form';
import { type LintResult, lintInSteps, type OnRule, type RuleFailure } from './lint';
import { defaultSettings, type RuleSettings } from './settings';

/** What a letter is read and checked with. */
export interface CheckOptions {
  readonly forms: FormSet;
  readonly library: Library;
  /** Default: the catalog's own settings. */
  readonly settings?: RuleSettings;
  /** Facts kept from an earlier version of the letter; reusing them saves work. See `askAbout`. */
  readonly memory?: TextMemory;
  /** If given, spelling and grammar are checked too. */
  readonly language?: Language;
  /** Called for each rule that throws. */
  readonly onFailure?: (failure: RuleFailure) => void;
  readonly onRule?: OnRule;
}

/** One version of a letter, parsed once; the rules run when its findings are first asked for. */
export interface CheckedLetter {
  readonly letter: Letter;
  readonly ask: Ask;
  /** Sorted by place, then code. */
  readonly problems: readonly Problem[];
  /** Rules that threw. What they look for was not checked. */
  readonly failures: readonly RuleFailure[];
  /** Runs rules until time is up. Returns true when all have run; findings are then available at once. */
  advance(isTimeUp: () => boolean): boolean;
}

/** Reads and checks a letter, the same way for editor, command line, and library. Accepts any text and never throws. */
export function checkLetter(text: string, options: CheckOptions): CheckedLetter {
  const { forms, library, settings = defaultSettings, memory, language, onFailure, onRule } = options;
  const letter = readLetter(text, forms);
  const ask = askAbout(letter, library, memory);
  const steps = lintInSteps(ask, rules, settings, language, onRule);
  let result: LintResult | undefined;
  const next = (): LintResult | undefined => {
    const { done, value } = steps.next();
    if (done && onFailure) value.failures.forEach(onFailure);
    return done ? value : undefined;
  };
  const found = (): LintResult => {
    while (!result) result = next();
    return result;
  };
  return {
    letter,
    ask,
    get problems() {
      return found().problems;
    },
    get failures() {
      return found().failures;
    },
    advance(isTimeUp) {
      do result ??= next();
      while (!result && !isTimeUp());
      return result !== undefined;
    },
  };
}

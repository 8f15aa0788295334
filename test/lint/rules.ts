import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import type { Ask } from '../../server/src/core/analysis/fact';
import type { TextMemory } from '../../server/src/core/analysis/text-memory';
import { askAbout, composeExample, readLetter } from '../../server/src/core/index';
import type { Finding, Problem } from '../../server/src/core/problem/problem';
import type {
  BlockRule,
  LanguageRule,
  LetterRule,
  ReadingRule,
  Rule,
  ToolRule,
} from '../../server/src/core/rules/rule';

const info = {
  code: 'IMR001',
  name: 'first-rule',
  severity: 'warning',
  fix: null,
  summary: 'A rule of a test.',
  why: 'It shows what is done with rules.',
  repair: 'Nothing to do.',
  examples: { bad: [], good: [] },
} as const;

/** Rules that find nothing unless they are told to. */
export function letterRule(own: Partial<LetterRule> = {}): Rule {
  return { ...info, scope: 'letter', check: () => [], ...own };
}

export function blockRule(own: Partial<BlockRule> = {}): Rule {
  return { ...info, scope: 'block', check: () => [], ...own };
}

export function readingRule(own: Partial<ReadingRule> = {}): Rule {
  return { ...info, scope: 'reading', check: () => [], ...own };
}

export function languageRule(own: Partial<LanguageRule> = {}): Rule {
  return { ...info, scope: 'sentence', check: () => [], ...own };
}

export function toolRule(own: Partial<ToolRule> = {}): Rule {
  return { ...info, scope: 'tool', ...own };
}

export function finding(start: number, end: number, own: Partial<Finding> = {}): Finding {
  return { span: { start, end }, message: 'This is wrong.', ...own };
}

export function problem(start: number, end: number, own: Partial<Problem> = {}): Problem {
  return {
    span: { start, end },
    message: 'This is wrong.',
    code: 'IMR001',
    rule: 'first-rule',
    severity: 'warning',
    ...own,
  };
}

const fields = `

Claims Administrator guideline: Decision based on MTUS.

MAXIMUS guideline: Decision based on MTUS.

Decision rationale: The request for the item is not medically necessary.`;

/** A letter with a block for each item. */
export function letterOf(...items: readonly string[]): string {
  return composeExample({ blocks: items.map((item) => `${item}: Upheld${fields}`).join('\n\n') });
}

export function askOf(text: string, memory?: TextMemory): Ask {
  return askAbout(readLetter(text, builtinForms), builtinLibrary, memory);
}

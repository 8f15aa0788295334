import type { Ask } from '../analysis/fact';
import type { Language } from '../language/language';
import { blockAround } from '../model/block-places';
import type { Problem } from '../problem/problem';
import { type Severity, severities } from '../problem/severity';
import type { Rule } from '../rules/rule';
import { atOnce } from '../text/at-once';
import { compareText } from '../text/compare-text';
import { once } from '../text/once';
import { compareSpans } from '../text/span';
import { withoutOverlaps } from './overlaps';
import { type Run, startRun } from './run';
import { type Found, fixesOf, runRule } from './run-rule';
import { defaultSettings, type RuleSettings } from './settings';

/** A rule that threw. Only its own findings are lost. */
export interface RuleFailure {
  readonly rule: Rule;
  readonly error: unknown;
}

export interface LintResult {
  /** Sorted by place, then code. */
  readonly problems: readonly Problem[];
  readonly failures: readonly RuleFailure[];
}

/** Called before each rule runs, and with null at the end, to measure rules. */
export type OnRule = (rule: Rule | null) => void;

/** Runs the rules over a letter. Rules about language run only if `language` is given. */
export function lintLetter(
  ask: Ask,
  rules: readonly Rule[],
  settings: RuleSettings = defaultSettings,
  language?: Language,
): LintResult {
  return atOnce(lintInSteps(ask, rules, settings, language));
}

/** Runs the rules in small steps (one rule over one block, passage, or sentence), so that other letters can be served in between. */
export function* lintInSteps(
  ask: Ask,
  rules: readonly Rule[],
  settings: RuleSettings,
  language?: Language,
  onRule?: OnRule,
): Generator<undefined, LintResult, void> {
  const problems: Problem[] = [];
  const failures: RuleFailure[] = [];
  const run = yield* startRun(ask, settings, language);
  for (const rule of rules) {
    const severity = severityIn(ask, settings.severityOf(rule));
    if (severity === null) continue;
    onRule?.(rule);
    try {
      const own: Problem[] = [];
      for (const step of runRule(rule, run)) {
        for (const found of step) own.push(toProblem(found, rule, severity, run));
        yield;
      }
      for (const problem of own) problems.push(problem);
    } catch (error) {
      failures.push({ rule, error });
    }
  }
  onRule?.(null);
  yield;
  problems.sort((a, b) => compareSpans(a.span, b.span) || compareText(a.code, b.code));
  return { problems: withoutOverlaps(problems), failures };
}

/** Findings in letters of a form that is only known by its headings are hints at most. */
function severityIn({ letter }: Ask, severity: Severity | null): Severity | null {
  return severity !== null && letter.form.basis === 'headings' ? 'hint' : severity;
}

/** Assigns a finding of a letter or reading rule to the block that contains it. */
function toProblem({ finding, block }: Found, rule: Rule, severity: Severity, { ask }: Run): Problem {
  const about = block ?? blockAround(ask.letter, finding.span);
  const problem: Problem = {
    code: rule.code,
    rule: rule.name,
    severity: quieter(severity, finding.atMost),
    span: finding.span,
    message: finding.message,
    ...(finding.help && { help: finding.help }),
    ...(finding.anchor && { anchor: finding.anchor }),
    ...(finding.related?.length && { related: finding.related }),
    ...(finding.unknownWord && { unknownWord: finding.unknownWord }),
    ...(about && { block: about.index, item: about.heading.item.text }),
    ...(rule.whileTyping === 'quiet' && { isAboutUnfinished: true as const }),
  };
  if (finding.fixes === undefined) return problem;
  const fixes = once(() => fixesOf(finding, rule, ask.letter));
  return {
    ...problem,
    // They may still have to be found.
    get fixes() {
      return fixes();
    },
  };
}

function quieter(severity: Severity, atMost: Severity | undefined): Severity {
  return atMost !== undefined && severities.indexOf(atMost) > severities.indexOf(severity) ? atMost : severity;
}

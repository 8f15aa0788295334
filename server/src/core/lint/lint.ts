import type { Ask } from '../analysis/fact';
import { type DecisionBlock, nameOf } from '../model/letter';
import type { Problem } from '../rules/problem';
import { type Finding, type Rule, type Severity, severities } from '../rules/rule';
import { areDisjoint } from '../text/edit';
import { compareSpans, contains } from '../text/span';
import { defaultSettings, type RuleSettings } from './settings';

/** A rule that threw: a fault of ours that costs its findings and nothing else. */
export interface RuleFailure {
  readonly rule: Rule;
  readonly error: unknown;
}

export interface LintResult {
  /** Sorted by place, then code. */
  readonly problems: readonly Problem[];
  readonly failures: readonly RuleFailure[];
}

/** Runs the rules over a letter. */
export function lintLetter(ask: Ask, rules: readonly Rule[], settings: RuleSettings = defaultSettings): LintResult {
  const problems: Problem[] = [];
  const failures: RuleFailure[] = [];
  for (const rule of rules) {
    const severity = severityIn(ask, settings.severityOf(rule));
    if (severity === null) continue;
    try {
      for (const problem of runRule(rule, ask, severity, settings)) problems.push(problem);
    } catch (error) {
      failures.push({ rule, error });
    }
  }
  problems.sort((a, b) => compareSpans(a.span, b.span) || a.code.localeCompare(b.code));
  return { problems, failures };
}

/** Of a form whose letters nobody has read whole, nothing is said louder than a hint. */
function severityIn({ letter }: Ask, severity: Severity | null): Severity | null {
  return severity !== null && letter.form.basis === 'headings' ? 'hint' : severity;
}

function runRule(rule: Rule, ask: Ask, severity: Severity, settings: RuleSettings): Problem[] {
  const { letter } = ask;
  const options = settings.optionsOf(rule);
  const problems: Problem[] = [];
  const report = (finding: Finding, block?: DecisionBlock): void => {
    problems.push({
      ...checked(finding, letter.source.text.length, rule),
      code: rule.code,
      rule: rule.name,
      severity: quieter(severity, finding.atMost),
      ...(block && {
        block: block.index,
        item: block.heading.item.text,
        message: `${nameOf(block)}: ${finding.message}`,
      }),
      ...(rule.whileTyping === 'quiet' && { isAboutUnfinished: true as const }),
    });
  };
  if (rule.scope === 'letter') {
    for (const finding of rule.check({ letter, ask, options })) report(finding);
    return problems.map((problem) => inBlock(problem, letter.blocks));
  }
  if (rule.scope === 'block') {
    for (const block of letter.blocks)
      for (const finding of rule.check({ letter, ask, options, block })) report(finding, block);
  }
  return problems;
}

function quieter(severity: Severity, atMost: Severity | undefined): Severity {
  return atMost !== undefined && severities.indexOf(atMost) > severities.indexOf(severity) ? atMost : severity;
}

/** A finding of a letter rule inside a block is filed under it; its message stays its own. */
function inBlock(problem: Problem, blocks: readonly DecisionBlock[]): Problem {
  const block = blocks.find(({ span }) => contains(span, problem.span));
  return block ? { ...problem, block: block.index, item: block.heading.item.text } : problem;
}

/** Spans inside the text, edits that do not clash: what an editor relies on. */
function checked(finding: Finding, length: number, rule: Rule): Finding {
  const spans = [finding.span, ...(finding.related ?? []).map((place) => place.span)];
  const ready = (finding.fixes ?? []).filter(({ isLazy }) => !isLazy);
  const edits = ready.flatMap((fix) => fix.edits.map((edit) => edit.span));
  if (![...spans, ...edits].every((span) => 0 <= span.start && span.start <= span.end && span.end <= length)) {
    throw new RangeError(`${rule.code}: a span lies outside the text`);
  }
  if (!ready.every((fix) => areDisjoint(fix.edits))) throw new RangeError(`${rule.code}: edits clash`);
  return finding;
}

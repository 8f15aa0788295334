import type { Sentence } from '../language/sentence';
import type { DecisionBlock, Letter } from '../model/letter';
import type { Passage, TextPlace } from '../model/prose';
import type { Fix } from '../problem/fix';
import { isSafe } from '../problem/fix-kind';
import type { Finding } from '../problem/problem';
import type { BlockRule, LanguageRule, LetterRule, OptionSpecs, OptionValues, ReadingRule, Rule } from '../rules/rule';
import { areDisjoint } from '../text/edit';
import { normalizedText } from '../text/normalize/normalized-text';
import { toSourceSpan } from '../text/reading';
import { hasOverlapping, type Span } from '../text/span';
import { toFindings, toKnown } from './known-findings';
import type { BlockShelves, Run, SentenceAt } from './run';
import type { Shelf } from './shelf';

/** A finding and the block it belongs to. */
export interface Found {
  readonly finding: Finding;
  readonly block?: DecisionBlock;
}

/**
 * Runs a rule over each part of the letter that it reads and yields the findings. A part that has not changed since an earlier run
 * is not read again.
 */
export function* runRule(rule: Rule, run: Run): Generator<readonly Found[]> {
  const options = run.settings.optionsOf(rule);
  if (rule.scope === 'letter') {
    yield toFound(runOnLetter(rule, run, options));
  } else if (rule.scope === 'block') {
    for (const each of run.blocks) {
      const findings = runOnBlock(rule, run, each, options);
      if (findings !== nothingNew) yield toFound(findings, each.block);
    }
  } else if (rule.scope === 'reading') {
    for (const { shelf, passage } of run.passages) {
      const findings = runOnPassage(rule, run, shelf, passage, options);
      if (findings !== nothingNew) yield toFound(findings);
    }
  } else if (rule.scope === 'sentence') {
    const places = rule.places ?? prose;
    for (const { place, shelves, sentences } of run.prose) {
      const silent: Shelf['findings'] = shelves[rule.reads ?? 'sentence'].findings;
      if (!places.includes(place) || silent.has(rule)) continue;
      let isSilent = true;
      for (const each of sentences()) {
        const findings = runOnSentence(rule, run, each, options);
        if (findings === nothingNew) continue;
        isSilent &&= findings.length === 0;
        yield toFound(findings);
      }
      if (isSilent) silent.set(rule, []);
      // Reading the sentences takes time, too.
      yield nothing;
    }
  }
}

/** Text that the reviewer writes, without the citations. */
const prose: readonly TextPlace[] = ['case-summary', 'rationale'];

const nothing: readonly Found[] = [];

function toFound(findings: readonly Finding[], block?: DecisionBlock): readonly Found[] {
  return findings.length === 0 ? nothing : findings.map((finding) => (block ? { finding, block } : { finding }));
}

type Options = OptionValues<OptionSpecs>;

function runOnLetter(rule: LetterRule, run: Run, options: Options): readonly Finding[] {
  const { ask, before, beforeItems } = run;
  if (!rule.reads || rule.reads === 'letter') return fresh(rule, run, rule.check({ letter: ask.letter, ask, options }));
  const shelf = rule.reads === 'items' ? beforeItems : before;
  return known(rule, shelf) ?? remembered(rule, run, shelf, () => rule.check({ letter: ask.letter, ask, options }));
}

function runOnBlock(rule: BlockRule, run: Run, { block, shelves }: BlockShelves, options: Options): readonly Finding[] {
  const { ask } = run;
  if (!rule.reads || rule.reads === 'letter')
    return fresh(rule, run, rule.check({ letter: ask.letter, ask, options, block }));
  const shelf = shelves[rule.reads];
  return (
    known(rule, shelf) ?? remembered(rule, run, shelf, () => rule.check({ letter: ask.letter, ask, options, block }))
  );
}

function runOnPassage(
  rule: ReadingRule,
  run: Run,
  shelf: Shelf,
  { reading, place }: Passage,
  options: Options,
): readonly Finding[] {
  const { ask } = run;
  return (
    known(rule, shelf) ??
    remembered(rule, run, shelf, () => rule.check({ letter: ask.letter, ask, options, reading, place }))
  );
}

function runOnSentence(rule: LanguageRule, run: Run, at: SentenceAt, options: Options): readonly Finding[] {
  const { ask } = run;
  const { shelves, sentence, sentences, index, dictionary } = at;
  const shelf = shelves[rule.reads ?? 'sentence'];
  const ownWords = run.settings.words ?? noWords;
  const check = () => {
    const context = { letter: ask.letter, ask, options, ownWords, sentence, sentences, index, dictionary };
    const findings = rule.check(context);
    return rule.readsQuotations || sentence.quotations.length === 0 ? findings : outsideQuotations(findings, sentence);
  };
  return known(rule, shelf) ?? remembered(rule, run, shelf, check);
}

const noWords: ReadonlySet<string> = new Set();

function* outsideQuotations(findings: Iterable<Finding>, { reading, quotations }: Sentence): Generator<Finding> {
  const quoted = quotations.map((span) => toSourceSpan(reading, span));
  for (const finding of findings) if (!hasOverlapping(quoted, finding.span)) yield finding;
}

function fresh(rule: Rule, { ask }: Run, found: Iterable<Finding>): readonly Finding[] {
  const findings: Finding[] = [];
  for (const finding of found) findings.push(checked(finding, ask.letter, rule));
  return findings;
}

/** Records that a rule finds nothing in a part. */
function known(rule: Rule, shelf: Shelf): readonly Finding[] | undefined {
  return shelf.findings.get(rule)?.length === 0 ? nothingNew : undefined;
}

/** Returns the findings in a part: those of an earlier version if everything they depend on is unchanged. */
function remembered(rule: Rule, run: Run, shelf: Shelf, check: () => Iterable<Finding>): readonly Finding[] {
  const before = shelf.findings.get(rule);
  if (before) return toFindings(before, shelf, () => fresh(rule, run, check()));
  const findings = fresh(rule, run, check());
  const toKeep = toKnown(findings, shelf, run.before);
  if (toKeep) shelf.findings.set(rule, toKeep);
  return findings;
}

const nothingNew: readonly Finding[] = [];

/** Checks what editors rely on: spans are inside the text and edits do not conflict. */
function checked(finding: Finding, letter: Letter, rule: Rule): Finding {
  const { span, related = [], fixes } = finding;
  if (!isWithin(span, letter) || !related.every((place) => isWithin(place.span, letter))) throw outside(rule);
  if (!Array.isArray(fixes)) return finding;
  checkEdits(fixes, rule, letter);
  const kept = keepingMarks(fixes, letter);
  return kept === fixes ? finding : { ...finding, fixes: kept };
}

/** A fix that would change the mark of a quote, a list, or Markdown needs review. */
function keepingMarks(fixes: readonly Fix[], { source }: Letter): readonly Fix[] {
  const { marks } = normalizedText(source);
  if (marks.length === 0) return fixes;
  return fixes.map((fix) => {
    const isUnsafe = isSafe(fix) && !fix.isLazy && fix.edits.some(({ span }) => hasOverlapping(marks, span));
    return isUnsafe ? { ...fix, kind: 'review' as const } : fix;
  });
}

/** Returns the fixes of a finding and computes those that were delayed. */
export function fixesOf({ fixes = [] }: Finding, rule: Rule, letter: Letter): readonly Fix[] {
  if (typeof fixes !== 'function') return fixes;
  const made = fixes() ?? [];
  checkEdits(made, rule, letter);
  return keepingMarks(made, letter);
}

function checkEdits(fixes: readonly Fix[], rule: Rule, letter: Letter): void {
  for (const { edits } of fixes.filter(({ isLazy }) => !isLazy)) {
    if (!edits.every(({ span }) => isWithin(span, letter))) throw outside(rule);
    if (!areDisjoint(edits)) throw new RangeError(`${rule.code}: edits clash`);
  }
}

function isWithin({ start, end }: Span, { source }: Letter): boolean {
  return 0 <= start && start <= end && end <= source.text.length;
}

function outside({ code }: Rule): RangeError {
  return new RangeError(`${code}: a span lies outside the text`);
}

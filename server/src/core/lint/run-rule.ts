import type { Ask } from '../analysis/fact';
import { passages } from '../analysis/running-text';
import type { DecisionBlock } from '../model/letter';
import type { Passage } from '../model/prose';
import type { Finding } from '../problem/problem';
import type { BlockRule, LetterRule, ReadingRule, Rule } from '../rules/rule';
import { areDisjoint } from '../text/edit';
import { holds, type KnownFindings, type Stretch, toFindings, toKnown } from './known-findings';
import type { RuleSettings } from './settings';

/** One check of one version of a letter. */
export interface Run {
  readonly ask: Ask;
  readonly settings: RuleSettings;
  /** All that stands before the first block; the whole letter where it has none. */
  readonly before: Stretch;
  /** Stands for all text outside of the blocks: one object as long as that text is the same. */
  readonly outside: object;
  readonly blocks: readonly (Stretch & { readonly block: DecisionBlock })[];
  readonly passages: readonly (Stretch & { readonly passage: Passage })[];
}

/** A finding, and the block whose rule it is of. */
export interface Found {
  readonly finding: Finding;
  readonly block?: DecisionBlock;
}

export function startRun(ask: Ask, settings: RuleSettings): Run {
  const { source, blocks } = ask.letter;
  const stretch = (start: number, end: number): Stretch => ({ start, end, text: source.text.slice(start, end) });
  return {
    ask,
    settings,
    before: stretch(0, blocks[0]?.span.start ?? source.text.length),
    outside: ask.notesOn(textOutside(ask)),
    blocks: blocks.map((block) => ({ ...stretch(block.span.start, block.span.end), block })),
    passages: ask(passages).map((passage) => ({ ...stretch(passage.span.start, passage.span.end), passage })),
  };
}

function textOutside({ letter: { source, blocks } }: Ask): string {
  const ends = [0, ...blocks.map(({ span }) => span.end)];
  const starts = [...blocks.map(({ span }) => span.start), source.text.length];
  return ends.map((end, i) => source.text.slice(end, starts[i])).join('\f');
}

/**
 * Runs a rule over the parts of the letter that it is about, and gives what it finds in each. Parts in which it was run before are
 * not read again.
 */
export function* runRule(rule: Rule, run: Run): Generator<readonly Found[]> {
  if (rule.scope === 'letter') {
    yield toFound(runOnLetter(rule, run));
  } else if (rule.scope === 'block') {
    for (const stretch of run.blocks) yield toFound(runOnBlock(rule, run, stretch), stretch.block);
  } else if (rule.scope === 'reading') {
    for (const stretch of run.passages) yield toFound(runOnPassage(rule, run, stretch));
  }
}

const nothing: readonly Found[] = [];

function toFound(findings: readonly Finding[], block?: DecisionBlock): readonly Found[] {
  return findings.length === 0 ? nothing : findings.map((finding) => (block ? { finding, block } : { finding }));
}

function runOnLetter(rule: LetterRule, run: Run): readonly Finding[] {
  const { ask, settings, before, outside } = run;
  const check = () => rule.check({ letter: ask.letter, ask, options: settings.optionsOf(rule) });
  return rule.reads === 'case' ? remembered(rule, run, before, [outside], check) : fresh(rule, run, check);
}

function runOnBlock(rule: BlockRule, run: Run, stretch: Run['blocks'][number]): readonly Finding[] {
  const { ask, settings, outside } = run;
  const { block } = stretch;
  const check = () => rule.check({ letter: ask.letter, ask, options: settings.optionsOf(rule), block });
  if (rule.reads === undefined || rule.reads === 'letter') return fresh(rule, run, check);
  const basis = rule.reads === 'case' ? [block.index, outside] : [block.index];
  return remembered(rule, run, stretch, basis, check);
}

function runOnPassage(rule: ReadingRule, run: Run, stretch: Run['passages'][number]): readonly Finding[] {
  const { ask, settings } = run;
  const { place } = stretch.passage;
  const check = () => {
    const { reading } = stretch.passage;
    if (reading.text === '') return [];
    return rule.check({ letter: ask.letter, ask, options: settings.optionsOf(rule), reading, place });
  };
  return remembered(rule, run, stretch, [place], check);
}

function fresh(rule: Rule, { ask }: Run, check: () => Iterable<Finding>): Finding[] {
  return Array.from(check(), (finding) => checked(finding, ask.letter.source.text.length, rule));
}

/** The findings in a stretch: those known from an earlier version of the letter, where what they rest on is the same. */
function remembered(
  rule: Rule,
  run: Run,
  stretch: Stretch,
  reads: readonly unknown[],
  check: () => Iterable<Finding>,
): readonly Finding[] {
  const { ask, settings, before } = run;
  const notes = ask.notesOn(stretch.text);
  const basis = [settings, ask.letter.form, ...reads];
  const known = notes.get(rule) as KnownFindings | undefined;
  if (known && holds(known, basis)) {
    return known.findings.length === 0 ? none : toFindings(known, stretch, () => fresh(rule, run, check));
  }
  const findings = fresh(rule, run, check);
  const toKeep = toKnown(findings, stretch, before, basis);
  if (toKeep) notes.set(rule, toKeep);
  return findings;
}

const none: readonly Finding[] = [];

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

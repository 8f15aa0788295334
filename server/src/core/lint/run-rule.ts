import type { Ask } from '../analysis/fact';
import { passages } from '../analysis/running-text';
import type { Dictionary } from '../language/dictionary';
import type { Language } from '../language/language';
import { readSentences } from '../language/read-sentences';
import type { Sentence } from '../language/sentence';
import type { DecisionBlock, Letter } from '../model/letter';
import type { Passage, TextPlace } from '../model/prose';
import type { Fix } from '../problem/fix';
import { isSafe } from '../problem/fix-kind';
import type { Finding } from '../problem/problem';
import type {
  BlockRule,
  LanguageRule,
  LetterRule,
  OptionSpecs,
  OptionValues,
  ReadingRule,
  Reads,
  Rule,
} from '../rules/rule';
import { areDisjoint } from '../text/edit';
import { normalizedText } from '../text/normalize/normalized-text';
import { once } from '../text/once';
import { printedText, toSourceSpan } from '../text/reading';
import { hasOverlapping, type Span } from '../text/span';
import { toFindings, toKnown } from './known-findings';
import type { RuleSettings } from './settings';
import { type Shelf, shelfFor } from './shelf';

/** One check of one version of a letter. */
export interface Run {
  readonly ask: Ask;
  readonly settings: RuleSettings;
  /** All that stands before the first block; the whole letter where it has none. */
  readonly before: Shelf;
  /** The same, for rules that also read the headings of all blocks. */
  readonly beforeItems: Shelf;
  readonly blocks: readonly BlockShelves[];
  /** Those that hold text. */
  readonly passages: readonly { readonly shelf: Shelf; readonly passage: Passage }[];
  /** By passage, each read when a rule about language first asks for it; none without `language`. */
  readonly sentences: readonly (() => readonly SentenceAt[])[];
}

interface SentenceAt {
  readonly shelf: Shelf;
  readonly sentence: Sentence;
  readonly sentences: readonly Sentence[];
  readonly index: number;
  readonly dictionary: Dictionary;
}

interface BlockShelves {
  readonly block: DecisionBlock;
  /** By what a rule reads. */
  readonly shelves: Readonly<Record<Exclude<Reads, 'letter'>, Shelf>>;
}

/** A finding, and the block whose rule it is of. */
export interface Found {
  readonly finding: Finding;
  readonly block?: DecisionBlock;
}

/** Begins a check. Without `language`, no rule about it runs. */
export function startRun(ask: Ask, settings: RuleSettings, language?: Language): Run {
  const { source, blocks, form } = ask.letter;
  // Stands for all text outside of the blocks: one object as long as that text is the same.
  const outside = ask.notesOn(textOutside(ask));
  const items = ask.notesOn(textOfHeadings(ask));
  /** Makes the shelves of a stretch. */
  const along = ({ start, end }: Span) => {
    const text = readAs(ask, { start, end });
    const notes = ask.notesOn(text);
    return (kind: object, ...basis: readonly unknown[]): Shelf =>
      shelfFor(notes, kind, { start, end, text }, [settings, form, ...basis]);
  };
  const before = along({ start: 0, end: blocks[0]?.span.start ?? source.text.length });
  return {
    ask,
    settings,
    before: before(kinds.before, outside),
    beforeItems: before(kinds.beforeItems, outside, items),
    blocks: blocks.map((block) => {
      const { index } = block;
      const shelf = along(block.span);
      return {
        block,
        shelves: {
          block: shelf(kinds.block, index),
          case: shelf(kinds.case, index, outside),
          items: shelf(kinds.items, index, outside, items),
        },
      };
    }),
    passages: ask(passages)
      .filter(({ reading }) => reading.text !== '')
      .map((passage) => ({
        shelf: along(passage.span)(kinds.passage, passage.place),
        passage,
      })),
    sentences: language ? ask(passages).map((passage) => once(() => sentencesAt(passage, language))) : [],
  };

  function sentencesAt(passage: Passage, { tagger, dictionary }: Language): SentenceAt[] {
    const sentences = readSentences(ask, passage, tagger);
    return sentences.map((sentence, index) => {
      const { span, place, voice, quotations } = sentence;
      const quoted = quotations.map(({ start, end }) => `${start}-${end}`).join();
      return { shelf: along(span)(kinds.sentence, place, voice, quoted), sentence, sentences, index, dictionary };
    });
  }
}

const kinds = { before: {}, beforeItems: {}, block: {}, case: {}, items: {}, passage: {}, sentence: {} };

function textOutside(ask: Ask): string {
  const { source, blocks } = ask.letter;
  const ends = [0, ...blocks.map(({ span }) => span.end)];
  const starts = [...blocks.map(({ span }) => span.start), source.text.length];
  return ends.map((start, i) => readAs(ask, { start, end: starts[i] ?? start })).join('\f');
}

function textOfHeadings(ask: Ask): string {
  const { blocks } = ask.letter;
  return blocks.map(({ heading: { span } }) => readAs(ask, span)).join('\f');
}

/** The text of a stretch and, where it is read otherwise than it is written, that too: page lines are told by the whole letter. */
function readAs({ letter: { source } }: Ask, span: Span): string {
  const text = source.text.slice(span.start, span.end);
  const printed = printedText(source, span);
  return printed === text ? text : `${text}\0${printed}`;
}

/**
 * Runs a rule over the parts of the letter that it is about, and gives what it finds in each. Parts in which it was run before are
 * not read again; of those in which it found nothing then, nothing is said.
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
    for (const sentencesIn of run.sentences) {
      for (const each of sentencesIn()) {
        if (!places.includes(each.sentence.place)) continue;
        const findings = runOnSentence(rule, run, each, options);
        if (findings !== nothingNew) yield toFound(findings);
      }
      yield nothing;
    }
  }
}

/** Where the reviewer writes, and does not cite. */
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
  const { shelf, ...context } = at;
  const ownWords = run.settings.words ?? noWords;
  const check = () => {
    const findings = rule.check({ letter: ask.letter, ask, options, ownWords, ...context });
    const keepsAll = rule.readsQuotations || context.sentence.quotations.length === 0;
    return keepsAll ? findings : outsideQuotations(findings, context.sentence);
  };
  if (rule.reads === 'letter') return fresh(rule, run, check());
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

/** Says that a rule is known to find nothing in a stretch. */
function known(rule: Rule, shelf: Shelf): readonly Finding[] | undefined {
  return shelf.findings.get(rule)?.length === 0 ? nothingNew : undefined;
}

/** The findings in a stretch: those known from an earlier version of the letter, where what they rest on is the same. */
function remembered(rule: Rule, run: Run, shelf: Shelf, check: () => Iterable<Finding>): readonly Finding[] {
  const before = shelf.findings.get(rule);
  if (before) return toFindings(before, shelf, () => fresh(rule, run, check()));
  const findings = fresh(rule, run, check());
  const toKeep = toKnown(findings, shelf, run.before);
  if (toKeep) shelf.findings.set(rule, toKeep);
  return findings;
}

const nothingNew: readonly Finding[] = [];

/** Spans inside the text, edits that do not clash: what an editor relies on. */
function checked(finding: Finding, letter: Letter, rule: Rule): Finding {
  const { span, related = [], fixes } = finding;
  if (!isWithin(span, letter) || !related.every((place) => isWithin(place.span, letter))) throw outside(rule);
  if (!Array.isArray(fixes)) return finding;
  checkEdits(fixes, rule, letter);
  const kept = keepingMarks(fixes, letter);
  return kept === fixes ? finding : { ...finding, fixes: kept };
}

/** A fix that would change the mark of a quote, a list or Markdown waits for a person. */
function keepingMarks(fixes: readonly Fix[], { source }: Letter): readonly Fix[] {
  const { marks } = normalizedText(source);
  if (marks.length === 0) return fixes;
  return fixes.map((fix) => {
    const isUnsafe = isSafe(fix) && !fix.isLazy && fix.edits.some(({ span }) => hasOverlapping(marks, span));
    return isUnsafe ? { ...fix, kind: 'review' as const } : fix;
  });
}

/** The fixes of a finding; what takes work is done now. */
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

import type { ResolvedCitation } from '../library/citation';
import type { ItemSubject, Library, NameMatch, PhraseMatch } from '../library/types';
import type { Citation } from '../model/citations';
import { type DateMention, findDates } from '../model/dates';
import type { DecisionBlock, Letter, Section } from '../model/letter';
import { sectionOf } from '../model/letter';
import { findMeasures, type Measure } from '../model/measures';
import { proseOf } from '../model/prose';
import { matchesIn } from '../text/matches';
import { once } from '../text/once';
import type { Reading } from '../text/reading';
import { splitSentences } from '../text/sentences';
import type { Span } from '../text/span';
import { type CaseDates, readCaseDates } from './case-dates';
import { cueIndexOf, type Ledger, ledgerOf } from './ledger';
import { drugsOnRecordOf, isAncillary, mentionsOf } from './mentions';
import { type MisspeltDrug, misspeltDrugsOf, withNamesMeant } from './misspelt-drugs';
import { type Patient, readPatient } from './patient';
import { findRequestDate, type RequestDate } from './request-date';
import { resolvedCitation } from './resolved-citations';
import { findRestatements, type Restatement } from './restatements';
import { type ReviewDecision, readReviewDecisions } from './review-decisions';
import { createTextMemory, type TextNotes } from './text-memory';

/**
 * What rules and features ask of a letter and its library, worked out once a letter on first use and shared.
 * Results about a reading carry offsets of its `text`; `toSourceSpan(reading, …)` maps them.
 */
export interface LetterAnalysis {
  readonly letter: Letter;
  readonly library: Library;
  /** The clinical summary behind its lead; undefined where the letter has none. */
  readonly summary: Section | undefined;
  /** The letter's running text: see `proseOf`. */
  readonly prose: readonly Reading[];
  /** What `find` makes of the reading's text; `find` stands for itself, so it is the same function at each call. */
  recall<T>(reading: Reading, find: (text: string) => T): T;
  /** The matches of a global expression in a reading. */
  matchesIn(reading: Reading, pattern: RegExp): readonly RegExpExecArray[];
  namesIn(reading: Reading): readonly NameMatch[];
  /** Words that are nearly a drug's name where one is meant. */
  misspeltDrugsIn(reading: Reading): readonly MisspeltDrug[];
  /** The names of `namesIn`, and what misspelt ones stand for: what the text speaks of, however it is spelt. */
  namesMeantIn(reading: Reading): readonly NameMatch[];
  phrasesIn(reading: Reading): readonly PhraseMatch[];
  sentencesIn(reading: Reading): readonly Span[];
  datesIn(reading: Reading): readonly DateMention[];
  measuresIn(reading: Reading): readonly Measure[];
  /** When treatment was requested: what editions in force are measured by. */
  readonly requestDate: RequestDate | undefined;
  /** What the library knows of a citation: guideline, edition, chapter, topics, pages. */
  resolve(citation: Citation): ResolvedCitation;
  /** Drugs, treatments, body parts and rationale class of a block's item. */
  subjectOf(block: DecisionBlock): ItemSubject;
  /** The names in a reading that stand for a block's item. */
  mentionsIn(block: DecisionBlock, reading: Reading): readonly NameMatch[];
  /** An item that goes with an operation decided in the same letter, and owes no reasons of its own. */
  isAncillary(block: DecisionBlock): boolean;
  /** The first place of each cue of the library's elements and conditions. */
  cuesIn(reading: Reading): ReadonlyMap<string, Span>;
  /** What the summary says that utilization review did; offsets are those of the summary's prose. */
  readonly reviewDecisions: readonly ReviewDecision[];
  /** The dates of the case in header, summary and rationales. */
  readonly caseDates: CaseDates;
  /** The main ingredients of every drug that the summary or a heading names. */
  readonly drugsOnRecord: ReadonlySet<string>;
  /** The patient's sex, age and pronouns in summary and rationales. */
  readonly patient: Patient;
  /** Where summary and rationale state a block's request again. */
  restatementsOf(block: DecisionBlock): readonly Restatement[];
  /** What the rationale must address, and whether it does. */
  ledgerOf(block: DecisionBlock): Ledger;
}

/** With the memory that the letter's version before was analysed with, texts that both hold are not read again. */
export function analyzeLetter(letter: Letter, library: Library, memory = createTextMemory()): LetterAnalysis {
  const notes = new Map<Reading, TextNotes>();
  const recall = <T>(reading: Reading, find: (text: string) => T, key: object = find): T =>
    remember(
      remember(notes, reading, () => memory.notesOn(reading.text)),
      key,
      () => find(reading.text),
    ) as T;
  let prose: readonly Reading[] | undefined;
  const requested = once(() => findRequestDate(analysis));
  const resolved = new Map<Citation, ResolvedCitation>();
  const subjects = new Map<DecisionBlock, ItemSubject>();
  const ledgers = new Map<DecisionBlock, Ledger>();
  const ancillary = new Map<DecisionBlock, boolean>();
  const mentions = new Map<DecisionBlock, Map<Reading, readonly NameMatch[]>>();
  const restatements = new Map<DecisionBlock, readonly Restatement[]>();
  const decisions = once(() => reviewDecisionsOf(analysis));
  const caseDates = once(() => readCaseDates(letter, analysis.datesIn, analysis.sentencesIn));
  const drugsOnRecord = once(() => drugsOnRecordOf(analysis));
  const patient = once(() => readPatient(letter));
  const analysis: LetterAnalysis = {
    letter,
    library,
    summary: sectionOf(letter, 'case-summary'),
    get prose() {
      prose ??= proseOf(letter);
      return prose;
    },
    get requestDate() {
      return requested();
    },
    resolve: (citation) =>
      remember(resolved, citation, () => resolvedCitation(library, citation, analysis.requestDate?.iso)),
    recall,
    matchesIn: (reading, pattern) => recall(reading, (text) => matchesIn(text, pattern), pattern),
    namesIn: (reading) => recall(reading, library.matchNames),
    misspeltDrugsIn: (reading) => recall(reading, misspeltDrugsOf(library).misspelt),
    namesMeantIn: (reading) => {
      const meant = recall(reading, misspeltDrugsOf(library).meant);
      const names = analysis.namesIn(reading);
      return meant.length === 0 ? names : [...names, ...meant].sort((a, b) => a.start - b.start);
    },
    phrasesIn: (reading) => recall(reading, library.matchPhrases),
    sentencesIn: (reading) => recall(reading, splitSentences),
    datesIn: (reading) => recall(reading, findDates),
    measuresIn: (reading) => recall(reading, findMeasures),
    subjectOf: (block) =>
      remember(subjects, block, () => library.subjectOf(withNamesMeant(library, block.heading.item.disputed.text))),
    mentionsIn: (block, reading) =>
      remember(
        remember(mentions, block, () => new Map<Reading, readonly NameMatch[]>()),
        reading,
        () => mentionsOf(library, analysis.subjectOf(block), analysis.namesMeantIn(reading)),
      ),
    isAncillary: (block) => remember(ancillary, block, () => isAncillary(block)),
    get reviewDecisions() {
      return decisions();
    },
    get caseDates() {
      return caseDates();
    },
    get drugsOnRecord() {
      return drugsOnRecord();
    },
    get patient() {
      return patient();
    },
    restatementsOf: (block) => remember(restatements, block, () => findRestatements(analysis, block)),
    cuesIn: (reading) => recall(reading, cueIndexOf(library).find),
    ledgerOf: (block) => remember(ledgers, block, () => ledgerOf(analysis, block)),
  };
  return analysis;
}

function reviewDecisionsOf({ summary, sentencesIn }: LetterAnalysis): readonly ReviewDecision[] {
  return summary ? readReviewDecisions(summary.prose.text, sentencesIn(summary.prose)) : [];
}

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}

import type { ConceptId } from '../library/lexicon/generated/concept-id';
import type { ConceptMatches } from '../library/lexicon/lexicon';
import { firstWithin, hasWithin, type Span } from '../text/span';
import { conceptsIn } from './concepts';
import { datesIn } from './date-mentions';
import { textFact } from './fact';
import { sentencesIn } from './sentences';

/** Whom a sentence is about. `other`: references and fragments. */
export type Voice = 'guideline' | 'patients-in-general' | 'case' | 'other';

/** A sentence of a text and whom it is about. */
export interface VoicedSentence extends Span {
  readonly voice: Voice;
  /** Advises patient or provider, and says nothing of what was found. */
  readonly advises: boolean;
}

/** The sentences of a text in order, each with whom it is about. Spans are UTF-16 offsets of the text, half-open. */
export const voicesIn = textFact((text, _, of): readonly VoicedSentence[] => {
  const words = of(conceptsIn);
  const days = of(datesIn).filter(({ day }) => day !== null);
  const voiced: VoicedSentence[] = [];
  let before: Voice | undefined;
  for (const sentence of of(sentencesIn)) {
    const voice = voiceOf(text.slice(sentence.start, sentence.end), marksIn(words, days, sentence), before);
    if (voice !== 'other') before = voice;
    voiced.push({ ...sentence, voice, advises: hasWithin(words.of('voice.advice'), sentence) });
  }
  return voiced;
});

/** Where a sentence first says each of these, from its own start; -1 where it does not. */
interface Marks {
  readonly source: number;
  readonly says: number;
  readonly bySource: number;
  readonly general: number;
  readonly mine: number;
  readonly asksHere: boolean;
  readonly told: number;
  readonly concludes: boolean;
  readonly refersBack: boolean;
  readonly turns: boolean;
}

function marksIn(words: ConceptMatches, days: readonly Span[], sentence: Span): Marks {
  const first = (concept: ConceptId): Span | undefined => firstWithin(words.of(concept), sentence);
  const has = (concept: ConceptId): boolean => hasWithin(words.of(concept), sentence);
  const place = (span: Span | undefined): number => (span ? span.start - sentence.start : -1);
  const source = first('voice.source');
  const behind = source && firstWithin(words.of('voice.says'), { start: source.start, end: sentence.end });
  const ahead = source && firstWithin(words.of('voice.by-source'), { start: sentence.start, end: source.start });
  const day = firstWithin(days, sentence);
  const mine = [first('voice.this-patient'), first('voice.this-case'), day].map(place).filter((at) => at >= 0);
  return {
    source: place(source),
    says: place(behind),
    bySource: place(ahead),
    general: place(first('voice.general')),
    mine: mine.length > 0 ? Math.min(...mine) : -1,
    asksHere: day !== undefined || has('voice.this-request'),
    told: place(first('voice.told')),
    concludes: has('conclusion.predicate'),
    refersBack: has('voice.refers-back'),
    turns: has('voice.turns'),
  };
}

function voiceOf(sentence: string, marks: Marks, before: Voice | undefined): Voice {
  if (isReference(sentence)) return 'other';
  const { source, says, bySource, general, mine, told, concludes, refersBack, turns } = marks;
  const speaks = source >= 0 && (says >= 0 || bySource >= 0);
  const isCase = mine >= 0 || (concludes && general < 0);
  if (speaks && !isCase) return 'guideline';
  if (speaks && source < mine && !turns && bySource < 0 && told < 0 && !concludes) return 'guideline';
  if (isCase && !citesStudy(sentence) && !speaksOfAnybody(marks, before)) return 'case';
  if (isPartOfQuotation(sentence) || citesStudy(sentence)) return 'guideline';
  if (refersBack && before !== undefined) return before;
  if (general >= 0) return 'patients-in-general';
  if (told >= 0) return 'case';
  return before === undefined || before === 'case' ? 'case' : 'patients-in-general';
}

/** Begins with what holds for many, and names a patient only as one of them; or goes on doing so. */
function speaksOfAnybody({ general, mine, asksHere, told }: Marks, before: Voice | undefined): boolean {
  if (asksHere || general < 0 || general > mine) return false;
  return told < 0 && (general === 0 || (before !== undefined && before !== 'case'));
}

/** `(Fritz, 2007)`, or `[84, 89]` at the beginning. */
function citesStudy(sentence: string): boolean {
  return /\([A-Z][\w-]{1,30},? (?:et al\.?,? )?\d{4}[a-z]?\)|^\[\d[\d, -]{0,40}\]/.test(sentence);
}

/** Nothing but names, years and section numbers in brackets. */
function isReference(sentence: string): boolean {
  return !opensWithWord.test(sentence) && onlyInBrackets(sentence);
}

/** Three letters before any bracket: what nearly all sentences have. */
const opensWithWord = /^[^([]{0,20}[A-Za-z]{3}/;

function onlyInBrackets(sentence: string): boolean {
  return sentence.replace(/[([][^()[\]]{0,80}(?:\d|see)[^()[\]]{0,80}[)\]]/gi, '').replace(/[^A-Za-z]/g, '').length < 3;
}

/** Holds one end of a quotation, which only sources run over several sentences. */
function isPartOfQuotation(sentence: string): boolean {
  return (sentence.match(/["“”]/g)?.length ?? 0) % 2 === 1;
}

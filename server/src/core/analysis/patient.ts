import { matchesIn } from '../text/matches';
import { type Reading, toSourceSpan } from '../text/reading';
import { splitSentences } from '../text/sentences';
import type { Span } from '../text/span';
import { caseSummary } from './case-summary';
import { fact, type TextFact, textFact } from './fact';

export type Sex = 'female' | 'male';

/** Something a letter says of the patient, and where: a source span. */
export interface PatientFact<T> {
  readonly value: T;
  readonly span: Span;
  /** Index of the decision block whose rationale says it; undefined in the summary. */
  readonly block?: number;
}

/** What summary and rationales say of the patient's person, in text order. */
export interface Patient {
  readonly sexes: readonly PatientFact<Sex>[];
  readonly ages: readonly PatientFact<number>[];
  /** Pronouns that stand for the patient, as far as that is certain. */
  readonly pronouns: readonly PatientFact<Sex>[];
}

const person = '(?:injured worker|worker|patient|applicant|claimant|employee|individual|IW|IP)';
/** `44 year old right hand dominant male`, `a now 52-year-old female`. */
const agedSex =
  /\b(\d{1,3})[- ]years?[- ]old,?(?: [a-z-]{2,14}){0,5}? (male|female|man|woman|gentleman|lady|boy|girl)\b/gi;
/** `the patient is a woman`, `this gentleman`, `the female patient`. */
const sexAlone = new RegExp(
  `\\b(?:${person} (?:is|was) an? (?:\\w+ )?|this )(male|female|man|woman|gentleman|lady)\\b|\\bthe (male|female)(?= ${person}\\b)`,
  'gi',
);
const ageAlone = new RegExp(
  `\\b(\\d{1,3})[- ]years?[- ]old,? (?=(?:\\w+ )?${person}\\b)|\\b${person},? (?:is |was )?(?:an? |now )*(\\d{1,3})[- ]years?[- ]old\\b|\\b${person},? (?:is )?aged? (\\d{1,3})\\b`,
  'gi',
);
const pronoun = /(?<![\w/(])(?:(she|hers?|herself)|he|his|him|himself)(?![\w/]|, \d| or (?:she|her)\b)/gi;
const patients = new RegExp(`\\b(?:the |this |said |injured )?${person}(?:'s|s'|s)?\\b`, 'gi');
/** Anybody else whom a pronoun may stand for. */
const others =
  /\b(?:provider|physician|doctor|Dr\b|surgeon|treater|therapist|chiropractor|psychologist|psychiatrist|podiatrist|acupuncturist|nurse|specialist|neurologist|orthopedist|interpreter|witness|reviewer|attorney|adjuster|wife|husband|spouse|partner|mother|father|parents?|son|daughter|child|brother|sister|friend|neighbor|supervisor|manager|boss|co-?worker|colleague|employer|customer|student|man|woman|assailant|driver|a patient|another patient|patients|resident|inmate|Mr|Mrs|Ms)\b/gi;

/** What is said of a patient and not of who treats him. */
const ofPatientOnly =
  /^(?:s?he (?:also |now |still |currently )?(?:had|has (?!(?:recommended|requested|ordered|prescribed|stated))|complain|denie|rate[sd]\b|underwent|sustained|takes|took|experience|feels?|works\b|worked|fell|was injured|remains? (?:off|out of|on|temporarily|symptomatic)|returned to|is (?:un)?able|was (?:un)?able)|(?:his|her) (?:\w+ )?(?:pain|diagnos[ei]s|symptoms?|injur(?:y|ies)|gait|complaints?|condition|strength)\b)/i;

/** What the one who treats says of the one who is treated: `The provider noted that he had tenderness`. */
const tellsOfPain =
  /^(?:s?he (?:also |still |currently )?(?:(?:had|has|experience[sd]|felt|complain\w{0,3} of|denie[sd]) (?:\w+ ){0,3}(?:pain|tenderness|numbness|weakness|spasms?|tingling|stiffness|headaches?|swelling|symptoms?|relief)\b|was injured|sustained)|(?:his|her) (?:\w+ )?(?:pain|symptoms?|injur(?:y|ies)|gait)\b)/i;

export const patient = fact((ask): Patient => {
  const { letter } = ask;
  const summary = ask(caseSummary);
  const readings: { reading: Reading; block?: number }[] = [
    ...(summary ? [{ reading: summary.prose }] : []),
    ...letter.blocks.map(({ fields, index }) => ({ reading: fields.rationale.body, block: index })),
  ];
  const collect = <T>(found: TextFact<readonly (Span & { value: T })[]>): PatientFact<T>[] =>
    readings.flatMap(({ reading, block }) =>
      ask(found, reading).map(({ value, start, end }) => ({
        value,
        block,
        span: toSourceSpan(reading, { start, end }),
      })),
    );
  return { sexes: collect(sexesIn), ages: collect(agesIn), pronouns: collect(pronounsIn) };
});

const sexesIn = textFact((text) => findSexes(text));
const agesIn = textFact((text) => findAges(text));
const pronounsIn = textFact((text) => findPronouns(text));

function findSexes(text: string): (Span & { value: Sex })[] {
  const found = [...matchesIn(text, agedSex), ...matchesIn(text, sexAlone)].map((match) => {
    const word = match[2] ?? match[1] ?? '';
    const end = match.index + match[0].length;
    return {
      value: /^(?:fe|wo|lady|girl)/i.test(word) ? ('female' as const) : ('male' as const),
      start: end - word.length,
      end,
    };
  });
  return found.sort((a, b) => a.start - b.start);
}

function findAges(text: string): (Span & { value: number })[] {
  const found = [...matchesIn(text, agedSex), ...matchesIn(text, ageAlone)].map((match) => {
    const age = match[1] ?? (/^\d+$/.test(match[2] ?? '') ? match[2] : match[3]) ?? '';
    const start = match.index + match[0].indexOf(age);
    return { value: Number(age), start, end: start + age.length };
  });
  const unique = new Map(found.map((age) => [age.start, age]));
  return [...unique.values()].sort((a, b) => a.start - b.start);
}

function findPronouns(text: string): (Span & { value: Sex })[] {
  if (!/\b(?:he|she|his|her|hers|him|himself|herself)\b/i.test(text)) return [];
  const sentences = splitSentences(text);
  return sentences.flatMap((sentence, i) => {
    const words = text.slice(sentence.start, sentence.end);
    const previous = sentences[i - 1];
    const before = previous ? text.slice(previous.start, previous.end) : '';
    return matchesIn(words, pronoun)
      .filter((match) => isOfPatient(words.slice(0, match.index), words.slice(match.index), before))
      .map((match) => {
        const start = sentence.start + match.index;
        return {
          value: match[1] === undefined ? ('male' as const) : ('female' as const),
          start,
          end: start + match[0].length,
        };
      });
  });
}

/** The patient is the last person named before it; where nobody is, nobody else may be named near it. */
function isOfPatient(before: string, from: string, previousSentence: string): boolean {
  const patient = lastIndex(before, patients);
  const other = lastIndex(before, others);
  const near = from.slice(0, 60);
  if (other >= 0) return tellsOfPain.test(near);
  if (patient >= 0) return true;
  return ofPatientOnly.test(near) || (lastIndex(previousSentence, others) < 0 && lastIndex(near, others) < 0);
}

function lastIndex(text: string, pattern: RegExp): number {
  let last = -1;
  for (const match of matchesIn(text, pattern)) last = match.index;
  return last;
}

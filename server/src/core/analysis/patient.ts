import type { ConceptId } from '../library/lexicon/generated/concept-id';
import type { ConceptMatches } from '../library/lexicon/lexicon';
import { type Reading, toSourceSpan } from '../text/reading';
import { hasWithin, lastBegun, type Span, span, spanAt, spanBefore, spansWithin } from '../text/span';
import { caseSummary } from './case-summary';
import { conceptsIn } from './concepts';
import { fact, type TextFact, textFact } from './fact';
import { sentencesIn } from './sentences';

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

/** What is said, and where; offsets are those of the text. */
interface Said<T> extends Span {
  readonly kind: T;
}

export const patient = fact((ask): Patient => {
  const { letter } = ask;
  const summary = ask(caseSummary);
  const readings: { reading: Reading; block?: number }[] = [
    ...(summary ? [{ reading: summary.prose }] : []),
    ...letter.blocks.map(({ fields, index }) => ({ reading: fields.rationale.body, block: index })),
  ];
  const collect = <T>(said: TextFact<readonly Said<T>[]>): PatientFact<T>[] =>
    readings.flatMap(({ reading, block }) =>
      ask(said, reading).map(({ kind, start, end }) => ({
        value: kind,
        block,
        span: toSourceSpan(reading, { start, end }),
      })),
    );
  return { sexes: collect(sexesIn), ages: collect(agesIn), pronouns: collect(pronounsIn) };
});

const sexesIn = textFact((_, __, of) => {
  const words = of(conceptsIn).family('sex') as readonly Said<Sex>[];
  return of(conceptsIn)
    .of('patient.of-sex')
    .flatMap((said) => spansWithin(words, said).slice(0, 1));
});

const digits = /\d{1,3}(?!\d)/;

const agesIn = textFact((text, _, of) =>
  of(conceptsIn)
    .of('patient.of-age')
    .flatMap(({ start, end }): Said<number>[] => {
      const age = digits.exec(text.slice(start, end));
      return age ? [{ kind: Number(age[0]), start: start + age.index, end: start + age.index + age[0].length }] : [];
    }),
);

const pronounsIn = textFact((text, _, of) => {
  const concepts = of(conceptsIn);
  const pronouns = concepts.family('pronoun') as readonly Said<Sex>[];
  if (pronouns.length === 0) return [];
  const sentences = of(sentencesIn);
  return pronouns.filter((pronoun) => {
    const sentence = lastBegun(sentences, pronoun.start) ?? pronoun;
    return isForOne(text, pronoun) && isOfPatient(concepts, pronoun, sentence, spanBefore(sentences, sentence.start));
  });
});

/** `he/she` and `(his)` stand for nobody. */
function isForOne(text: string, { start, end }: Span): boolean {
  return !/[\w/(]/.test(text.charAt(start - 1)) && !/^(?:[\w/]|, \d)/.test(text.slice(end, end + 3));
}

/** How far a pronoun's words go on in which somebody else may be named. */
const near = 60;

/** The patient is the last person named before it; where nobody is, nobody else may be named near it. */
function isOfPatient(concepts: ConceptMatches, pronoun: Span, sentence: Span, previous: Span | undefined): boolean {
  const says = (id: ConceptId): boolean => spanAt(concepts.of(id), pronoun.start) !== undefined;
  const names = (id: ConceptId, part: Span): boolean => hasWithin(concepts.of(id), part);
  const before = span(sentence.start, pronoun.start);
  if (names('other-person', before)) return says('patient.told-by-treater');
  if (names('patient', before) || says('patient.told-alone')) return true;
  const behind = span(pronoun.start, Math.min(pronoun.start + near, sentence.end));
  return !(previous && names('other-person', previous)) && !names('other-person', behind);
}

import { isAncillary } from '../../analysis/ancillary';
import { conceptsIn } from '../../analysis/concepts';
import { type Ask, fact } from '../../analysis/fact';
import { mentionsIn } from '../../analysis/item-mentions';
import { namesMeantIn } from '../../analysis/misspelled-drugs';
import { sentencesIn } from '../../analysis/sentences';
import { subjectOf } from '../../analysis/subjects';
import type { NameRef } from '../../library/types';
import type { DecisionBlock } from '../../model/letter';
import { matchesIn } from '../../text/matches';
import { type Reading, toSourceSpan } from '../../text/reading';
import { compareSpans, contains, emptySpan, overlaps, type Span, span, spanAround, spanAt } from '../../text/span';
import { defineBlockRule } from '../rule';

export const itemNotNamed = defineBlockRule({
  code: 'IMR304',
  name: 'item-not-named',
  severity: 'information',
  fix: null,
  reads: 'block',
  summary: 'The rationale names neither the disputed item nor its class.',
  why: 'The rationale must give the reasons for this item (8 CCR 9792.10.6(d)). One that says only "this medication" could belong to another block, and often was copied from one.',
  repair: 'Name the drug or treatment as the heading does, at least in the conclusion.',
  whileTyping: 'quiet',
  examples: {
    bad: [
      {
        blocks: `Zanaflex 4mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle
relaxants (for pain).

Decision rationale: The injured worker has had this medication for a year without a gain in function.
^
The request is not medically necessary.`,
      },
      {
        blocks: `CT scan of the left elbow: Upheld

Claims Administrator guideline: Decision based on MTUS Elbow Disorders 2007.

MAXIMUS guideline: Decision based on MTUS Elbow Disorders 2007, Section(s): Diagnostic Criteria.

Decision rationale: The MTUS recommends more sessions only where function improves. The injured worker had nine and lifts no
^
more than before. Therefore, the request is not medically necessary.`,
      },
    ],
    good: [
      {
        blocks: `CT scan of the left elbow: Upheld

Claims Administrator guideline: Decision based on MTUS Elbow Disorders 2007.

MAXIMUS guideline: Decision based on MTUS Elbow Disorders 2007, Section(s): Diagnostic Criteria.

Decision rationale: The MTUS recommends a month of physical therapy before imaging. The injured worker had nine sessions.
Therefore, the request is not medically necessary.`,
      },
      {
        blocks: `Zanaflex 4mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle
relaxants (for pain).

Decision rationale: The injured worker has had tizanidine for a year without a gain in function. The
request is not medically necessary.`,
      },
      {
        blocks: `Zanaflex 4mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle
relaxants (for pain).

Decision rationale: The MTUS does not support muscle relaxants for a year. The request of the injured
worker is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const { rationale } = block.fields;
    const { drugs } = ask(subjectOf, block);
    if (rationale.state !== 'present' || ask(isAncillary, block)) return;
    if (ask(mentionsIn, block, rationale.body).length > 0) return;
    if (drugs.length === 0) {
      const unnamed = ask(unnamedTreatment, block);
      if (!unnamed) return;
      const { other } = unnamed;
      yield {
        span: emptySpan(rationale.label.start),
        message: 'The rationale never names this item or its kind.',
        ...(other && {
          related: [{ span: toSourceSpan(rationale.body, other), message: 'This is about something else' }],
        }),
      };
      return;
    }
    const classes = new Set(drugs.flatMap((drug) => ask.library.classesOf(drug).map(({ id }) => id)));
    const names = ask(namesMeantIn, rationale.body);
    if (names.some(({ refs }) => refs.some(({ kind, id }) => kind === 'drug-class' && classes.has(id)))) return;
    if (hasWordOf(ask, rationale.body.text, block.heading.item.disputed)) return;
    yield {
      span: emptySpan(rationale.label.start),
      message: 'The rationale never names this drug or its class.',
    };
  },
});

/**
 * The rationale says no word of a treatment: neither its name nor a word for its class. Where it has a general word that fits ("the
 * study", "the device"), it counts as unnamed only if it speaks of something else, which is then returned.
 */
const unnamedTreatment = fact((ask, block: DecisionBlock): { readonly other?: Span } | undefined => {
  const { body } = block.fields.rationale;
  const { disputed } = block.heading.item;
  const { treatments, class: own } = ask(subjectOf, block);
  if (treatments.length === 0 || !own || hasTellingWordOf(ask, body.text, disputed)) return undefined;
  const [said, asked] = [ask(conceptsIn, body), ask(conceptsIn, disputed)];
  const names = ask(namesMeantIn, body).filter(
    ({ sure, refs }) => sure && refs.every((ref) => isOfOtherClass(ask, ref, own.id)),
  );
  const words = [...said.family('class-word'), ...said.family('subject-word')];
  const visits = asked.has('treatment.visits') ? [] : said.of('treatment.more-visits');
  const subjects = said.family('subject-word').filter(({ kind }) => kind !== own.id);
  const others = [...names, ...visits, ...subjects].sort(compareSpans);
  // `Surgery is considered where imaging shows a lesion` is about surgery, `therapy before imaging` about imaging.
  const sentences = ask(sentencesIn, body);
  const isAside = (word: Span): boolean => {
    const sentence = spanAround(sentences, word) ?? word;
    const isFirst = said.of('item.comes-after').some(({ end }) => end + 1 === word.start);
    return !isFirst && others.some(({ start }) => start >= sentence.start && start <= word.start);
  };
  const isOwn = ({ kind, ...word }: { readonly kind: string } & Span): boolean => kind === own.id && !isAside(word);
  if (words.some(isOwn)) return undefined;
  const [other] = others;
  const [general] = said
    .family('kind-word')
    .filter((word) => asked.kinds('kind-word').includes(word.kind) && !others.some((each) => overlaps(each, word)));
  return general && (!other || general.start < other.start) ? undefined : { other };
});

function isOfOtherClass({ library }: Ask, { kind, id }: NameRef, own: string): boolean {
  if (drugKinds.includes(kind)) return true;
  if (kind !== 'treatment') return false;
  const other = library.treatment(id)?.rationaleClass;
  return other !== undefined && other !== own;
}

const drugKinds: readonly NameRef['kind'][] = ['drug', 'brand', 'generic', 'drug-class'];

/** A word of the heading that tells what is asked for, no part of the body and no count. */
function hasTellingWordOf(ask: Ask, text: string, heading: Reading): boolean {
  const lower = text.toLowerCase();
  const said = ask(conceptsIn, heading);
  // Words for its class or kind are weighed by themselves.
  const general = [...said.family('class-word'), ...said.family('kind-word')];
  return matchesIn(heading.text, /[A-Za-z]{5,}/g).some(({ index, 0: word }) => {
    const isCommon =
      spanAt(said.of('item.common-word'), index) ?? general.some((each) => contains(each, span(index, index)));
    return !isCommon && lower.includes(word.toLowerCase());
  });
}

/** A compound or a drug under a name the library lacks: any long word of the heading counts. */
function hasWordOf(ask: Ask, text: string, heading: Reading): boolean {
  const lower = text.toLowerCase();
  const dosing = ask(conceptsIn, heading).of('item.dosing-word');
  return matchesIn(heading.text, /[A-Za-z]{5,}/g).some(
    ({ index, 0: word }) => spanAt(dosing, index) === undefined && lower.includes(word.toLowerCase()),
  );
}

import { isAncillary } from '../../analysis/ancillary';
import { conceptsIn } from '../../analysis/concepts';
import { type Ask, fact } from '../../analysis/fact';
import { mentionsIn } from '../../analysis/item-mentions';
import { namesMeantIn } from '../../analysis/misspelled-drugs';
import { voicesIn } from '../../analysis/sentence-voices';
import { subjectOf } from '../../analysis/subjects';
import type { NameRef } from '../../library/types';
import type { DecisionBlock } from '../../model/letter';
import { matchesIn } from '../../text/matches';
import { type Reading, toSourceSpan } from '../../text/reading';
import { emptySpan, type Span, spanAt, spansWithin } from '../../text/span';
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
      const other = ask(otherTreatment, block);
      if (!other) return;
      yield {
        span: emptySpan(rationale.label.start),
        message: 'The rationale never names this item, and its criterion is about another treatment.',
        related: [{ span: toSourceSpan(rationale.body, other), message: 'The criterion of another treatment' }],
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
 * Where a rationale that says no word of a treatment, not even of its kind, recites what a guideline asks of another one: of visits
 * where none were requested, or of a treatment of another class.
 */
const otherTreatment = fact((ask, block: DecisionBlock): Span | undefined => {
  const { body } = block.fields.rationale;
  const { disputed } = block.heading.item;
  const { treatments, class: own } = ask(subjectOf, block);
  if (treatments.length === 0 || !own || hasWordOf(ask, body.text, disputed)) return undefined;
  const [said, asked] = [ask(conceptsIn, body), ask(conceptsIn, disputed)];
  if (
    said.kinds('class-word').includes(own.id) ||
    said.kinds('kind-word').some((kind) => asked.kinds('kind-word').includes(kind))
  )
    return undefined;
  const criteria = ask(voicesIn, body).filter(({ voice }) => voice === 'guideline' || voice === 'patients-in-general');
  const visits = asked.has('treatment.visits') ? [] : said.of('treatment.more-visits');
  const others = ask(namesMeantIn, body).filter(
    ({ sure, refs }) => sure && refs.every((ref) => isOfOtherClass(ask, ref, own.id)),
  );
  return criteria.flatMap((sentence) => [...spansWithin(visits, sentence), ...spansWithin(others, sentence)])[0];
});

function isOfOtherClass({ library }: Ask, { kind, id }: NameRef, own: string): boolean {
  if (kind !== 'treatment') return false;
  const other = library.treatment(id)?.rationaleClass;
  return other !== undefined && other !== own;
}

/** A compound or a drug under a name the library lacks: any long word of the heading counts. */
function hasWordOf(ask: Ask, text: string, heading: Reading): boolean {
  const lower = text.toLowerCase();
  const dosing = ask(conceptsIn, heading).of('item.dosing-word');
  return matchesIn(heading.text, /[A-Za-z]{5,}/g).some(
    ({ index, 0: word }) => spanAt(dosing, index) === undefined && lower.includes(word.toLowerCase()),
  );
}

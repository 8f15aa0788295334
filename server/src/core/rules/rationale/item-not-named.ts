import { isAncillary } from '../../analysis/ancillary';
import { conceptsIn } from '../../analysis/concepts';
import type { Ask } from '../../analysis/fact';
import { mentionsIn } from '../../analysis/item-mentions';
import { namesMeantIn } from '../../analysis/misspelled-drugs';
import { subjectOf } from '../../analysis/subjects';
import { matchesIn } from '../../text/matches';
import type { Reading } from '../../text/reading';
import { emptySpan, spanAt } from '../../text/span';
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
    ],
    good: [
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
    if (rationale.state !== 'present' || drugs.length === 0 || ask(isAncillary, block)) return;
    if (ask(mentionsIn, block, rationale.body).length > 0) return;
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

/** A compound or a drug under a name the library lacks: any long word of the heading counts. */
function hasWordOf(ask: Ask, text: string, heading: Reading): boolean {
  const lower = text.toLowerCase();
  const dosing = ask(conceptsIn, heading).of('item.dosing-word');
  return matchesIn(heading.text, /[A-Za-z]{5,}/g).some(
    ({ index, 0: word }) => spanAt(dosing, index) === undefined && lower.includes(word.toLowerCase()),
  );
}

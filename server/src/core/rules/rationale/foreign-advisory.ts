import { conceptsIn } from '../../analysis/concepts';
import type { Ask } from '../../analysis/fact';
import { namesIn } from '../../analysis/names';
import { voicesIn } from '../../analysis/sentence-voices';
import { subjectOf } from '../../analysis/subjects';
import type { DecisionBlock } from '../../model/letter';
import { toSourceSpan } from '../../text/reading';
import { spanAround } from '../../text/span';
import { defineBlockRule } from '../rule';

export const foreignAdvisory = defineBlockRule({
  code: 'IMR315',
  name: 'foreign-advisory',
  severity: 'warning',
  fix: null,
  reads: 'block',
  summary: 'The rationale of a treatment or test contains advice on stopping a drug.',
  why: 'The advisory on weaning belongs to the denial of a drug that is dangerous to stop. Elsewhere it is left from another item, and the patient may believe that a drug was denied too.',
  repair: 'Delete the sentence, or move it to the rationale of the drug.',
  examples: {
    bad: [
      {
        blocks: `Cane: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

Decision rationale: The MTUS supports a cane for an unstable knee. The injured worker walks without help. The request for a cane
is not medically necessary. The opioid should not be stopped abruptly.
                                              ^^^^^^^^^^^^^^^^^^^^^^^`,
      },
    ],
    good: [
      {},
      {
        blocks: `Cane: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

Decision rationale: The MTUS supports a cane for an unstable knee. The injured worker was weaned from opioids and walks without
help. The request for a cane is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const { body } = block.fields.rationale;
    const advice = ask(conceptsIn, body).of('advisory.of-drug');
    if (advice.length === 0 || !isOfNoDrug(ask, block)) return;
    const voices = ask(voicesIn, body);
    const [first] = advice.filter((words) => spanAround(voices, words)?.voice !== 'guideline');
    if (!first) return;
    yield {
      span: toSourceSpan(body, first),
      message: 'This is advice on stopping a drug, and the item is not one.',
      related: [{ span: block.heading.item.span, message: 'The item' }],
    };
  },
});

/** The item is a known treatment or test, and its heading names neither a drug nor a class of drugs. */
function isOfNoDrug(ask: Ask, block: DecisionBlock): boolean {
  const subject = ask(subjectOf, block);
  if (subject.treatments.length === 0 || subject.drugs.length > 0) return false;
  const heading = block.heading.item.reading;
  if (ask(conceptsIn, heading).has('drug.subject')) return false;
  return !ask(namesIn, heading).some(({ refs }) => refs.some(({ kind }) => kind === 'drug-class' || kind === 'drug'));
}

import { conceptsIn } from '../../analysis/concepts';
import { measuresIn } from '../../analysis/measures';
import { namesIn } from '../../analysis/names';
import { voicesIn } from '../../analysis/sentence-voices';
import { subjectOf } from '../../analysis/subjects';
import { toSourceSpan } from '../../text/reading';
import { contains, span, spansWithin } from '../../text/span';
import { defineBlockRule } from '../rule';

export const excessNotCounted = defineBlockRule({
  code: 'IMR314',
  name: 'excess-not-counted',
  severity: 'information',
  fix: null,
  reads: 'block',
  summary: 'The rationale says the request exceeds the guideline but gives no visit count for this patient.',
  why: 'A limit is applied by comparing it with a number: the visits completed and those requested. Without that, the reader cannot check whether the request exceeds the limit (Labor Code 4610.6(e)).',
  repair:
    'State how many visits were completed, how many are requested, and what the guideline allows for the diagnosis.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low back pain and
has had 6 visits of physical therapy. Utilization review on 12/07/2016 denied the request for physical therapy.`,
        blocks: `Physical therapy for the low back, 8 visits: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical medicine
treatment.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical medicine treatment.

Decision rationale: The MTUS allows 9-10 visits over 8 weeks for myalgia. The amount of therapy
that was requested is in excess of the guideline, and the injured worker has completed a course.
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^
The request for physical therapy is not medically necessary.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low back pain and
has had 6 visits of physical therapy. Utilization review on 12/07/2016 denied the request for physical therapy.`,
        blocks: `Physical therapy for the low back, 8 visits: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical medicine
treatment.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical medicine treatment.

Decision rationale: The MTUS allows 9-10 visits over 8 weeks for myalgia. The injured worker has completed 6 visits, and 8 more
exceed the guideline. The request for physical therapy is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const { body } = block.fields.rationale;
    const { disputed } = block.heading.item;
    const exceeded = ask(conceptsIn, body).of('limit.exceeded');
    // How much of a drug or a rental is too much is a matter of time.
    const isCounted = ask(measuresIn, disputed).some(({ kind }) => kind === 'frequency' || kind === 'quantity');
    if (exceeded.length === 0 || !isCounted || ask(subjectOf, block).drugs.length > 0) return;
    const ofCase = ask(voicesIn, body).filter(({ voice, advises }) => voice === 'case' && !advises);
    const at = exceeded.find((words) => ofCase.some((sentence) => contains(sentence, words)));
    const counts = ask(measuresIn, body).filter(
      (measure) => measure.kind === 'frequency' || (measure.kind === 'quantity' && measure.of === 'session'),
    );
    if (!at || ofCase.some((sentence) => spansWithin(counts, sentence).length > 0)) return;
    const guideline = ask(namesIn, body).find((name) => name.start > at.start && name.start < at.end);
    yield {
      span: toSourceSpan(body, span(at.start, guideline ? guideline.start - 1 : at.end)),
      message: 'The request is said to exceed the limit, but no visit count for this patient is given.',
      related: [{ span: disputed.span, message: 'What is requested' }],
    };
  },
});

// Small fictional letters: a clean one, and ones that lack something.
import { composeExample } from '../../server/src/core/index';

/** One decision, nothing missing. */
export const cleanLetter = composeExample({});

const first = `Soma 350 mg #90: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle relaxants
(for pain).

Decision rationale: The MTUS does not recommend Soma, and the records show no gain from it. If it has been
taken regularly it should be weaned. The request for Soma 350 mg #90 is not medically necessary.`;

const second = `Physical therapy of the left knee 2 times a week for 4 weeks: Overturned

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

Decision rationale: The MTUS recommends a course of active therapy, and the injured worker has had none for
the knee. The request for physical therapy of the left knee 2 times a week for 4 weeks is medically necessary.`;

const summary = `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low back and
left knee pain and takes Soma 350 mg #90. Utilization review on 12/07/2016 denied Soma 350 mg #90 and
physical therapy of the left knee 2 times a week for 4 weeks.`;

/** Two decisions, one upheld, one overturned, nothing missing. */
export const twoDecisions = composeExample({ summary, blocks: `${first}\n\n${second}` });

/** The first of two decisions has no conclusion. */
export const withoutConclusion = composeExample({
  summary,
  blocks: `${first.replace(/ The request for[^.]*\.$/, '')}\n\n${second}`,
});

/** The outcome of the only decision is missing. */
export const withoutOutcome = cleanLetter.replace('Norco 10/325mg #60: Upheld', 'Norco 10/325mg #60:');

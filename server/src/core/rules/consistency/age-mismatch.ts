import { patient } from '../../analysis/patient';
import { defineLetterRule } from '../rule';

export const ageMismatch = defineLetterRule({
  code: 'IMR410',
  name: 'age-mismatch',
  severity: 'warning',
  fix: null,
  summary: 'The letter gives the patient two different ages.',
  why: 'Some criteria depend on age, such as gastrointestinal risk from 65. Two ages suggest that text from another letter was left in.',
  repair: 'Correct the wrong age.',
  examples: {
    bad: [
      {
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: The patient is a 53 year old female who takes Norco and should be weaned from it.
                                     ^^
The request for Norco 10/325mg #60 is not medically necessary.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has had
headaches since she was 13 years old, and a 6 year old son. The applicant is aged 45 by now.
Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ ask }) {
    const [first, ...others] = ask(patient).ages;
    // A birthday may lie between two reports.
    const other = others.find(({ value }) => first && Math.abs(value - first.value) > 1);
    if (!first || !other) return;
    yield {
      span: other.span,
      message: `The patient is ${other.value} here but ${first.value} in the ${first.block === undefined ? 'summary' : 'earlier rationale'}.`,
      related: [{ span: first.span, message: `${first.value} years old` }],
    };
  },
});

import { type PatientFact, patient, type Sex } from '../../analysis/patient';
import type { Finding } from '../../problem/problem';
import { defineLetterRule } from '../rule';

export const sexMismatch = defineLetterRule({
  code: 'IMR409',
  name: 'sex-mismatch',
  severity: 'warning',
  fix: null,
  summary: 'The patient is a woman in one place and a man in another.',
  why: 'This is often the first sign that text from another letter was left in. A plainly erroneous finding of fact about the patient may be a ground of appeal (Labor Code 4610.6(h)).',
  repair: 'Correct the word or pronoun, and check whether the rest of the passage belongs to another case.',
  examples: {
    bad: [
      {
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: The patient takes Norco for low back pain. He had normal strength. She should be
                                                               ^^
weaned from it. The request for Norco 10/325mg #60 is not medically necessary.`,
      },
      {
        summary: `The injured worker is a 44 year old male with a date of injury of 11/18/2016. She has low back
                                    ^^^^
pain and takes Norco 10/325mg #60. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low back
pain. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: Nothing shows that Norco helped this gentleman, who should be weaned from it. The
                                                         ^^^^^^^^^
request for Norco 10/325mg #60 is not medically necessary.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low back
pain. The treating provider stated that he was asking for Norco 10/325mg #60. Her husband drives, as
he works near by. Utilization review on 12/07/2016 denied Norco 10/325mg #60 (He, 2004).`,
      },
    ],
  },
  *check({ ask }) {
    const { sexes, pronouns } = ask(patient);
    const [stated, ...others] = sexes;
    if (!stated) return;
    const disagree = [...others, ...pronouns].filter(({ value }) => value !== stated.value);
    const agree = [...others, ...pronouns].filter(({ value }) => value === stated.value);
    const [first] = disagree;
    if (!first) return;
    if (agree.length === 0 || disagree.length > 2 * agree.length) {
      yield statementWrong(stated, disagree, first);
      return;
    }
    const seen = new Set<number | undefined>();
    for (const fact of disagree) {
      if (seen.has(fact.block)) continue;
      seen.add(fact.block);
      yield wordWrong(fact, stated, agree.length);
    }
  },
});

type Fact = PatientFact<Sex>;

function statementWrong(stated: Fact, disagree: readonly Fact[], first: Fact): Finding {
  const count = disagree.length === 1 ? 'once' : `${disagree.length} times`;
  return {
    span: stated.span,
    message: `The summary says ${stated.value}; the text that follows says ${first.value} ${count}.`,
    related: disagree.slice(0, 5).map(({ span, value }) => ({ span, message: `The patient is ${value} here` })),
  };
}

function wordWrong(fact: Fact, stated: Fact, agreeing: number): Finding {
  const others = agreeing > 0 ? ` and in ${agreeing} other ${agreeing > 1 ? 'places' : 'place'}` : '';
  return {
    span: fact.span,
    message: `The patient is ${fact.value} here but ${stated.value} in the summary${others}.`,
    related: [{ span: stated.span, message: `The patient is ${stated.value}` }],
  };
}

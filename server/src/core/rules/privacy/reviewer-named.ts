import { reviewerNames, reviewerPlaceholder } from '../../analysis/reviewer-names';
import { replace } from '../../problem/edits';
import { defineLetterRule } from '../rule';

export const reviewerNamed = defineLetterRule({
  code: 'IMR602',
  name: 'reviewer-named',
  severity: 'error',
  fix: 'review',
  summary: 'The letter names the reviewer, or the reviewer signed it.',
  why: 'The names of reviewers are confidential (Labor Code 4610.6(f)). The determination describes their qualifications and is issued by the review organization.',
  repair: 'Remove the name, signature, and license number. Keep the specialty and the states of licensure.',
  examples: {
    bad: [
      {
        howMade: `MAXIMUS Federal Services sent the complete case file to an expert reviewer. Dr. Jane Q. Roe has no
                                                                            ^^^^^^^^^^^^^^^
affiliation with the employer, employee, providers or the claims administrator. The expert reviewer, John
                                                                                                     ^^^^
Doe, is Board Certified in Physical Medicine and is licensed to practice in California.`,
        form: '2014',
      },
      {
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 3.3.9 Opioids for
Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment.

Decision rationale: The MTUS asks for gains in function, and Dr. Example, the treating physician, records none. Norco should
be weaned. The request for Norco 10/325mg #60 is not medically necessary. Reviewed by John Doe, M.D.
                                                                                      ^^^^^^^^^^^^^^

Jane Roe, MD, MPH
^^^^^^^^^^^^^^^^^`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016 who sees Jane Roe, M.D. The
request was signed by Dr. Doe and reviewed by Dr. Poe for utilization review, which on 12/07/2016 denied Norco 10/325mg #60.`,
      },
      { form: '2014' },
    ],
  },
  *check({ ask }) {
    for (const place of ask(reviewerNames)) {
      yield {
        span: place,
        message: 'This names the reviewer, whose name is confidential.',
        fixes: [
          {
            title: `Replace with "${reviewerPlaceholder}"`,
            kind: 'review',
            edits: [replace(place, reviewerPlaceholder)],
          },
        ],
      };
    }
  },
});

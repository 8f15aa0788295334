import { identifierPlaceholders, personalIdentifiers } from '../../analysis/personal-identifiers';
import { replace } from '../../problem/edits';
import { defineLetterRule } from '../rule';

export const personalIdentifier = defineLetterRule({
  code: 'IMR601',
  name: 'personal-identifier',
  severity: 'warning',
  fix: 'review',
  summary: 'The text contains a name, number, date, or address that identifies a person.',
  why: 'Determinations are published without individually identifiable information (Labor Code 4610.6). An identifier in the running text is missed when only the cover page is redacted.',
  repair:
    'Remove the identifier, or replace it with what the reader needs: an age for a birth date, "the claims administrator" for an address. The case number in the header is not reported.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female (DOB: 03/09/1972) with a date of injury of 11/18/2016. Her claim
                                                 ^^^^^^^^^^
number 2016-0099812 and SSN 219-09-9999 are on file; she lives at 12 North Elm Street, Fresno, CA 93701 and can
       ^^^^^^^^^^^^
                            ^^^^^^^^^^^
                                                                  ^^^^^^^^^^^^^^^^^^^
                                                                                       ^^^^^^^^^^^^^^^^
be reached at (559) 555-0123 or j.doe@example.org. Utilization review on 12/07/2016 denied Norco 10/325mg #60.
              ^^^^^^^^^^^^^^
                                ^^^^^^^^^^^^^^^^^`,
      },
      {
        summary: `Claimant: Jane Doe. The injured worker is a 44 year old female with a date of injury of 11/18/2016.
          ^^^^^^^^
Plan for the patient: Physical therapy. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
      {
        summary: `Patient name: Jane Doe. The injured worker is a 44 year old female with a date of injury of 11/18/2016. Ms. Doe
              ^^^^^^^^
                                                                                                            ^^^
can be reached at Tel. +1 559 555 0123. Utilization review on 12/07/2016 denied Norco 10/325mg #60.
                          ^^^^^^^^^^^^`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. The patient, R. S., was seen by
                                                                                             ^^^^^
Dr. Nott, M.D. (see CM16-0888888; report no. 4471123). Utilization review on 12/07/2016 denied Norco 10/325mg #60.
                    ^^^^^^^^^^^^
                                             ^^^^^^^`,
      },
    ],
    good: [
      {
        header: 'Case Number:    CM17-0999999\nDate Assigned:  01/18/2017      Date of Injury:  11/18/2016',
        summary: `The injured worker is a 44 year old female with a date of injury of 11-18-2016. She was born in Fresno and takes
Norco 10/325mg #60; 10 Physical Therapy visits were done and pain is 5-6/10. Call 1-800-555-0199 for the
guideline, 8 C.C.R. 9792.20-9792.26. CPT 99213. In case CM17-0999999 utilization review on 12/07/2016 denied Norco
10/325mg #60 (file 2 of 3).`,
      },
    ],
  },
  *check({ ask }) {
    for (const { description, ...span } of ask(personalIdentifiers)) {
      const placeholder = identifierPlaceholders[description];
      yield {
        span,
        message: `This looks like ${description}, which can identify a person.`,
        fixes: [{ title: `Replace with "${placeholder}"`, kind: 'review', edits: [replace(span, placeholder)] }],
      };
    }
  },
});

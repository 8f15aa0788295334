import { adoptionOf } from '../../analysis/adoption';
import { conceptsIn } from '../../analysis/concepts';
import type { Ask } from '../../analysis/fact';
import { resolutionOf } from '../../analysis/resolved-citations';
import type { Field, Letter } from '../../model/letter';
import type { FieldStatement } from '../../model/statements';
import { replace } from '../../problem/edits';
import type { Fix } from '../../problem/fix';
import type { Finding } from '../../problem/problem';
import { toReadingOffset, toSourceSpan } from '../../text/reading';
import { shorten } from '../../text/shorten';
import { spansWithin } from '../../text/span';
import { guidelineFields } from '../guideline-fields';
import { defineBlockRule } from '../rule';

const headerOf2022 = `Case Number:    CM22-0999999
Date Assigned:  06/16/2022      Date of Injury:  11/18/2020
Decision Date:  07/06/2022      UR Denial Date:  05/12/2022
Priority:       Standard        Application      06/09/2022
                                Received:`;

export const mtusUnderNonMtus = defineBlockRule({
  code: 'IMR204',
  name: 'mtus-under-non-mtus',
  severity: 'error',
  fix: 'review',
  reads: 'case',
  summary: 'An MTUS guideline is cited under "Non-MTUS Citation".',
  why: 'The MTUS is presumed correct and is searched before any other source (Labor Code 4604.5, 8 CCR 9792.21 and 9792.21.1). Under the wrong label it loses that rank, and the letter says both that the MTUS was used and that it was not. Since December 1, 2017, an ACOEM text is part of the MTUS from the day it is adopted, even when it is read at MDGuidelines. Before that day it is a later step of the search.',
  repair: 'Cite it after "Decision based on MTUS", and remove the sentence that says the MTUS was not used.',
  examples: {
    bad: [
      {
        header: headerOf2022,
        blocks: `Lumbar epidural injection: Upheld

Claims Administrator guideline: Decision based on MTUS Low Back Disorders 2021, Section(s): Injections.

MAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s) outside of the MTUS
Guidelines. Decision based on Non-MTUS Citation MDGuidelines, ACOEM Low Back Disorders, Injections.
                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Decision rationale: No radiculopathy is on record. The request for an injection is not medically necessary.`,
      },
      {
        blocks: `Soma 350mg #60: Upheld

Claims Administrator guideline: The Claims Administrator based their decision on recommendation(s)
outside of the MTUS Guidelines. Decision based on Non-MTUS Citation MTUS: OPIOIDS, 79-81.
                                                                    ^^^^^^^^^^^^^^^^^^^^^
MAXIMUS guideline: Decision based on Non-MTUS Citation Chronic Pain Medical Treatment 2016,
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Section(s): Muscle relaxants (for pain).

Decision rationale: Relief is not on record. The request for Soma 350mg #60 is not medically necessary.

MRI of the left knee: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Summary. Decision based on
Non-MTUS Citation ODG, Knee, MRI, and Knee Complaints 2004, Section(s): Special Studies.
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Decision rationale: No trauma is on record. The request for an MRI is not medically necessary.`,
      },
    ],
    good: [
      {},
      { form: '2014' },
      {
        blocks: `Back brace: Upheld

Claims Administrator guideline: The Claims Administrator based their decision on recommendation(s)
outside of the MTUS Guidelines. Decision based on Non-MTUS Citation ACOEM Guidelines, Chapter 7, p. 137.

MAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s) outside of the MTUS
Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Pain (Chronic),
Acupuncture; ODG Physical Medicine Treatment Guidelines.

Decision rationale: The acute phase is over. The request for a brace is not medically necessary.`,
      },
      {
        header: headerOf2022,
        blocks: `Shoulder injection: Upheld

Claims Administrator guideline: Decision based on MTUS Shoulder Disorders 2017, Section(s): Injections.

MAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s) outside of the MTUS
Guidelines. Decision based on Non-MTUS Citation ACOEM Shoulder Disorders 2023.

Decision rationale: Motion is full. The request for an injection is not medically necessary.

MRI of the lumbar spine: Upheld

Claims Administrator guideline: Decision based on MTUS Low Back Disorders 2021, Section(s): Diagnostic Testing.

MAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s) outside of the MTUS
Guidelines. Decision based on Non-MTUS Citation ACOEM Low Back Disorders 2024, Diagnostic Testing.

Decision rationale: No red flag is on record. The request for an MRI is not medically necessary.`,
      },
    ],
  },
  *check({ letter, ask, block }) {
    for (const field of guidelineFields(block)) {
      for (const statement of field.statements) {
        if (statement.kind !== 'non-mtus') continue;
        const start = toReadingOffset(field.body, statement.textSpan.start);
        const end = start + statement.text.length;
        const [named] = spansWithin(ask(conceptsIn, field.body).of('mtus.own-title'), { start, end });
        if (!named) {
          yield* adopted(ask, field, statement);
          continue;
        }
        const words = field.body.text.slice(named.start, named.end);
        yield {
          span: toSourceSpan(field.body, { start: named.start, end }),
          message: `"${titleOf(statement, words)}" belongs to the MTUS but is cited under "Non-MTUS Citation".`,
          related: [{ span: statement.opener, message: 'The label it is under.' }],
          fixes: named.start === start ? [relabelled(letter, field, statement)] : [],
        };
      }
    }
  },
});

function* adopted(ask: Ask, field: Field, statement: FieldStatement): Generator<Finding> {
  for (const citation of statement.citations) {
    if (ask(adoptionOf, citation) !== 'adopted') continue;
    const { title = citation.title } = ask(resolutionOf, citation).guideline ?? {};
    const opens = citation.span.start === statement.textSpan.start;
    yield {
      span: citation.span,
      message: `${shorten(title, 60)} was part of the MTUS then but is cited as non-MTUS.`,
      related: [{ span: statement.opener, message: 'The label it is under.' }],
      fixes: opens && statement.citations.length === 1 ? [relabelled(ask.letter, field, statement)] : [],
    };
  }
}

/** Behind a bare `MTUS:` the title of the guideline follows. */
function titleOf(statement: FieldStatement, named: string): string {
  return /^MTUS$/i.test(named) ? (statement.citations[0]?.title ?? named) : named;
}

function relabelled({ form, source }: Letter, field: Field, statement: FieldStatement): Fix {
  const before = field.statements[field.statements.indexOf(statement) - 1];
  const start = before?.kind === 'outside-mtus' ? before.span.start : statement.opener.start;
  const prefix = /^MTUS[:,]?\s{1,8}(?=[A-Z])/i.exec(
    source.text.slice(statement.textSpan.start, statement.textSpan.end),
  );
  const title = `Move citation under "${form.standing.mtus}"`;
  return {
    title: start < statement.opener.start ? `${title}, and remove the sentence that the MTUS was not used` : title,
    kind: 'review',
    edits: [replace({ start, end: statement.textSpan.start + (prefix?.[0].length ?? 0) }, `${form.standing.mtus} `)],
  };
}

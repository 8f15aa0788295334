import { conceptsIn } from '../../analysis/concepts';
import type { Field, Letter } from '../../model/letter';
import type { FieldStatement } from '../../model/statements';
import { replace } from '../../problem/edits';
import type { Fix } from '../../problem/fix';
import { toReadingOffset, toSourceSpan } from '../../text/reading';
import { spansWithin } from '../../text/span';
import { guidelineFields } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const mtusUnderNonMtus = defineBlockRule({
  code: 'IMR204',
  name: 'mtus-under-non-mtus',
  severity: 'error',
  fix: 'review',
  reads: 'block',
  summary: 'A guideline of the MTUS stands under "Non-MTUS Citation".',
  why: 'The MTUS is presumed correct and comes before every other source (Labor Code 4604.5 and 4610.5(c)(2), 8 CCR 9792.21). Filed as an outside source it loses that rank, and the letter says in one breath that the MTUS was left and followed.',
  repair: 'Cite it behind "Decision based on MTUS", and drop the sentence that says the MTUS was not used.',
  examples: {
    bad: [
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
    ],
  },
  *check({ letter, ask, block }) {
    for (const field of guidelineFields(block)) {
      for (const statement of field.statements) {
        if (statement.kind !== 'non-mtus') continue;
        const start = toReadingOffset(field.body, statement.textSpan.start);
        const end = start + statement.text.length;
        const [named] = spansWithin(ask(conceptsIn, field.body).of('mtus.own-title'), { start, end });
        if (!named) continue;
        const words = field.body.text.slice(named.start, named.end);
        yield {
          span: toSourceSpan(field.body, { start: named.start, end }),
          message: `"${titleOf(statement, words)}" belongs to the MTUS but is cited under "Non-MTUS Citation".`,
          related: [{ span: statement.opener, message: 'The label it stands under.' }],
          fixes: named.start === start ? [relabelled(letter, field, statement)] : [],
        };
      }
    }
  },
});

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
  const title = `Put it under "${form.standing.mtus}"`;
  return {
    title: start < statement.opener.start ? `${title}, and remove the sentence that the MTUS was not used` : title,
    kind: 'review',
    edits: [replace({ start, end: statement.textSpan.start + (prefix?.[0].length ?? 0) }, `${form.standing.mtus} `)],
  };
}

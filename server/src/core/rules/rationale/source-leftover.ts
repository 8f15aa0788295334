import { conceptsIn } from '../../analysis/concepts';
import type { Finding } from '../../problem/problem';
import { type Reading, toSourceSpan } from '../../text/reading';
import type { Span } from '../../text/span';
import { defineBlockRule } from '../rule';

export const sourceLeftover = defineBlockRule({
  code: 'IMR313',
  name: 'source-leftover',
  severity: 'information',
  fix: null,
  reads: 'block',
  summary: 'The rationale refers to a figure, list, or reference that is only in the source it was copied from.',
  why: 'The determination gives the reasons itself (8 CCR 9792.10.6(d)). A pointer to something that the letter does not contain shows that text was copied without being read.',
  repair: 'Delete the pointer, or say what it points to.',
  examples: {
    bad: [
      {
        blocks: `Soma 350mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle
relaxants (for pain).

Decision rationale: Recommended as indicated below. Relief wears off within weeks. [3, 17-19] For doses,
                                ^^^^^^^^^^^^^^^^^^
                                                                                   ^^^^^^^^^^
see the table below. Relief is not on record. The request for Soma 350mg #60 is not medically necessary.
^^^^^^^^^^^^^^^^^^^`,
      },
    ],
    good: [
      {
        blocks: `Soma 350mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle
relaxants (for pain).

Decision rationale: As stated above, relief is not on record [in any note]. The pain is below the knee.
The request for Soma 350mg #60 is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const { body } = block.fields.rationale;
    for (const pointer of ask(conceptsIn, body).of('source.pointer')) yield leftover(body, pointer);
    const [first, ...others] = ask
      .matches(body, referenceNumbers)
      .map(({ index, 0: words }) => ({ start: index, end: index + words.length }))
      .filter((place) => isReference(body.text, place));
    if (!first) return;
    const related = others.map((other) => ({ span: toSourceSpan(body, other), message: 'Another reference number' }));
    yield { ...leftover(body, first), related };
  },
});

function leftover(body: Reading, place: Span): Finding {
  return {
    span: toSourceSpan(body, place),
    message: `"${body.text.slice(place.start, place.end)}" refers to something that is not in this letter.`,
  };
}

/** `[3]`, `[1-3, 28]`. */
const referenceNumbers = /\[\d{1,3}(?: ?[-–,] ?\d{1,3}){0,12}\]/g;

/** Several numbers, or one behind a mark: `three [3] months` repeats a number in digits. */
function isReference(text: string, { start, end }: Span): boolean {
  return /[-–,]/.test(text.slice(start, end)) || /[.,;:)"”] ?$/.test(text.slice(Math.max(0, start - 2), start));
}

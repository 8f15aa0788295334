import type { DecisionBlock, Field, Letter } from '../../model/letter';
import { remove, replace } from '../../problem/edits';
import { labelOf } from '../../problem/field-template';
import type { Fix } from '../../problem/fix';
import type { Finding } from '../../problem/problem';
import { defineBlockRule } from '../rule';

export const misplacedField = defineBlockRule({
  code: 'IMR107',
  name: 'misplaced-field',
  severity: 'warning',
  fix: 'review',
  reads: 'block',
  summary: 'The fields of a block are out of order, or one of them appears twice.',
  why: "Every determination gives the claims administrator's guideline, then the reviewer's, then the reasons. Readers who expect that order mistake one for the other. If a label appears twice, it is unclear which text counts.",
  repair: 'Keep each field once, in the order of the form.',
  examples: {
    bad: [
      {
        blocks: `Knee brace: Upheld

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.
^^^^^^^^^^^^^^^^^^
Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

Decision rationale: The knee is stable. The request for a knee brace is not medically necessary.`,
      },
      {
        blocks: `Knee brace: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.
^^^^^^^^^^^^^^^^^^
Decision rationale: The knee is stable. The request for a knee brace is not medically necessary.`,
      },
      {
        blocks: `Knee brace: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

Decision rationale: Decision rationale: The knee is stable. The request for a knee brace is not
                    ^^^^^^^^^^^^^^^^^^^
medically necessary.`,
      },
    ],
    good: [{}, { form: '2014' }],
  },
  *check({ letter, block }) {
    const order = letter.form.fields.map(({ kind }) => kind);
    const first = new Map<Field['kind'], Field>();
    let isSorted = true;
    for (const field of block.fieldsInOrder) {
      const before = first.get(field.kind);
      if (before) yield doubled(letter, field, before);
      else first.set(field.kind, field);
    }
    const fields = [...first.values()];
    for (const [i, field] of fields.entries()) {
      const next = fields[i + 1];
      if (!isSorted || !next || order.indexOf(field.kind) < order.indexOf(next.kind)) continue;
      isSorted = false;
      yield outOfOrder(letter, block, field, next);
    }
  },
});

function doubled(letter: Letter, field: Field, before: Field): Finding {
  return {
    span: field.label,
    message: `"${labelOf(letter.form, field.kind)}" appears twice in this decision.`,
    related: [{ span: before.label, message: 'It first appears here.' }],
    fixes: removalOf(letter, field, before),
  };
}

/** One of the two goes where that loses nothing: it is empty, or says the same. */
function removalOf(letter: Letter, field: Field, before: Field): Fix[] {
  const isEmptyOrSame = ({ body }: Field): boolean => body.text === '' || field.body.text === before.body.text;
  const spare = [field, before].find(isEmptyOrSame);
  if (!spare) return [];
  const { text } = letter.source;
  const gap = /^\s*/.exec(text.slice(spare.span.end))?.[0].length ?? 0;
  const span = { start: spare.span.start, end: spare.span.end + gap };
  return [{ title: 'Remove the duplicate that adds nothing', kind: 'review', edits: [remove(span)] }];
}

function outOfOrder(letter: Letter, block: DecisionBlock, field: Field, next: Field): Finding {
  const [late, early] = [labelOf(letter.form, field.kind), labelOf(letter.form, next.kind)];
  return {
    span: field.label,
    message: `"${late}" comes before "${early}". The form has them the other way around.`,
    related: [{ span: next.label, message: `"${early}" belongs first.` }],
    fixes: reordering(letter, block),
  };
}

/** The fields' texts change places; what stands between them stays. */
function reordering(letter: Letter, block: DecisionBlock): Fix[] {
  const order = letter.form.fields.map(({ kind }) => kind);
  const fields = block.fieldsInOrder;
  if (new Set(fields.map((field) => field.kind)).size < fields.length) return [];
  const sorted = fields.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const edits = fields.flatMap((field, i) => {
    const wanted = sorted[i];
    if (!wanted || wanted === field) return [];
    return [replace(field.span, letter.source.text.slice(wanted.span.start, wanted.span.end))];
  });
  return [{ title: 'Put the fields in order', kind: 'review', edits }];
}

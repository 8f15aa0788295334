import type { Ask } from '../../analysis/fact';
import type { DecisionBlock, Field, Letter } from '../../model/letter';
import { insert, insertParagraphAfter } from '../../problem/edits';
import { labelOf } from '../../problem/field-template';
import type { Fix } from '../../problem/fix';
import type { Finding } from '../../problem/problem';
import type { SnippetPart } from '../../text/snippet';
import type { Span } from '../../text/span';
import { fittedTemplate } from '../fitted-template';
import { defineBlockRule } from '../rule';

export const missingField = defineBlockRule({
  code: 'IMR105',
  name: 'missing-field',
  severity: 'error',
  fix: 'review',
  reads: 'block',
  summary: 'A decision block lacks one of its three labeled fields.',
  why: "The form states the claims administrator's guideline, the reviewer's guideline, and the reasons. The law requires the evidence and the reasons of the determination (Labor Code 4610.6(e), 8 CCR 9792.10.6(d)). Without its label, a field is read as part of the one before it.",
  repair: 'Put the label on its own line, in the order of the form, followed by its text.',
  whileTyping: 'quiet',
  examples: {
    bad: [
      {
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.
                                                                                           ^
Decision rationale: No gain is on record. The request for Norco 10/325mg #60 is not medically
necessary.`,
      },
      {
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Tapering Opioids.

No gain is on record. The request for Norco 10/325mg #60 is not medically necessary.
^`,
      },
      {
        blocks: `Norco 10/325mg #60: Upheld
Decision based on MTUS Chronic Pain Medical Treatment 2016.
^
MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Tapering Opioids.

Decision rationale: No gain is on record. The request for Norco 10/325mg #60 is not medically
necessary.`,
      },
      { blocks: 'Knee brace: Upheld\n                  ^' },
    ],
    good: [{}, { form: '2014' }],
  },
  *check({ ask, block }) {
    const missing = ask.letter.form.fields
      .map(({ kind }) => block.fields[kind])
      .filter((field) => field.state === 'missing');
    if (missing.length === ask.letter.form.fields.length) yield without(ask, block, missing);
    else for (const field of missing) yield without(ask, block, [field]);
  },
});

/** One finding for the fields lost at one place. */
function without(ask: Ask, block: DecisionBlock, fields: readonly Field[]): Finding {
  const { letter } = ask;
  const labels = fields.map(({ kind }) => `"${labelOf(letter.form, kind)}"`).join(', ');
  const own = fields.length === 1 ? unlabelledText(letter, block, fields[0] as Field) : undefined;
  const at = own?.start ?? fields[0]?.span.start ?? block.span.end;
  return {
    span: { start: at, end: at },
    message: `${labels} ${fields.length > 1 ? 'are' : 'is'} missing from this decision.`,
    fixes: () => [own ? labelText(letter, fields[0] as Field, own.start) : insertFields(ask, block, fields, at)],
  };
}

function insertFields(ask: Ask, block: DecisionBlock, fields: readonly Field[], at: number): Fix {
  const { letter } = ask;
  const parts = fields.map(({ kind }): SnippetPart[] => [
    `${labelOf(letter.form, kind)} `,
    ...fittedTemplate(ask, block, kind),
  ]);
  return {
    title: `Insert "${labelOf(letter.form, fields[0]?.kind ?? 'rationale')}"${fields.length > 1 ? ' and the fields after it' : ''}`,
    kind: 'review',
    edits: [
      insertParagraphAfter(
        letter,
        at,
        parts.flatMap((part, i) => (i > 0 ? [letter.layout.paragraphGap, ...part] : part)),
      ),
    ],
  };
}

function labelText(letter: Letter, field: Field, at: number): Fix {
  const label = labelOf(letter.form, field.kind);
  return { title: `Insert "${label}" before this paragraph`, kind: 'review', edits: [insert(at, [`${label} `])] };
}

/** The text of a field whose label alone is lost: what follows the heading, or a paragraph of its own in the field before. */
function unlabelledText(letter: Letter, block: DecisionBlock, field: Field): Span | undefined {
  const before = block.fieldsInOrder.filter((other) => other.span.end <= field.span.start).at(-1);
  if (before) return before.state === 'present' ? secondParagraph(letter, before.body.span) : undefined;
  const { end: start } = block.heading.span;
  const end = block.fieldsInOrder[0]?.span.start ?? block.span.end;
  const behind = letter.source.text.slice(start, end);
  return behind.trim() === '' ? undefined : { start: start + behind.search(/\S/), end };
}

function secondParagraph(letter: Letter, { start, end }: Span): Span | undefined {
  const breaksOfWrap = countBreaks(letter.layout.lineGap);
  for (const gap of letter.source.text.slice(start, end).matchAll(/[.:?!]["”’)]?(\s+)(?=[A-Z])/g)) {
    if (countBreaks(gap[1] ?? '') > breaksOfWrap) return { start: start + gap.index + gap[0].length, end };
  }
  return undefined;
}

function countBreaks(gap: string): number {
  return gap.match(/\r\n|\r|\n/g)?.length ?? 0;
}

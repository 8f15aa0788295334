import { type DecisionBlock, type Field, type Letter, type Section, sectionOf } from '../../model/letter';
import { insert, replace } from '../../problem/edits';
import { labelOf } from '../../problem/field-template';
import type { Finding } from '../../problem/problem';
import { normalizedText } from '../../text/normalize/normalized-text';
import { viewOffset } from '../../text/offset-map';
import { printedText, readSource, toSourceSpan } from '../../text/reading';
import { isRespelling } from '../../text/respelling';
import type { SourceText } from '../../text/source-text';
import { isEmpty, type Span } from '../../text/span';
import { credentialSlots } from '../credential-slots';
import { defineLetterRule } from '../rule';

export const misspelledLabel = defineLetterRule({
  code: 'IMR108',
  name: 'misspelled-label',
  aliases: ['misspelt-label'],
  severity: 'warning',
  fix: 'safe',
  summary: 'A label or heading differs from the form.',
  why: 'Parties, search tools, and the Division of Workers’ Compensation find the parts of a determination by its fixed labels and headings. A misspelled label hides its part.',
  repair: 'Write the label as in the form, with its colon. Write a heading in capitals on its own line.',
  examples: {
    bad: [
      {
        blocks: `Knee brace: Upheld

Claims Administrators guideline: Decision based on MTUS Knee Complaints 2004.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

MAXIMUS guideline Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.
^^^^^^^^^^^^^^^^^
Decision rational: The knee is stable. The request for a knee brace is not medically necessary.
^^^^^^^^^^^^^^^^^^`,
      },
      {
        howMade: `MAXIMUS Federal Services sent the complete case file to an expert reviewer.

The Expert Reviewer has the following credentials:
State(s) of Licensue: California
^^^^^^^^^^^^^^^^^^^^^
Certification(s)/Specialty: Neurology`,
      },
      {
        form: '2014',
        whole: `HOW THE IMR FINAL DETERMINATION WAS MADE

MAXIMUS Federal Services sent the complete case file to an expert reviewer. The expert reviewer is
Board Certified in Internal Medicine and is licensed to practice in California.

CLINCAL CASE SUMMARY
^^^^^^^^^^^^^^^^^^^^
The injured worker is a 30 year old roofer.

IMR ISSUES, DECISIONS AND RATIONALES

The Final Determination was based on decisions for the disputed items/services set forth below:

Knee brace: Upheld
`,
      },
      {
        blocks: `Knee brace: Upheld

claims administrator guideline: Decision based on MTUS Knee Complaints 2004.MAXIMUS guideline: Decision
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                                            ^^^^^^^^^^^^^^^^^^
based on MTUS Knee Complaints 2004, Section(s): Initial Care.
Decision rationale - The knee is stable. The request for a knee brace is not medically necessary.
^^^^^^^^^^^^^^^^^^^^

Walker: Upheld

Claims Administrator guideline:Decision based on MTUS Knee Complaints 2004.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
MAXIMUS guideline : Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.
^^^^^^^^^^^^^^^^^^^

Rationale: The gait is normal. The request is not medically necessary.
^^^^^^^^^^`,
      },
      {
        blocks: `Knee brace: UPHELD
            ^^^^^^
Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

Decision rationale: The knee is stable. The request for a knee brace is not medically necessary.

Walker Overturned
       ^^^^^^^^^^
Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

Decision rationale: The injured worker falls without it. The request for a walker is medically necessary.`,
      },
    ],
    good: [
      {},
      { form: '2014' },
      {
        blocks: `Knee brace: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

Decision rationale: The knee is stable, as was said before.
See the Decision rationale: it holds here too. The request for a knee brace is not medically necessary.`,
      },
    ],
  },
  *check({ letter }) {
    for (const section of letter.sections) if (section.misspelled) yield misspelledHeading(letter, section);
    yield* misspelledRows(letter);
    for (const block of letter.blocks) {
      yield* misprintedOutcome(letter, block);
      for (const field of block.fieldsInOrder) {
        if (field.misspelled) yield misspelled(letter, field);
        else yield* glued(letter, field);
      }
    }
  },
});

/** The outcome in other letters than the form's, or without its colon. */
function* misprintedOutcome({ source }: Letter, { heading }: DecisionBlock): Generator<Finding> {
  const { outcome, colon, item } = heading;
  if (outcome.value === null) return;
  if (outcome.text !== outcome.value) {
    yield {
      span: outcome.span,
      message: messageFor(outcome.text, outcome.value),
      fixes: [
        { title: `Replace by "${outcome.value}"`, kind: 'review', edits: [replace(outcome.span, outcome.value)] },
      ],
    };
  }
  const mark = readSource(source, colon).text;
  if (mark !== ':' && item.text !== '') {
    yield {
      span: outcome.span,
      message: `There is no colon before "${outcome.text}".`,
      fixes: [
        isEmpty(colon)
          ? { title: 'Insert a colon', kind: 'review', edits: [insert(item.span.end, [':'])] }
          : {
              title: `Replace "${mark}" with a colon`,
              kind: 'review',
              edits: [replace({ start: item.span.end, end: colon.end }, ':')],
            },
      ],
    };
  }
}

function misspelledHeading(letter: Letter, section: Section): Finding {
  const printed = printedText(letter.source, section.heading).replace(/\s+/g, ' ');
  const form = letter.form.sections.find(({ kind }) => kind === section.kind);
  return finding(section.heading, printed, form?.headings[0] ?? section.kind);
}

/** The reviewer's credentials stand behind labels of their own. */
function* misspelledRows(letter: Letter): Generator<Finding> {
  const body = sectionOf(letter, 'how-made')?.body;
  for (const { label, misspelled, words } of credentialSlots(letter)) {
    if (body && label && misspelled)
      yield finding(toSourceSpan(body, label), body.text.slice(label.start, label.end), words);
  }
}

function misspelled(letter: Letter, field: Field): Finding {
  const printed = printedText(letter.source, field.label).replace(/\s+/g, ' ');
  return finding(field.label, printed, labelOf(letter.form, field.kind));
}

/** The space before or behind a label was lost. */
function* glued(letter: Letter, { label }: Field): Generator<Finding> {
  const printed = printedText(letter.source, label).replace(/\s+/g, ' ');
  const [before, behind] = charactersBeside(letter.source, label);
  if (/[\w.,;:!?)\]"”’]/.test(before)) {
    yield {
      span: label,
      message: `"${printed}" must start a new line.`,
      fixes: [
        {
          title: 'Start a new line here',
          kind: 'white-space',
          edits: [insert(label.start, [letter.layout.paragraphGap])],
        },
      ],
    };
  }
  if (/[\w([“"]/.test(behind)) {
    yield {
      span: label,
      message: `Missing space after "${printed}".`,
      fixes: [{ title: 'Insert a space', kind: 'white-space', edits: [insert(label.end, [' '])] }],
    };
  }
}

/** The characters before and behind a span as they are read, without marks of mail or Markdown; empty at the text's ends. */
function charactersBeside(source: SourceText, { start, end }: Span): readonly [string, string] {
  const { text, map } = normalizedText(source);
  if (!map) return [text.charAt(start - 1), text.charAt(end)];
  return [text.charAt(viewOffset(map, start) - 1), text.charAt(viewOffset(map, end - 1) + 1)];
}

function messageFor(printed: string, right: string): string {
  if (printed !== right && printed.toLowerCase() === right.toLowerCase()) {
    return `Write "${right}" with the capitals of the form.`;
  }
  if (`${printed}:` === right) {
    return `The label "${printed}" has no colon.`;
  }
  return `Misspelled label "${printed}". Write "${right}".`;
}

function finding(span: Span, printed: string, right: string): Finding {
  return {
    span,
    message: messageFor(printed, right),
    fixes: [
      {
        title: `Change to "${right}"`,
        kind: isRespelling(printed, right) ? 'label' : 'review',
        edits: [replace(span, right)],
      },
    ],
  };
}

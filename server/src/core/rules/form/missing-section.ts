import type { Letter, Section } from '../../model/letter';
import { insertParagraphsAt, remove } from '../../problem/edits';
import type { Fix } from '../../problem/fix';
import type { Finding } from '../../problem/problem';
import type { SnippetPart } from '../../text/snippet';
import { defineLetterRule } from '../rule';

type SectionForm = Letter['form']['sections'][number];

export const missingSection = defineLetterRule({
  code: 'IMR101',
  name: 'missing-section',
  severity: 'error',
  fix: 'review',
  summary: 'One of the three headings of the letter is missing, repeated, or out of order.',
  why: "Each heading opens a part of what the law requires: the reviewer's qualifications (Labor Code 4610.6(f)), the employee's condition, and what was decided and why (8 CCR 9792.10.6(d)). Readers and search tools find these parts by their headings, which are the same in every letter.",
  repair: 'Put each heading once, in capitals on its own line, in the order of the form, with its standard sentence.',
  whileTyping: 'quiet',
  examples: {
    bad: [
      {
        whole: `HOW THE IMR FINAL DETERMINATION WAS MADE

MAXIMUS Federal Services sent the complete case file to an expert reviewer. The expert reviewer is
Board Certified in Internal Medicine and is licensed to practice in California.

IMR ISSUES, DECISIONS AND RATIONALES
^
The Final Determination was based on decisions for the disputed items/services set forth below:

Knee brace: Upheld
`,
      },
      {
        whole: `HOW THE IMR FINAL DETERMINATION WAS MADE

MAXIMUS Federal Services sent the complete case file to an expert reviewer.

The expert reviewer developed the following clinical case summary based on a review of the
^
case file, including all medical records:

The injured worker is a 30 year old roofer.

IMR ISSUES, DECISIONS AND RATIONALES

The Final Determination was based on decisions for the disputed items/services set forth below:

Knee brace: Upheld
`,
      },
      {
        whole: `CLINICAL CASE SUMMARY

The injured worker is a 30 year old roofer.

HOW THE IMR FINAL DETERMINATION WAS MADE
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
MAXIMUS Federal Services sent the complete case file to an expert reviewer.

IMR ISSUES, DECISIONS AND RATIONALES

The Final Determination was based on decisions for the disputed items/services set forth below:

Knee brace: Upheld

CLINICAL CASE SUMMARY
^^^^^^^^^^^^^^^^^^^^^
`,
      },
    ],
    good: [{}, { form: '2014' }],
  },
  *check({ letter }) {
    const forms = letter.form.sections.filter((section) => section.required);
    const present = letter.sections.filter((section) => !section.absent);
    if (forms.length > 0 && present.length === 0) {
      yield noneAtAll(letter, forms);
      return;
    }
    for (const form of forms) {
      const own = present.filter((section) => section.kind === form.kind);
      const absent = letter.sections.find((section) => section.kind === form.kind && section.absent);
      if (own.length === 0 && absent) yield missing(letter, form, absent);
      for (const section of own.slice(0, 1)) if (isLost(section)) yield lost(letter, form, section);
      for (const section of own.slice(1)) yield doubled(letter, form, section, own[0] as Section);
    }
    yield* outOfOrder(forms, present);
  },
});

function headingOf(form: SectionForm): string {
  return form.headings[0] ?? form.kind;
}

function isLost({ heading }: Section): boolean {
  return heading.start === heading.end;
}

function paragraphsOf(form: SectionForm): SnippetPart[][] {
  return [[headingOf(form)], ...(form.lead === '' ? [] : [[form.lead]])];
}

function noneAtAll(letter: Letter, forms: readonly SectionForm[]): Finding {
  return {
    span: { start: 0, end: 0 },
    message: `The letter has none of its ${forms.length} section headings, so nothing in it can be checked.`,
    fixes: [
      {
        title: 'Insert the headings of the letter',
        kind: 'review',
        edits: [insertParagraphsAt(letter, letter.source.text.length, forms.flatMap(paragraphsOf))],
      },
    ],
  };
}

function missing(letter: Letter, form: SectionForm, absent: Section): Finding {
  const heading = headingOf(form);
  return {
    span: absent.span,
    message: `The section "${heading}" is missing.`,
    fixes: [
      {
        title: `Insert "${heading}"`,
        kind: 'review',
        edits: [insertParagraphsAt(letter, absent.span.start, paragraphsOf(form))],
      },
    ],
  };
}

function lost(letter: Letter, form: SectionForm, section: Section): Finding {
  const heading = headingOf(form);
  return {
    span: section.heading,
    message: `This section lacks its heading "${heading}".`,
    fixes: [
      {
        title: `Insert "${heading}"`,
        kind: 'review',
        edits: [insertParagraphsAt(letter, section.heading.start, [[heading]])],
      },
    ],
  };
}

function doubled(letter: Letter, form: SectionForm, section: Section, first: Section): Finding {
  return {
    span: isLost(section) ? section.span : section.heading,
    message: `The heading "${headingOf(form)}" appears twice.`,
    related: [{ span: isLost(first) ? first.span : first.heading, message: 'It first appears here.' }],
    fixes: removalOf(letter, section, first),
  };
}

/** One of two sections goes only where that loses nothing: it is empty, or says the same as the other. */
function removalOf(letter: Letter, section: Section, first: Section): Fix[] {
  const isEmptyOrSame = ({ prose }: Section): boolean => prose.text === '' || section.prose.text === first.prose.text;
  const spare = [section, first].find(isEmptyOrSame);
  if (!spare || letter.blocks.some((block) => spare.span.start <= block.span.start && block.span.end <= spare.span.end))
    return [];
  return [{ title: 'Remove the duplicate section that adds nothing', kind: 'review', edits: [remove(spare.span)] }];
}

function* outOfOrder(forms: readonly SectionForm[], present: readonly Section[]): Generator<Finding> {
  let furthest = -1;
  const seen = new Set<string>();
  for (const section of present) {
    const rank = forms.findIndex((form) => form.kind === section.kind);
    const form = forms[rank];
    if (!form || seen.has(section.kind)) continue;
    seen.add(section.kind);
    const before = forms[furthest];
    if (before && rank < furthest) {
      yield {
        span: isLost(section) ? section.span : section.heading,
        message: `"${headingOf(form)}" belongs before "${headingOf(before)}".`,
      };
    }
    furthest = Math.max(furthest, rank);
  }
}

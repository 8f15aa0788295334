import type { Field, Letter } from '../../model/letter';
import { seamsOf } from '../../model/set-words';
import { replace } from '../../problem/edits';
import type { FixEdit } from '../../problem/fix';
import type { Finding } from '../../problem/problem';
import { matchesIn } from '../../text/matches';
import { toReadingOffset, toSourceSpan } from '../../text/reading';
import type { Span } from '../../text/span';
import { guidelineFields } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const runTogetherCitation = defineBlockRule({
  code: 'IMR205',
  name: 'run-together-citation',
  severity: 'warning',
  fix: 'review',
  reads: 'block',
  summary: 'Citations run together, or stray characters separate them.',
  why: 'The determination refers to the specific evidence it used (8 CCR 9792.10.6(d)). When a page or guideline is glued to the topic before it, nobody can tell what belongs together.',
  repair:
    'Separate the citations: ", and" between guidelines, ";" between pages with their topics, a period between sentences.',
  examples: {
    bad: [
      {
        form: '2014',
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines < Page 80.
                                                                                         ^
MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Page 94, misuse or
addictionPage 80, indications Page 76, initiating therapy.
^^^^^^^^^^^^^^^^
Decision rationale: No gain is on record. The request for Norco 10/325mg #60 is not medically
necessary.`,
      },
      {
        blocks: `Knee brace: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004Section(s): Summary.
                                                                       ^^^^^^^^^^^^^^^
MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care Decision based
                                                                                    ^^^^^^^^^^^^^
on Non-MTUS Citation Official Disability Guidelines (ODG) Knee, Knee brace.

Decision rationale: The knee is stable. The request for a knee brace is not medically necessary.

MRI of the left knee: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): SummaryChronic Pain Medical
                                                                            ^^^^^^^^^^^^^^
Treatment 2016, Section(s): Introduction.

Decision rationale: No trauma is on record. The request for an MRI is not medically necessary.

Walker: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.Decision based on Non-MTUS
                                                                       ^^^^^^^^^^^^^
Citation Official Disability Guidelines (ODG)Knee, Walking aids.
MAXIMUS guideline: Decision based on MTUS Knee Complaints2004, Section(s):Summary.
                                               ^^^^^^^^^^^^^^^
Decision rationale: The gait is normal. The request for a walker is not medically necessary.`,
      },
    ],
    good: [
      {},
      { form: '2014' },
      {
        form: '2014',
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Opioids
Page(s): 78-80, 94.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Page 80, indications; Page
76, initiating therapy. Decision based on Non-MTUS Citation UpToDate, MedlinePlus, www.example.org.

Decision rationale: No gain is on record. The request for Norco 10/325mg #60 is not medically
necessary.`,
      },
    ],
  },
  *check({ letter, block }) {
    for (const field of guidelineFields(block)) {
      const seams = [...glued(field, letter.form), ...unseparatedPages(field), ...unendedSentences(field)].filter(
        ({ at }) => !isBehindStray(field.body.text, at),
      );
      const distinct = new Map(seams.map((seam) => [seam.at, seam]));
      const faults = [
        ...[...distinct.values()].map((seam) => describe(field, seam)),
        ...matchesIn(field.body.text, /[<>]/g).map(({ index }) => stray(field, index)),
      ].sort((a, b) => a.span.start - b.span.start);
      if (faults.length > 0) yield together(faults);
    }
  },
});

/** What is wrong in one place of a field. */
interface Fault {
  readonly span: Span;
  readonly message: string;
  readonly title: string;
  readonly edit: FixEdit;
}

/** One finding a field: the first place, with the others beside it. */
function together(faults: readonly Fault[]): Finding {
  const [first, ...others] = faults as readonly [Fault, ...Fault[]];
  return {
    span: first.span,
    message: others.length === 0 ? first.message : `${first.message} ${others.length} more in this field.`,
    related: others.map(({ span, message }) => ({ span, message })),
    fixes: [
      {
        title: others.length === 0 ? first.title : `Separate the citations in ${faults.length} places`,
        kind: 'review',
        edits: faults.map(({ edit }) => edit),
      },
    ],
  };
}

/** Where two citations meet; offsets are those of the field's reading. */
interface Seam {
  /** Where the second begins. */
  readonly at: number;
  readonly separator: string;
}

/** What belongs between two citations that were glued together inside a word, by what the second one begins with. */
function separatorFor([, locator, title, opener, behindCapital]: RegExpExecArray): Seam['separator'] {
  if (opener || behindCapital) return '. ';
  if (locator?.startsWith('Page')) return '; ';
  return title ? ', and ' : ', ';
}

function* glued({ body: { text } }: Field, form: Letter['form']): Generator<Seam> {
  const { insideWord, spaceLost, beforeTitle } = seamsOf(form);
  for (const match of matchesIn(text, insideWord)) {
    yield { at: match.index, separator: separatorFor(match) };
  }
  for (const match of matchesIn(text, spaceLost)) yield { at: match.index, separator: ' ' };
  for (const match of matchesIn(text, beforeTitle)) {
    if (!isDoubled(text, match.index)) yield { at: match.index + 1, separator: ', and ' };
  }
}

/** `Low Low Back Complaints 2004`: a word said twice, and nothing glued. */
function isDoubled(text: string, space: number): boolean {
  const before = text.slice(0, space);
  return before.slice(before.lastIndexOf(' ') + 1) === /^\w*/.exec(text.slice(space + 1, space + 20))?.[0];
}

/** `Page 60, topic Page 68, topic`: where a page opens each citation, one without a separator before it is glued. */
function* unseparatedPages(field: Field): Generator<Seam> {
  for (const statement of field.statements) {
    const first = statement.citations[0]?.parts[0];
    if (statement.kind !== 'mtus' || first?.kind !== 'page') continue;
    const start = toReadingOffset(field.body, first.span.end);
    const end = toReadingOffset(field.body, statement.textSpan.end);
    for (const match of matchesIn(field.body.text.slice(start, end), /(?<=[a-z)]) (?=Pages? \d)/g)) {
      yield { at: start + match.index + 1, separator: '; ' };
    }
  }
}

/** `… Initial Care Decision based on Non-MTUS Citation …` */
function* unendedSentences({ body, statements }: Field): Generator<Seam> {
  for (const [i, statement] of statements.entries()) {
    if (i > 0 && opensUnended(body.text, toReadingOffset(body, statement.span.start))) {
      yield { at: toReadingOffset(body, statement.span.start), separator: '. ' };
    }
  }
}

function opensUnended(text: string, at: number): boolean {
  return !/[.!?:;]["”’)]?\s*$/.test(text.slice(Math.max(0, at - 8), at));
}

/** A stray mark before the seam is reported itself, and its fix takes the same space. */
function isBehindStray(text: string, at: number): boolean {
  return /[<>]\s*$/.test(text.slice(Math.max(0, at - 8), at));
}

function describe(field: Field, { at, separator }: Seam): Fault {
  const { text } = field.body;
  const before = text.slice(0, at).trimEnd();
  const words: Span = {
    start: wordStart(before),
    end: at + (/^\S+(?: \d[\d-]*)?/.exec(text.slice(at, at + 60))?.[0].length ?? 0),
  };
  return {
    span: toSourceSpan(field.body, words),
    message: `Citations run together: "${text.slice(words.start, words.end)}".`,
    title: separator === ' ' ? 'Insert a space' : `Insert "${separator.trim()}"`,
    edit: replace(toSourceSpan(field.body, { start: before.length, end: at }), separator),
  };
}

function wordStart(text: string): number {
  return Math.max(text.lastIndexOf(' ') + 1, text.length - 40, 0);
}

function stray(field: Field, at: number): Fault {
  const { text } = field.body;
  const end = text.charAt(at + 1) === ' ' && text.charAt(at - 1) === ' ' ? at + 2 : at + 1;
  return {
    span: toSourceSpan(field.body, { start: at, end: at + 1 }),
    message: `Stray "${text.charAt(at)}" in the citation. Words may be missing.`,
    title: `Remove "${text.charAt(at)}"`,
    edit: replace(toSourceSpan(field.body, { start: at, end }), ''),
  };
}

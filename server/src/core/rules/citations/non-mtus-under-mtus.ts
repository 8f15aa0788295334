import { adoptionOf } from '../../analysis/adoption';
import { conceptsIn } from '../../analysis/concepts';
import type { Ask } from '../../analysis/fact';
import { dateOfRequest } from '../../analysis/request-date';
import type { Field, Letter } from '../../model/letter';
import type { FieldStatement } from '../../model/statements';
import { replace } from '../../problem/edits';
import type { Fix } from '../../problem/fix';
import { toReadingOffset, toSourceSpan } from '../../text/reading';
import { type Span, spansWithin } from '../../text/span';
import { guidelineFields } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const nonMtusUnderMtus = defineBlockRule({
  code: 'IMR203',
  name: 'non-mtus-under-mtus',
  severity: 'error',
  fix: 'review',
  reads: 'case',
  summary: 'A source outside the MTUS is cited under "Decision based on MTUS".',
  why: 'Only the MTUS is presumed correct (Labor Code 4604.5, 8 CCR 9792.21). A letter that cites ODG or a study under it claims that presumption for a source that does not have it, and hides that the reviewer left the MTUS. An ACOEM text is part of the MTUS from the day it is adopted, even when it is cited through MDGuidelines. A text that is not yet adopted is a later step of the search (8 CCR 9792.21.1).',
  repair:
    'Cite the source after "Decision based on Non-MTUS Citation", and say in the rationale why the MTUS does not govern.',
  examples: {
    bad: [
      {
        blocks: `Walker: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Official Disability Guidelines (ODG) Knee, Walking aids.
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Decision rationale: The gait is normal. The request for a walker is not medically necessary.

Back brace: Upheld

Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Summary,
and ODG Low Back, Lumbar supports.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Initial Care.

Decision rationale: The acute phase is over. The request for a brace is not medically necessary.`,
      },
      {
        form: '2014',
        blocks: `Ambien 10mg #30: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Official Disability
                                                                            ^^^^^^^^^^^^^^^^^^^
Guidelines (ODG) Pain, Insomnia treatment.

Decision rationale: Sleep is not described. The request for Ambien is not medically necessary.`,
      },
    ],
    good: [
      {},
      { form: '2014' },
      {
        header: `Case Number:    CM22-0999999
Date Assigned:  06/16/2022      Date of Injury:  11/18/2020
Decision Date:  07/06/2022      UR Denial Date:  05/12/2022
Priority:       Standard        Application      06/09/2022
                                Received:`,
        blocks: `Lumbar epidural injection: Upheld

Claims Administrator guideline: Decision based on MTUS ACOEM Low Back Disorders, www.mdguidelines.com.

MAXIMUS guideline: Decision based on MTUS MDGuidelines, ACOEM Guidelines, Low Back Disorders, Injections.

Decision rationale: No radiculopathy is on record. The request for an injection is not medically necessary.`,
      },
      {
        blocks: `Walker: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004. Decision based on
Non-MTUS Citation Official Disability Guidelines, Knee.

MAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s) outside of the MTUS
Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Knee, Walking aids.

Decision rationale: The gait is normal. The request for a walker is not medically necessary.`,
      },
    ],
  },
  *check({ letter, ask, block }) {
    for (const field of guidelineFields(block)) {
      for (const statement of field.statements) {
        const outside = statement.kind === 'mtus' ? outsideSource(ask, field, statement) : undefined;
        if (!outside) continue;
        yield {
          span: outside.span,
          message: `"${outside.name}" is not part of the MTUS but is cited as MTUS.`,
          related: [{ span: statement.opener, message: 'The label it is under.' }],
          fixes: [relabelled(letter, field, statement, outside.span)],
        };
      }
    }
  },
});

const address = /\b(?:https?:\/\/|www\.|UpToDate\b)/i;

/** The part of an MTUS statement, to its end, that begins with another source. */
function outsideSource(
  ask: Ask,
  field: Field,
  statement: FieldStatement,
): { readonly name: string; readonly span: Span } | undefined {
  const { text } = field.body;
  const start = toReadingOffset(field.body, statement.textSpan.start);
  const within = { start, end: start + statement.text.length };
  // In brackets it only tells the abbreviation of a name.
  const named = spansWithin(ask(conceptsIn, field.body).of('source.outside'), within).find(
    (source) => text.charAt(source.start - 1) !== '(',
  );
  if (named) {
    const span = toSourceSpan(field.body, { start: named.start, end: within.end });
    return { name: text.slice(named.start, named.end), span };
  }
  const date = ask(dateOfRequest)?.iso;
  const citation = statement.citations.find(
    (c) =>
      (address.test(c.text) || ask.library.findGuideline(c.title, null, date)?.kind === 'non-mtus') &&
      ask(adoptionOf, c) === undefined,
  );
  return citation && { name: `"${citation.title}"`, span: citation.span };
}

/** What is cited before the source stays; where nothing is, the label is exchanged, and the title says what is added. */
function relabelled({ form, source }: Letter, field: Field, statement: FieldStatement, outside: Span): Fix {
  const { standing } = form;
  const title = `Move citation under "${standing.nonMtus}"`;
  if (outside.start > statement.textSpan.start) {
    const start = endOfWords(source.text, statement.textSpan.start, outside.start);
    const edits = [replace({ start, end: outside.start }, `. ${standing.nonMtus} `)];
    return { title: `${title}, and keep the MTUS citation`, kind: 'review', edits };
  }
  const saysSo = field.statements.some(
    (other) => other.kind === 'outside-mtus' || (other.kind === 'mtus' && other !== statement),
  );
  const party = field.kind === 'reviewerGuideline' ? 'reviewer' : 'claimsAdministrator';
  const label = `${saysSo ? '' : `${standing.outsideMtus[party]} `}${standing.nonMtus} `;
  const edits = [replace({ start: statement.opener.start, end: outside.start }, label)];
  return { title: saysSo ? title : `${title}, and say that the MTUS was not used`, kind: 'review', edits };
}

/** The end of what stands before the source, without `, and`. */
function endOfWords(text: string, start: number, end: number): number {
  const words = text
    .slice(start, end)
    .trimEnd()
    .replace(/(?:[,;]\s{0,8}|\s)and$/, '');
  return start + words.replace(/[\s.,;]{1,8}$/, '').length;
}

import type { Citation, CitedPart } from '../../model/citations';
import { replace } from '../../problem/edits';
import type { Finding } from '../../problem/problem';
import { matchesIn } from '../../text/matches';
import { type Reading, readSource, toSourceSpan } from '../../text/reading';
import { guidelineFields } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const ambiguousLocator = defineBlockRule({
  code: 'IMR217',
  name: 'ambiguous-locator',
  severity: 'warning',
  fix: 'review',
  reads: 'block',
  summary: 'It is unclear which page belongs to which topic.',
  why: 'The determination refers to the specific evidence it used (8 CCR 9792.10.6(d)). When two page labels follow each other, or a topic follows the last page, nobody can tell which page goes with which topic.',
  repair: 'Give each topic its page in the style of the form: "Page(s): 63-64".',
  examples: {
    bad: [
      {
        form: '2014',
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Opioids.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Opioids; and MTUS
Definitions, page 1 Page(s): 74-80.
             ^^^^^^^^^^^^^^^^^^^^^
Decision rationale: No gain is on record. The request for Norco 10/325mg #60 is not medically
necessary.

Soma 350mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Soma.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Carisoprodol (Soma) p 29.
                                                                                                ^^^^
Muscle relaxants (for pain).
^^^^^^^^^^^^^^^^^^^^^^^^^^^
Decision rationale: Relief is not on record. The request for Soma 350mg #60 is not medically necessary.

Ambien 10mg #30: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: The Expert Reviewer did not base their decision on the MTUS. Decision based on
Non-MTUS Citation Official Disability Guidelines (ODG). pain chapter. updated in May 2014.
                                                      ^
Decision rationale: Sleep is not described. The request for Ambien is not medically necessary.`,
      },
    ],
    good: [
      {},
      { form: '2014' },
      {
        form: '2014',
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Opioids p 80.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Page 80, indications; Page
76, initiating therapy.

Decision rationale: No gain is on record. The request for Norco 10/325mg #60 is not medically
necessary.`,
      },
    ],
  },
  *check({ letter, block }) {
    for (const field of guidelineFields(block)) {
      if (field.kind !== 'reviewerGuideline') continue;
      for (const { kind, citations } of field.statements) {
        for (const citation of citations) {
          const reading = readSource(letter.source, citation.span);
          yield* torn(reading);
          if (kind !== 'mtus') continue;
          yield* sideBySide(reading);
          if (letter.form.locator === 'page') yield* shortDesignators(reading);
          yield* leftWithoutPage(citation);
        }
      }
    }
  },
});

/** `Guidelines (ODG). pain chapter. updated June`: a stop, and the sentence goes on small. */
function* torn(citation: Reading): Generator<Finding> {
  const stops = matchesIn(citation.text, /(?<=\)|[a-z]{4})\.(?= (?!https?:|www\.|accessed|retrieved)[a-z]{3})/g).map(
    ({ index }) => toSourceSpan(citation, { start: index, end: index + 1 }),
  );
  const [first] = stops;
  if (!first) return;
  yield {
    span: first,
    message: 'A period splits the citation. Use a comma.',
    fixes: [{ title: 'Change the period to a comma', kind: 'review', edits: stops.map((stop) => replace(stop, ',')) }],
  };
}

const designator = '(?:[Pp]ages?|[Pp]gs?|[Pp]{1,2})(?:\\(s\\))?[.:]{0,2} ?';
const twoDesignators = new RegExp(
  `(\\b${designator}(?:[\\d,; -]{0,40}\\d)?)( )\\b${designator}[\\d,; -]{0,60}\\d`,
  'g',
);

/** `page 1 Page(s): 63-64` */
function* sideBySide(citation: Reading): Generator<Finding> {
  for (const { 0: both, 1: first = '', index } of matchesIn(citation.text, twoDesignators)) {
    const gap = { start: index + first.length, end: index + first.length + 1 };
    yield {
      span: toSourceSpan(citation, { start: index, end: index + both.length }),
      message: `Two page labels in a row: "${both}".`,
      fixes: [
        {
          title: 'Separate them with a semicolon',
          kind: 'review',
          edits: [replace(toSourceSpan(citation, gap), '; ')],
        },
      ],
    };
  }
}

/** `p 80` beside the form's `Page(s):` */
function* shortDesignators(citation: Reading): Generator<Finding> {
  for (const { 0: both, 1: short = '', index } of matchesIn(
    citation.text,
    /(?<![\w.])(pp? )\d(?:[\d,; -]{0,40}\d)?/g,
  )) {
    yield {
      span: toSourceSpan(citation, { start: index, end: index + both.length }),
      message: `"${both}" is not the page label of the form. Write "Page(s):".`,
      fixes: [
        {
          title: 'Change to "Page(s):"',
          kind: 'review',
          edits: [replace(toSourceSpan(citation, { start: index, end: index + short.length }), 'Page(s): ')],
        },
      ],
    };
  }
}

/** A topic behind the last page, where topics stand before their pages. */
function* leftWithoutPage({ parts }: Citation): Generator<Finding> {
  const places = parts.filter(({ kind }) => kind !== 'section');
  const lastPage = places.findLastIndex(({ kind }) => kind === 'page');
  if (lastPage < 0 || places[0]?.kind === 'page') return;
  const rest: readonly CitedPart[] = places.slice(lastPage + 1);
  const [first, last] = [rest[0], rest.at(-1)];
  if (!first || !last) return;
  yield {
    span: { start: first.span.start, end: last.span.end },
    message: `The topic "${first.text}" has no page.`,
  };
}

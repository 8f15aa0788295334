import type { Citation, CitedPart } from '../../model/citations';
import type { Letter } from '../../model/letter';
import type { Span } from '../../text/span';
import { replace } from '../edits';
import { guidelineFields } from '../guideline-fields';
import { defineBlockRule, type Finding } from '../rule';

export const ambiguousLocator = defineBlockRule({
  code: 'IMR217',
  name: 'ambiguous-locator',
  severity: 'warning',
  fix: 'review',
  summary: 'It is unclear which page belongs to which topic.',
  why: 'The parties have to find the recommendation that decided the item (Labor Code 4610.6(e)); of two page designators side by side, or a topic behind the last page, nobody can tell what belongs together.',
  repair: 'Give each topic its page, in the style of the form: "Page(s): 63-64".',
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
          yield* torn(letter, citation);
          if (kind !== 'mtus') continue;
          yield* sideBySide(letter, citation);
          yield* shortDesignators(letter, citation);
          yield* leftWithoutPage(citation);
        }
      }
    }
  },
});

/** `Guidelines (ODG). pain chapter. updated June`: a stop, and the sentence goes on small. */
function* torn({ source }: Letter, { span }: Citation): Generator<Finding> {
  const stops = [
    ...source.text
      .slice(span.start, span.end)
      .matchAll(/(?<=\)|[a-z]{4})\.(?=\s{1,8}(?!https?:|www\.|accessed|retrieved)[a-z]{3})/g),
  ];
  const [first] = stops;
  if (!first) return;
  const edits = stops.map(({ index }) => replace({ start: span.start + index, end: span.start + index + 1 }, ','));
  const at = span.start + first.index;
  yield {
    span: { start: at, end: at + 1 },
    message:
      'a full stop tears the citation apart, so that it is unclear whether guideline, chapter and topic belong together. Put a comma.',
    fixes: [{ title: 'Put a comma', kind: 'review', edits }],
  };
}

const designator = '(?:[Pp]ages?|[Pp]gs?|[Pp]{1,2})(?:\\(s\\))?[.:]{0,2}\\s{0,4}';
const twoDesignators = new RegExp(`\\b${designator}[\\d,;\\s-]{1,40}(?=\\b${designator}\\d)`, 'g');

/** `page 1 Page(s): 63-64` */
function* sideBySide({ source }: Letter, { span }: Citation): Generator<Finding> {
  const text = source.text.slice(span.start, span.end);
  for (const match of text.matchAll(twoDesignators)) {
    if (/[,;]\s*$/.test(match[0])) continue;
    const second =
      new RegExp(`^${designator}[\\d,;\\s-]{0,60}\\d`).exec(text.slice(match.index + match[0].length))?.[0] ?? '';
    const place = { start: span.start + match.index, end: span.start + match.index + match[0].length + second.length };
    yield {
      span: place,
      message: `two page designators stand side by side in "${words(source.text, place)}", so that it is unclear which source each belongs to. Give each topic its own "Page(s):".`,
      fixes: [
        {
          title: 'Separate the two',
          kind: 'review',
          edits: [
            replace({ start: place.start + match[0].trimEnd().length, end: place.start + match[0].length }, '; '),
          ],
        },
      ],
    };
  }
}

/** `p 80` beside the form's `Page(s):` */
function* shortDesignators({ form, source }: Letter, citation: Citation): Generator<Finding> {
  if (form.locator !== 'page') return;
  const text = source.text.slice(citation.span.start, citation.span.end);
  for (const match of text.matchAll(/(?<![\w.])pp?\s{1,4}(?=\d)/g)) {
    const start = citation.span.start + match.index;
    const digits = /^[\d,;\s-]{0,40}\d/.exec(text.slice(match.index + match[0].length))?.[0].length ?? 0;
    yield {
      span: { start, end: start + match[0].length + digits },
      message: `"${words(source.text, { start, end: start + match[0].length + digits })}" is not how the form gives pages, and is easily overlooked. Write "Page(s):".`,
      fixes: [
        {
          title: 'Write "Page(s):"',
          kind: 'safe',
          edits: [replace({ start, end: start + match[0].length }, 'Page(s): ')],
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
    message: `the topic "${first.text}" is left without its page, so that it cannot be found. Add the page.`,
  };
}

function words(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/g, ' ');
}

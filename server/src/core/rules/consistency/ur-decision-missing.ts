import { caseSummary } from '../../analysis/case-summary';
import { decisionsOfReview, type ReviewDecision } from '../../analysis/review-decisions';
import { wrapParts } from '../../model/layout';
import type { Letter } from '../../model/letter';
import { insert } from '../../problem/edits';
import type { FixEdit } from '../../problem/fix';
import { choiceOf } from '../../text/snippet';
import { lineAt } from '../../text/source-text';
import { emptySpan } from '../../text/span';
import { defineLetterRule } from '../rule';

export const urDecisionMissing = defineLetterRule({
  code: 'IMR411',
  name: 'ur-decision-missing',
  severity: 'warning',
  fix: 'review',
  reads: 'case',
  summary: 'The clinical summary does not say what utilization review denied or modified.',
  why: 'Only treatment that utilization review modified or denied is subject to independent medical review (Labor Code 4610.5(c)(1)). Without that decision, the summary does not show what the dispute is about.',
  repair: 'Add a sentence that gives the date of the utilization review, what it denied or modified, and why.',
  whileTyping: 'quiet',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She denied
numbness, works modified duty and takes Norco 10/325mg #60.
                                                           ^`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She takes Norco
10/325mg #60. Utilization review certified six visits of therapy on 12/07/2016.
                                                                               ^`,
      },
    ],
    good: [
      {},
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. The utilization review is dated
12/07/2016. It denied Norco 10/325mg #60.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. The request for
Norco 10/325mg #60 was previously denied.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. On 12/07/2016 the
claims administrator failed to approve a request for Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ letter, ask }) {
    const summary = ask(caseSummary);
    const reviewDecisions = ask(decisionsOfReview);
    if (
      !summary ||
      summary.prose.text === '' ||
      reviewDecisions.some((decision) => isStated(decision, summary.prose.text))
    )
      return;
    const at = summary.prose.span.end;
    yield {
      span: emptySpan(at),
      message: 'The summary does not say what utilization review denied or modified.',
      fixes: [{ title: 'Add the utilization review decision', kind: 'review', edits: [reviewSentence(letter, at)] }],
    };
  },
});

/** Something was denied or modified; `was the original request` counts once the summary says what was authorized of it. */
function isStated({ kind, verb }: ReviewDecision, summary: string): boolean {
  if (kind === 'certified') return false;
  return (
    !/original/i.test(summary.slice(verb.start, verb.end)) || /\b(?:authorized|approved|certified)\b/i.test(summary)
  );
}

function reviewSentence({ source, layout, header, blocks }: Letter, at: number): FixEdit {
  const date = header?.fields.urDenialDate?.text;
  const items = blocks.map(({ heading }) => heading.item.disputed.text).filter(Boolean);
  const parts = [
    ' On ',
    date || { place: 'date' },
    ', utilization review ',
    choiceOf(['denied', 'modified']),
    ' the request for ',
    items.length > 0 ? listed(items) : { place: 'the item' },
    ', because ',
    { place: 'reason' },
    '.',
  ];
  const column = at - (source.lineStarts[lineAt(source, at)] ?? 0);
  return insert(at, wrapParts(parts, layout, column));
}

/** `a`, `a and b`, `a, b, and c`. */
function listed(items: readonly string[]): string {
  if (items.length < 3) return items.join(' and ');
  return `${items.slice(0, -1).join(', ')}, and ${items.at(-1)}`;
}

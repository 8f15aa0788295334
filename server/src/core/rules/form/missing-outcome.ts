import { conceptsIn } from '../../analysis/concepts';
import { conclusionOf } from '../../analysis/conclusions';
import type { Ask } from '../../analysis/fact';
import { leftoversIn } from '../../analysis/leftovers';
import type { Conclusion } from '../../model/conclusion';
import type { DecisionBlock, Letter } from '../../model/letter';
import { insert, insertParagraphBefore, replace, replaceParts } from '../../problem/edits';
import { outcomeChoice } from '../../problem/field-template';
import type { Finding } from '../../problem/problem';
import { readSource, toSourceOffset } from '../../text/reading';
import { emptySpan, isEmpty, type Span } from '../../text/span';
import { skipSpaceBack } from '../../text/white-space';
import { defineBlockRule } from '../rule';

export const missingOutcome = defineBlockRule({
  code: 'IMR103',
  name: 'missing-outcome',
  severity: 'error',
  fix: 'review',
  summary: 'A heading is missing, has no outcome, or is split by an empty line.',
  why: 'The claims administrator must act on the determination within days (8 CCR 9792.10.7), and acts on the line that names the item and says Upheld or Overturned.',
  repair:
    'End the heading with a colon and the outcome: Upheld if the denial stands, Overturned if the treatment is to be authorized.',
  whileTyping: 'quiet',
  examples: {
    bad: [
      {
        blocks: `Norco 10/325mg #60:
                   ^
Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Tapering Opioids.

Decision rationale: No gain is on record. The request for Norco 10/325mg #60 is not medically
necessary.

Physical therapy 2 times 6 for the left knee
                                            ^
Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s):
Physical medicine treatment.

Decision rationale: The worker gains from therapy. The request is medically necessary.`,
      },
      {
        blocks: `Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.
^
MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Tapering Opioids.

Decision rationale: No gain is on record. The request for Norco 10/325mg #60 is not medically
necessary.`,
      },
      {
        blocks: `Physical therapy twice a week
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

for the left knee: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s):
Physical medicine treatment.

Decision rationale: The worker gains nothing. The request is not medically necessary.`,
      },
    ],
    good: [
      {},
      {
        blocks: `Norco 10/325mg #60 was the original request. Norco 10/325mg #25 was authorized by the Claims
Administrator. The remaining IMR eligible portion of the original request, Norco 10/325mg #35 is:
Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Tapering Opioids.

Decision rationale: No gain is on record. The request is not medically necessary.`,
      },
    ],
  },
  *check({ letter, ask, block }) {
    const { outcome, span } = block.heading;
    if (span.start === span.end) yield withoutHeading(letter, block, ask(conclusionOf, block));
    else if (outcome.text === '') yield withoutOutcome(block, ask(conclusionOf, block));
    else {
      yield* splitInParts(letter, block);
      yield* partBefore(letter, ask, block);
    }
  },
});

/**
 * An empty line inside the item where the letter sets none between its lines: the part before it looks like a heading of its own.
 * Where a page ends there may be one.
 */
function* splitInParts(letter: Letter, { heading }: DecisionBlock): Generator<Finding> {
  const { source } = letter;
  const { reading } = heading.item;
  for (const [i, start] of reading.map.source.entries()) {
    const at = skipSpaceBack(source.text, start, reading.span.start);
    const gap = source.text.slice(at, start);
    if (lineEndsIn(gap) < 2 || gap.includes('\f') || lineEndsIn(gap) <= lineEndsIn(letter.layout.lineGap)) continue;
    // A page line, which the reading leaves out, ends before the gap.
    if (toSourceOffset(reading, (reading.map.view[i] ?? 0) - 1) !== at) continue;
    yield splitAt({ start: at, end: start }, heading.span.start);
  }
}

/** How long the first part of a heading may be that an empty line has cut off. */
const longestPart = 100;

/** A short paragraph without a stop right before the heading: its first words, which the rationale before has swallowed. */
function* partBefore(letter: Letter, ask: Ask, { heading }: DecisionBlock): Generator<Finding> {
  const { text } = letter.source;
  if (isEmpty(heading.colon)) return;
  const end = skipSpaceBack(text, heading.span.start, 0);
  const gap = text.slice(end, heading.span.start);
  const before = text.slice(Math.max(0, end - longestPart - 2), end);
  const part = /\n[ \t]*\n[ \t]*([A-Z\d][^\n]*[\w%,])$/.exec(before)?.[1];
  // A heading of its own has a colon.
  const isTitle = part === undefined || part === part.toUpperCase() || part.includes(':');
  if (isTitle || lineEndsIn(gap) < 2 || lineEndsIn(letter.layout.lineGap) > 1) return;
  const start = end - part.length;
  if (text.slice(start - 3, heading.span.start).includes('\f')) return;
  const reading = readSource(letter.source, { start, end });
  const isPageLine = reading.text === '';
  if (isPageLine) return;
  const said = ask(conceptsIn, reading);
  // A rationale whose last sentence lost its stop, or a note, is no part of a heading.
  if (said.has('verb.finite') || said.has('conclusion.predicate') || ask(leftoversIn, reading).length > 0) return;
  yield splitAt({ start: end, end: heading.span.start }, start);
}

/** A gap in a heading that begins at `start`. */
function splitAt(gap: Span, start: number): Finding {
  return {
    span: { start, end: gap.start },
    message: 'An empty line splits the heading. Join its parts, or give the first one its outcome.',
    fixes: [{ title: 'Join the parts of the heading', kind: 'review', edits: [replace(gap, ' ')] }],
  };
}

function lineEndsIn(gap: string): number {
  return gap.match(/\r\n?|\n/g)?.length ?? 0;
}

function withoutHeading(letter: Letter, block: DecisionBlock, conclusion: Conclusion | null): Finding {
  return {
    span: block.heading.span,
    message: 'The decision has no heading with its item and outcome.',
    fixes: [
      {
        title: 'Insert a heading',
        kind: 'review',
        edits: [insertParagraphBefore(letter, block.span.start, [{ place: 'Item' }, ': ', outcomeChoice(conclusion)])],
      },
    ],
  };
}

function withoutOutcome({ heading }: DecisionBlock, conclusion: Conclusion | null): Finding {
  const { outcome, colon, item } = heading;
  const at = emptySpan(Math.max(colon.end, item.span.end));
  const choice = outcomeChoice(conclusion);
  const says = conclusion && (conclusion.necessary ? 'is' : 'is not');
  return {
    span: isEmpty(outcome.span) ? at : outcome.span,
    message: `The heading has no outcome: Upheld or Overturned${says ? `? The rationale says it ${says} medically necessary` : ''}.`,
    ...(conclusion && { related: [{ span: conclusion.phrase, message: 'The conclusion of the rationale.' }] }),
    fixes: [
      {
        title: 'Add the outcome',
        kind: 'review',
        edits: [
          isEmpty(outcome.span)
            ? insert(at.start, [isEmpty(colon) ? ': ' : ' ', choice])
            : replaceParts(outcome.span, [choice]),
        ],
      },
    ],
  };
}

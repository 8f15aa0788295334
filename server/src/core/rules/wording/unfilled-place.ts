import { conceptsIn, isMadeUpOf } from '../../analysis/concepts';
import type { Ask } from '../../analysis/fact';
import { type Leftover, leftoversIn } from '../../analysis/leftovers';
import { openTextsIn } from '../../analysis/open-texts';
import { passages } from '../../analysis/running-text';
import type { Passage } from '../../model/prose';
import type { OpenText } from '../../text/open-text';
import { type Reading, readSource, toSourceSpan } from '../../text/reading';
import { shorten } from '../../text/shorten';
import { compareSpans, hasOverlapping, span } from '../../text/span';
import { defineLetterRule } from '../rule';

export const unfilledPlace = defineLetterRule({
  code: 'IMR509',
  name: 'unfilled-place',
  severity: 'warning',
  fix: null,
  summary: 'The text still has an open place or choice, a note, or formatting code.',
  why: 'A template uses brackets or a line where a fact or a choice is needed, and editing leaves notes and formatting codes. If the letter is sent like that, it lacks the fact or shows its draft, and every party can see it.',
  repair:
    'Replace the brackets with the fact or with one of the choices, or delete the sentence. Settle and delete notes.',
  whileTyping: 'quiet',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She takes
Norco 10/325mg #60 since [date]. She is {{age}} and works as ______. Utilization review on 12/07/2016 denied it.
                         ^^^^^^
                                        ^^^^^^^
                                                             ^^^^^^`,
      },
      {
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Tapering Opioids.

Decision rationale: The MTUS asks for lasting gains in function. [treatment agreement: documented | not documented]
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
The request for Norco 10/325mg #60 [is not | is] medically necessary.
                                   ^^^^^^^^^^^^^`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. TODO ask for the x-ray.
                                                                                ^^^^
Comment [KL2]: which knee? She rested (QA - how long?) for ~~two~~ three weeks [KL3] and fell on MM/DD/YYYY. [DELETED: pain]
^^^^^^^^^^^^^^
                                      ^^^^^^^^^^^^^^^^
                                                           ^^^^^^^
                                                                               ^^^^^
                                                                                                 ^^^^^^^^^^
                                                                                                             ^^^^^^^^^^^^^^^
He says it is <b>swollen</b> and&nbsp;warm (?). [sic] She lives with <<relative>>. Utilization review on 12/07/2016 denied it.
              ^^^
                        ^^^^
                                ^^^^^^
                                           ^^^
                                                ^^^^^
                                                                     ^^^^^^^^^^^^`,
      },
    ],
    good: [
      {
        blocks: `Knee brace [hinged, after repair]: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care [with braces].

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care [with braces].

Decision rationale: The MTUS supports a brace for an unstable knee. That of the injured worker is stable (see "Initial Care [with
braces]"). The request for Knee brace [hinged, after repair] is not medically necessary.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She takes
Norco 10/325mg #60 (relief 40% [95% CI 30 to 50] [CI] [12]; "feels good [sic]", "[t]he same").
Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ letter, ask }) {
    const { blocks, header, source } = letter;
    const outcomes = blocks.map(({ heading }) => heading.outcome.span);
    const titles = bracketsOfTitles(ask);
    const front = header ? [readSource(source, header.span)] : [];
    const texts = [...front.map((reading) => ({ reading, isTitle: false })), ...ask(passages).map(withKind)];
    for (const { reading, isTitle } of texts) {
      for (const left of allIn(ask, reading)) {
        const at = toSourceSpan(reading, left);
        // IMR103 asks for the outcome.
        if (hasOverlapping(outcomes, at)) continue;
        const words = reading.text.slice(left.start, left.end);
        if (
          left.kind === 'place' &&
          (titles.has(words.toLowerCase()) || (isTitle && isPartOfTitle(ask, reading, left)))
        )
          continue;
        yield { span: at, message: `${what[left.kind]}: ${shorten(words, 60)}` };
      }
    }
  },
});

type Left = OpenText | Leftover;

const what = {
  choice: 'Choice left open',
  place: 'Place left open',
  note: 'Note left in the text',
  markup: 'Formatting code left in the text',
} as const;

/** What is open and what was left over, in order; what is open counts where both find something. */
function allIn(ask: Ask, reading: Reading): readonly Left[] {
  const open = ask(openTextsIn, reading);
  const left = ask(leftoversIn, reading).filter((each) => !hasOverlapping(open, each));
  return left.length === 0 ? open : [...open, ...left].sort(compareSpans);
}

const titlePlaces = new Set<Passage['place']>(['item', 'claimsAdministratorGuideline', 'reviewerGuideline']);

function withKind({ place, reading }: Passage): { readonly reading: Reading; readonly isTitle: boolean } {
  return { reading, isTitle: titlePlaces.has(place) };
}

/** Brackets in the name of an item or the title of a guideline, in lower case; a rationale may repeat them. */
function bracketsOfTitles(ask: Ask): ReadonlySet<string> {
  const titles = ask(passages).filter(({ place }) => titlePlaces.has(place));
  return new Set(
    titles.flatMap(({ reading }) =>
      ask(openTextsIn, reading)
        .filter((open) => open.kind === 'place' && isPartOfTitle(ask, reading, open))
        .map(({ start, end }) => reading.text.slice(start, end).toLowerCase()),
    ),
  );
}

/** Words in brackets that are no name of a place: `nerve stimulation [second stage]`. */
function isPartOfTitle(ask: Ask, reading: Reading, { start, end }: Left): boolean {
  const { text } = reading;
  if (text.charAt(start) !== '[' || (start === 0 && end === text.length)) return false;
  return !isMadeUpOf(text, ask(conceptsIn, reading).of('place.name'), span(start + 1, end - 1));
}

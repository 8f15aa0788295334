import type { Ask } from '../../analysis/fact';
import { repeatedSentencesIn } from '../../analysis/repeated-sentences';
import { repeatedWordsIn } from '../../analysis/repeated-words';
import { passages, runningText } from '../../analysis/running-text';
import type { DecisionBlock, Letter } from '../../model/letter';
import type { TextPlace } from '../../model/prose';
import { remove } from '../../problem/edits';
import type { FixEdit } from '../../problem/fix';
import type { Finding } from '../../problem/problem';
import { type Reading, readSource, toSourceSpan } from '../../text/reading';
import type { RepeatedWords } from '../../text/repeated-words';
import { shorten } from '../../text/shorten';
import { lineAt } from '../../text/source-text';
import { touchesDrug } from '../drug-names';
import { defineLetterRule } from '../rule';

/** Words that a capital, or capitals, make another word. */
const changesWithCase = /^(?:may|will|mark|march|i)$/i;
const changesInCapitals = /^(?:us|it|or|am|pt|who|an|as)$/i;

export const doubledWord = defineLetterRule({
  code: 'IMR502',
  name: 'doubled-word',
  severity: 'error',
  switch: 'language',
  fix: 'safe',
  summary: 'A word appears twice in a row, or a sentence or passage is repeated.',
  why: 'A doubled word is a slip. In a guideline title or an item it changes what is cited or decided, and it tells the parties that nobody proofread the letter.',
  repair: 'Delete one of the two. If the sentence needs both ("that that"), reword it.',
  examples: {
    bad: [
      {
        form: '2014',
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines
Opioids.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Opioids opioids
                                                                            ^^^^^^^^^^^^^^^
Page(s): 78-80.

Decision rationale: The records show no change in pain, and the the gain in function that the
                                                            ^^^^^^^
MTUS asks for is for the for the most part missing. As as said, Norco should be weaned. The request for Norco 10/325mg #60
                 ^^^^^^^^^^^^^^^
                                                    ^^^^^
is not medically necessary.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low back
                                                                                            ^^^^
back pain and takes Norco 10/325mg #60. She says that that helps. Utilization review on 12/07/2016 denied it.
                                                 ^^^^^^^^^`,
      },
      {
        blocks: `Wrist brace: Upheld

Claims Administrator guideline: Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004, Section(s): Initial Care.

Decision rationale: The wrist of the injured worker is stable. The wrist of the injured worker is stable. It was splinted for
                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
three weeks after the fall, and the film was clean. No pain is told. It was splinted for three weeks after the fall, and the
                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
film was clean. No pain is told. The request for a wrist brace is not medically necessary.`,
      },
    ],
    good: [
      {
        blocks: `Wrist brace: Upheld

Claims Administrator guideline: Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004, Section(s): Initial Care.

Decision rationale: The request for a wrist brace of any make is not medically necessary. The wrist of the injured worker is
stable. Grip was full. It was splinted. Grip was full. The request for a wrist brace of any make is not medically necessary.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. In May may I ask
whether, at a follow-up up to a year later, she had had pain pain-free intervals, at L4, L4-5 or L5? It was it. Norco 10/325mg #60 helps a bit,
she says. Utilization review on 12/07/2016 denied Norco 10/325mg #60 #60 (2 of 2) or 5.5 5.`,
      },
    ],
  },
  *check({ letter, ask }) {
    const named = new Set(letter.blocks.flatMap(namingReadings));
    for (const { reading, repeated } of repeatsOf(ask)) {
      const first = reading.text.slice(repeated.start, repeated.second - 1);
      const second = reading.text.slice(repeated.second, repeated.end);
      const double = ask.library.double(first);
      if (double?.report === 'never' || isSound(first, second)) continue;
      const isHint = double?.report === 'hint';
      // `follow-up up to`
      if (isHint && reading.text.charAt(repeated.start - 1) === '-') continue;
      const isSlip = first === second && /^[a-z'’-]+$/i.test(first) && !double && !named.has(reading);
      yield {
        span: toSourceSpan(reading, repeated),
        message: `Doubled word "${first} ${second}".${isHint ? ' Reword it if you need both.' : ''}`,
        fixes: [
          {
            title: `Delete one "${second}"`,
            kind: isSlip && !touchesDrug(ask, reading, repeated) ? 'doubled-word' : 'review',
            edits: [withoutSecond(letter.source.text, reading, repeated.second - 1, repeated.end)],
          },
        ],
        ...(isHint && { atMost: 'hint' as const }),
      };
    }
    for (const { place, reading } of ask(passages)) {
      if (place === 'case-summary' || place === 'rationale') yield* repeatedSentences(ask, reading, place);
    }
  },
});

function* repeatedSentences(ask: Ask, reading: Reading, place: TextPlace): Generator<Finding> {
  for (const { start, end, first, original, isPassage, isNext } of ask(repeatedSentencesIn, reading)) {
    // A summary may say the same of two visits.
    if (place === 'case-summary' && !isPassage && !isNext) continue;
    const what = isPassage ? 'passage' : 'sentence';
    yield {
      span: toSourceSpan(reading, { start, end }),
      message: `Repeated ${what}: "${shorten(reading.text.slice(first.start, first.end), 60)}"`,
      related: [{ span: toSourceSpan(reading, original), message: 'First here' }],
      fixes: [{ title: `Delete the repeated ${what}`, kind: 'review', edits: [deleted(reading, start, end)] }],
      atMost: 'warning',
    };
  }
}

/** With the space before it. */
function deleted(reading: Reading, start: number, end: number): FixEdit {
  const behind = toSourceSpan(reading, { start, end });
  const before = start > 0 ? toSourceSpan(reading, { start: start - 1, end: start }).start : behind.start;
  return remove({ start: before, end: behind.end });
}

/** Where the end of one name and the beginning of the next may be one word: `Knee Knee brace`, chapter and topic. */
function namingReadings({ heading, fieldsInOrder }: DecisionBlock): Reading[] {
  const guidelines = fieldsInOrder.filter(({ kind }) => kind !== 'rationale');
  return [heading.item.reading, ...guidelines.map(({ body }) => body)];
}

function* repeatsOf(ask: Ask): Generator<{ readonly reading: Reading; readonly repeated: RepeatedWords }> {
  for (const reading of ask(runningText)) {
    for (const repeated of ask(repeatedWordsIn, reading)) yield { reading, repeated };
  }
  for (const reading of labelStarts(ask.letter)) {
    const last = ask(repeatedWordsIn, reading).at(-1);
    if (last?.end === reading.text.length) yield { reading, repeated: last };
  }
}

/** The first word of each label, with what may be its copy before it on its line: `Decision Decision rationale:`. */
function labelStarts({ blocks, source }: Letter): Reading[] {
  return blocks.flatMap((block) =>
    block.fieldsInOrder.flatMap(({ label }) => {
      const line = source.lineStarts[lineAt(source, label.start)] ?? label.start;
      const before = source.text.slice(Math.max(line, label.start - reach), label.start);
      const start = label.start - before.length + (before.length < reach ? 0 : before.search(/\s|$/));
      if (start === label.start) return [];
      const first = /^\w*/.exec(source.text.slice(label.start, label.end))?.[0].length ?? 0;
      return [readSource(source, { start, end: label.start + first })];
    }),
  );
}

/** Longer than any words that are looked for twice. */
const reach = 100;

/** A single letter is a word only as `a`. */
function isSound(first: string, second: string): boolean {
  if (first.length === 1 && first !== 'a') return true;
  if (first !== second && changesWithCase.test(first)) return true;
  const isLoud = (word: string): boolean => word.length > 1 && word === word.toUpperCase();
  return changesInCapitals.test(first) && isLoud(first) !== isLoud(second);
}

/** Takes the second one out, with the space before it or, behind a line's end, the one after it, so that lines stay lines. */
function withoutSecond(source: string, reading: Reading, start: number, end: number): FixEdit {
  const both = toSourceSpan(reading, { start, end });
  const word = toSourceSpan(reading, { start: start + 1, end });
  if (!/[\r\n\f]/.test(source.slice(both.start, word.start))) return remove(both);
  const space = /^[ \t]+(?=\S)/.exec(source.slice(word.end, word.end + 80))?.[0].length ?? 0;
  return remove(space > 0 ? { start: word.start, end: word.end + space } : both);
}

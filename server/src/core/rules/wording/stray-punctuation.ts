import { conceptsIn, endingAt } from '../../analysis/concepts';
import { insert, remove, replace } from '../../problem/edits';
import type { Finding } from '../../problem/problem';
import { marked, matchesIn } from '../../text/matches';
import { type Reading, toSourceSpan } from '../../text/reading';
import type { Span } from '../../text/span';
import { defineReadingRule } from '../rule';

/** Two marks where one belongs; three stops are an omission. */
const doubled = marked('.,;:', /(?<![.,;] ?)(?:\.\.|\. \.|,,|, ,|;;|::|,\.|;\.|(?<!\(s\)):\.|,;|;,)(?! ?[.,;])/g);
/** A stop and a comma behind a whole word; behind an abbreviation both are right. */
const stopAndComma = marked('.', /(?<=[a-z]{3}|\d{4}|[)\]])\.[,;](?! ?[.,;])/g);
/** The mark behind a space. */
const spaceBefore = marked('.,;:', /(?<=[\w)\]"”’%] )[.,;:](?= (?!\.)|$)|(?<=[a-z)\]] )[,;](?=[a-z])/g);

export const strayPunctuation = defineReadingRule({
  code: 'IMR507',
  name: 'stray-punctuation',
  severity: 'warning',
  switch: 'language',
  fix: 'safe',
  summary: 'A period, comma or quotation mark is missing, doubled, or follows another mark or a space.',
  why: 'Such marks are left by cutting and pasting. A word or sentence may be missing there, and the letter looks unread.',
  repair: 'Keep one mark directly after the word. Check whether words were lost there.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016.. She has low back pain ,
                                                                              ^^
                                                                                                      ^^
and takes Norco 10/325mg #60,, Soma, etc.. On 12/07/2016., utilization review denied Norco 10/325mg #60 .
                            ^^
                                        ^^
                                                        ^^
                                                                                                       ^^`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low back pain., takes
                                                                                                     ^^
Norco 10/325mg #60:: two a day. Utilization review on 12/07/2016 denied it.
                  ^^`,
      },
      {
        blocks: `Knee brace: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

Decision rationale: ACOEM says "a brace can be used. The knee of the injured worker is stable, and "he walks a mile". The request
                               ^
for a knee brace is not medically necessary
                                  ^^^^^^^^^`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016 ... She has low back pain, etc., takes
Norco 10/325mg #60 (e.g., at night.). "It helps . . . a bit.", she says. A dose of .5 tablets at 9 a.m., i.e., one of Acme Inc., was
added
. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ letter, ask, reading, place }) {
    const { text: source } = letter.source;
    const abbreviations = ask(conceptsIn, reading).of('abbreviation.stopped');
    for (const pattern of [doubled, stopAndComma, spaceBefore]) {
      for (const match of ask.matches(reading, pattern)) {
        const start = pattern === spaceBefore ? match.index - 1 : match.index;
        const span = toSourceSpan(reading, { start, end: match.index + match[0].length });
        if (/[\r\n\f]/.test(source.slice(span.start, span.end))) continue;
        if (pattern === stopAndComma && isShortened(reading.text, abbreviations, match.index)) continue;
        yield pattern === spaceBefore ? spaced(source, span, match[0]) : doubledMark(span, match[0]);
      }
    }
    if (place !== 'case-summary' && place !== 'rationale') return;
    yield* unclosedQuotations(reading);
    yield* lostStop(reading);
  },
});

/** Quotations without a closing mark before the text ends; one may hold another. A `"` behind a number may stand for inches. */
function* unclosedQuotations(reading: Reading): Generator<Finding> {
  const open: number[] = [];
  for (const { index, 0: mark } of matchesIn(reading.text, quotationMark)) {
    const opens = mark === '“' || (mark === '"' && /[\s([]/.test(reading.text.charAt(index - 1) || ' '));
    if (opens) open.push(index);
    else open.pop();
  }
  for (const at of open) yield unclosed(reading, at);
}

const quotationMark = marked('"“”', /["“”]/g);

function unclosed(reading: Reading, at: number): Finding {
  const words = /^\S+(?: \S+){0,3}/.exec(reading.text.slice(at, at + 60))?.[0] ?? '';
  return {
    span: toSourceSpan(reading, { start: at, end: at + 1 }),
    message: `Quotation without its closing mark: ${words} …`,
  };
}

/** The last sentence of a summary or rationale ends without a mark. */
function* lostStop(reading: Reading): Generator<Finding> {
  const { text } = reading;
  if (!/[A-Za-z\d)%]$/.test(text) || !text.includes(' ')) return;
  const last = /(?<!\S)\S+$/.exec(text.slice(-60));
  if (!last || /\/\/|@/.test(last[0])) return;
  const place = toSourceSpan(reading, { start: text.length - last[0].length, end: text.length });
  yield {
    span: place,
    message: `No period after "${last[0]}". Words may be missing.`,
    fixes: [{ title: 'Insert a period', kind: 'review', edits: [insert(place.end, ['.'])] }],
  };
}

function spaced(source: string, span: Span, mark: string): Finding {
  const space = { start: span.start, end: span.end - mark.length };
  if (/[a-z]/.test(source.charAt(span.end)))
    return {
      span,
      message: `The space belongs behind "${mark}".`,
      fixes: [{ title: `Move the space behind "${mark}"`, kind: 'review', edits: [replace(span, `${mark} `)] }],
    };
  return {
    span,
    message: `Space before "${mark}". Words may be missing.`,
    fixes: [{ title: `Remove the space before "${mark}"`, kind: 'white-space', edits: [remove(space)] }],
  };
}

/** Which of the two was meant, and whether words are lost between them, a person must say. */
function doubledMark(span: Span, marks: string): Finding {
  const kept = strongest(marks);
  return {
    span,
    message: `One mark too many in "${marks}". Words may be missing.`,
    fixes: [{ title: `Change to "${kept}"`, kind: 'review', edits: [replace(span, kept)] }],
  };
}

/** The word before a stop may be cut short, which its stop shows: `etc.,`, `Orthop.;`. */
function isShortened(text: string, abbreviations: readonly Span[], stop: number): boolean {
  const word = /(?<![A-Za-z])[A-Za-z]{1,20}$/.exec(text.slice(Math.max(0, stop - 20), stop))?.[0] ?? '';
  return (/^[A-Z]/.test(word) && word.length < 9) || endingAt(text, abbreviations, stop) !== undefined;
}

/** The mark that closes more: a stop before a semicolon before a comma. */
function strongest(marks: string): string {
  return ['.', ';', ',', ':'].find((mark) => marks.includes(mark)) ?? marks.charAt(0);
}

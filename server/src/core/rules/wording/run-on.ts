import { conceptsIn, endingAt } from '../../analysis/concepts';
import { opensStatement } from '../../model/set-words';
import { insert } from '../../problem/edits';
import { marked } from '../../text/matches';
import { type Reading, toSourceOffset, toSourceSpan } from '../../text/reading';
import { type Span, spanAt } from '../../text/span';
import { defineReadingRule } from '../rule';

/** A stop, its closing quotes and brackets, and what may open a sentence, without a space between. */
const stops = marked('.?!', /(?<=[\w%)\]"”’])[.?!]["”’)\]]{0,2}(?=[A-Z(“])/g);
const commas = marked(',;:', /(?<=[\w%)\]"”’])[,;](?=[A-Za-z(“])|(?<=[a-z]{3}):(?=[a-z]{3})/g);
/** `17,2015`, behind a month */
const dateCommas = marked(',', /(?<= \d{1,2}),(?=\d{4}\b)/g);

/** Addresses on the web and of people hold stops and commas of their own. */
const address = /:\/\/|www\.|@|\.(?:com|org|gov|net|edu|info|html?|pdf|php|aspx?)\b/i;
const lettersBefore = 40;

export const runOn = defineReadingRule({
  code: 'IMR503',
  name: 'run-on',
  severity: 'warning',
  switch: 'language',
  fix: 'safe',
  summary: 'No space follows a period, comma, or colon.',
  why: 'Where text was pasted or cut, two sentences can run together. A word search, a screen reader, and the eye then miss the start of the second one.',
  repair: 'Insert a space after the period or comma. Check whether words were lost there.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has taken Norco
10/325mg #60 since 2015.Soma was tried,then stopped on August 17,2016. The MRI was normal (mild bulging).An
                   ^^^^^^^^^
                                 ^^^^^^^^^^
                                                              ^^^^^^^
                                                                                                ^^^^^^^^^^^
EMG of L5-S1.There was no change from 8.On 12/07/2016 utilization review denied Norco 10/325mg #60.
          ^^^^^^^^
                                      ^^^^`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016 who takes
Norco 10/325mg #60. Objective findings:spasm of the low back. Utilization review on 12/07/2016 denied it.
                              ^^^^^^^^^^^^^^`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016, i.e., e.g., a
Ph.D. student in the U.S. She takes Norco 10/325mg #60 q.d., Soma b.i.d. and 1,000 units of vitamin D. See 8 C.C.R. 9792.20,
http://www.example.org/Some.Page,Other.Html or Some.One@example.org. Diagnoses: 1.Lumbar strain, 2.Cervical strain, L4,L5.
Pain is 7.5/10. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ ask, reading, place }) {
    const { text } = reading;
    const concepts = ask(conceptsIn, reading);
    const opens = (at: number): boolean => spanAt(concepts.of('sentence.opener'), at) !== undefined;
    for (const match of ask.matches(reading, stops)) {
      // Where one citation ends and the next sentence of the form begins, citations are glued: another rule's matter.
      if (opensStatement(text.slice(match.index + match[0].length, match.index + 60), ask.letter.form)) continue;
      if (joinsSentences(text, match.index, match.index + match[0].length, opens))
        yield describe(reading, match[0], match.index);
    }
    if (place === 'how-made') return;
    for (const match of ask.matches(reading, commas)) {
      if (joinsWords(text, match.index)) yield describe(reading, match[0], match.index);
    }
    for (const match of ask.matches(reading, dateCommas)) {
      const day = text.lastIndexOf(' ', match.index);
      if (endingAt(text, concepts.of('month.name'), day)) yield describe(reading, match[0], match.index);
    }
  },
});

function describe(reading: Reading, mark: string, at: number) {
  const { text } = reading;
  const behind = at + mark.length;
  const words = {
    start:
      at - (/(?<![\w%)\]"”’])[\w%)\]"”’]+$/.exec(text.slice(Math.max(0, at - lettersBefore), at))?.[0].length ?? 0),
    end: wordEnd(text, behind),
  };
  const what = /[.?!]/.test(mark) ? 'period' : ({ ';': 'semicolon', ':': 'colon' }[mark] ?? 'comma');
  return {
    span: toSourceSpan(reading, words),
    message: `Missing space after the ${what} in "${text.slice(words.start, words.end)}".`,
    fixes: [
      {
        title: 'Insert a space',
        kind: 'white-space' as const,
        edits: [insert(toSourceOffset(reading, behind), [' '])],
      },
    ],
  };
}

function wordEnd(text: string, from: number): number {
  return from + (/^[(“]?[\w'’-]*/.exec(text.slice(from, from + lettersBefore))?.[0].length ?? 0);
}

function joinsSentences(text: string, at: number, behind: number, opens: (at: number) => boolean): boolean {
  const token = tokenAround(text, at, behind);
  const before = text.slice(token.start, at);
  const after = text.slice(behind, token.end);
  if (address.test(text.slice(token.start, token.end))) return false;
  const piece = /(?<![\w'’])[\w'’]*$/.exec(before.replace(/(?<![)\]"”’%])[)\]"”’%]+$/, ''))?.[0] ?? '';
  if (/^\d{1,2}$/.test(before)) {
    return endsInNumber(text.slice(Math.max(0, token.start - 8), token.start), after, opens(behind));
  }
  // `B.A.` is one abbreviation.
  if (piece.length < 2 && /^[A-Z]\./.test(after)) return false;
  if (piece.length < 2 && /[A-Za-z0-9]$/.test(before)) return opens(behind);
  if (/^[(“]/.test(after)) return /^[(“][A-Z]/.test(after) && /[a-z]{2}$/.test(before);
  return /^(?:[A-Z][a-z]|[A-Z]{2,}|[A-Z]-[a-z]|[AI](?![\w.]))/.test(after);
}

/** `out of 10.Provider` ends a sentence; `1.Lumbar strain` is a list. */
function endsInNumber(before: string, after: string, opens: boolean): boolean {
  if (/\b(?:of|to|from|at|by|than|over) $/.test(before)) return /^[A-Z][a-z]/.test(after);
  return /[a-z] $/.test(before) && opens;
}

function joinsWords(text: string, at: number): boolean {
  const token = tokenAround(text, at, at + 1);
  if (address.test(text.slice(token.start, token.end))) return false;
  const before = /(?<![\w%)\]"”’])[\w%)\]"”’]*$/.exec(text.slice(token.start, at))?.[0] ?? '';
  const after = /^[(“]?[\w]*/.exec(text.slice(at + 1, token.end))?.[0] ?? '';
  if (/^[A-Z]\d/.test(after) || after.length === 0) return false;
  if (after.length === 1 && !/^[aAI](?![\w-])|^[A-Za-z]-[a-z]/.test(text.slice(at + 1, at + 4))) return false;
  return before.length > 1 || /[\d)\]"”’%]/.test(before);
}

/** The stretch without white space around a mark, as far as forty units either way. */
function tokenAround(text: string, at: number, behind: number): Span {
  const before = /(?<!\S)\S*$/.exec(text.slice(Math.max(0, at - lettersBefore), at))?.[0] ?? '';
  const after = /^\S*/.exec(text.slice(behind, behind + lettersBefore))?.[0] ?? '';
  return { start: at - before.length, end: behind + after.length };
}

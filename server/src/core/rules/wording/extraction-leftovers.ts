import { runningText } from '../../analysis/running-text';
import { formatLetter } from '../../model/format';
import type { Letter } from '../../model/letter';
import { remove, replace } from '../../problem/edits';
import type { Fix } from '../../problem/fix';
import type { Finding } from '../../problem/problem';
import { marked, matchesIn } from '../../text/matches';
import type { LineMark, LineMarkKind } from '../../text/normalize/line-mark';
import { normalizedText } from '../../text/normalize/normalized-text';
import { toSourceSpan } from '../../text/reading';
import type { Span } from '../../text/span';
import { defineLetterRule } from '../rule';

/** Behind a line of a sentence, an empty line and then the next line of the sentence. */
const doubledLine = marked('\n\r', /(?=[\r\n])(?<=[a-z,][ \t]*)(?:\r?\n|\r(?!\n))[ \t]*(?:\r?\n|\r(?!\n))(?=[a-z])/g);
/** A page's end in the middle of a sentence: a form feed, or three line ends and more. */
const pageBreak = marked(
  '\n\r\f',
  /(?=[\r\n])(?<=[a-z,;][ \t]*)(?:\r?\n|\r(?!\n))(?:[ \t]*(?:\r?\n|\r(?!\n))){2,}[ \t]*(?=[a-z])|(?=\f)(?<=[a-z,;][ \t\r\n]{0,8})\f[ \t\r\n]{0,8}(?=[a-z])/g,
);
/** `non- certified`, `11-8- 16`: a word that was once wrapped at its hyphen; not `short- and long-term`. */
const openHyphen = marked('-', /(?<=[A-Za-z\d])- (?=[a-z\d])(?!(?:and|or|to|versus|vs|through|nor|but)\b)/g);

const manyLines = 8;
const usualWidth = 100;

export const extractionLeftovers = defineLetterRule({
  code: 'IMR508',
  name: 'extraction-leftovers',
  severity: 'hint',
  fix: 'review',
  summary: 'Line breaks, page lines, hyphens, or the marks of mail and Markdown are left over.',
  why: 'Broken sentences are hard to read and to search, and the breaks come along when text is copied. The fix changes no words.',
  repair:
    'Reflow the letter: no line breaks inside paragraphs, one empty line between them. Remove page lines, quote marks, line numbers, and Markdown. Rejoin hyphenated words.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low
                                                                                        ^^^


back pain and takes Norco 10/325mg #60. Utilization review on 12/07/2016 non- certified Norco 10/325mg #60.
                                                                         ^^^^^^^^^^^^^^
`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low back pain.

Final Determination Letter for IMR Case Number CM16-0900731      3
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

She takes Norco 10/325mg #60. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
      {
        summary: `> The injured worker is a 44 year old female with a date of injury of 11/18/2016. She takes Norco
^^
> 10/325mg #60 for low back pain. Utilization review on 12/07/2016 denied Norco 10/325mg #60.
> She gained nothing from it.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has short- and long-
term low back pain and a 2- to 3-level fusion; pain 3 - 5. She takes Norco 10/325mg #60.

utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ letter, ask }) {
    const extraction = findExtraction(letter);
    if (extraction) yield extraction;
    const normalized = normalizedText(letter.source);
    const [mark, ...others] = normalized.marks;
    if (mark && (mark.kind !== 'bullet' || others.length >= fewBullets)) yield marksOf(normalized.marks);
    const [footer, ...footers] = normalized.pageLines;
    if (footer) yield pageLines([footer, ...footers]);
    for (const reading of ask(runningText)) {
      for (const match of ask.matches(reading, openHyphen)) {
        const before =
          /(?<![\w-])[\w-]*$/.exec(reading.text.slice(Math.max(0, match.index - 30), match.index))?.[0].length ?? 0;
        const behind = /^[\w-]*/.exec(reading.text.slice(match.index + 2, match.index + 32))?.[0].length ?? 0;
        const gap = toSourceSpan(reading, { start: match.index + 1, end: match.index + 2 });
        const parted = { start: match.index - before, end: match.index + 2 + behind };
        yield {
          span: toSourceSpan(reading, parted),
          message: `A line break left a space inside "${reading.text.slice(parted.start, parted.end)}".`,
          fixes: [{ title: 'Remove the space inside the word', kind: 'review', edits: [remove(gap)] }],
        };
      }
    }
  },
});

/** One finding for all of them, at the first. */
function pageLines(lines: readonly [Span, ...Span[]]): Finding {
  const [first] = lines;
  const many = lines.length > 1;
  return {
    span: first,
    message: `${many ? `${lines.length} page lines are` : 'A page line is'} left over from a PDF.`,
    fixes: [
      {
        title: many ? 'Remove the page lines' : 'Remove the page line',
        kind: 'review',
        edits: lines.map((line) => remove(line)),
      },
    ],
  };
}

/** A short list in a letter is no leftover. */
const fewBullets = 3;

const namesOfMarks: Readonly<Record<LineMarkKind, string>> = {
  quote: 'quote marks',
  'line number': 'line numbers',
  bullet: 'bullets',
  'table mark': 'table marks',
  'Markdown mark': 'Markdown marks',
  'HTML mark': 'HTML tags',
  'mail code': 'codes of email',
  'line-end mark': 'marks at line ends',
  'letter spacing': 'spaces between letters',
  signature: 'an email signature',
};

/** One finding for all marks of mail programs, lists and Markdown, at the first. */
function marksOf(marks: readonly LineMark[]): Finding {
  const kinds = [...new Set(marks.map(({ kind }) => namesOfMarks[kind]))];
  const last = kinds.pop() ?? '';
  const names = kinds.length > 0 ? `${kinds.join(', ')} and ${last}` : last;
  const [first] = marks;
  return {
    span: { start: first?.start ?? 0, end: first?.end ?? 0 },
    message: `The letter contains ${names}. All other checks read past them.`,
    fixes: [{ title: `Remove the ${names}`, kind: 'review', edits: marks.map((mark) => replace(mark, mark.text)) }],
  };
}

/** One finding for the whole letter, at the first place. */
function findExtraction(letter: Letter): Finding | undefined {
  const { text } = letter.source;
  const doubled = matchesIn(text, doubledLine);
  const pages = matchesIn(text, pageBreak);
  const first = doubled.length >= manyLines ? doubled[0] : pages[0];
  if (!first) return undefined;
  const what = [
    ...(doubled.length >= manyLines ? ['an empty line after every line'] : []),
    ...(pages.length > 0 ? [`${pages.length} page break${pages.length > 1 ? 's' : ''} inside a sentence`] : []),
  ].join(' and ');
  const end = endOfWord(text, first.index);
  const word = /(?<!\S)\S*$/.exec(text.slice(Math.max(0, end - 41), end))?.[0].length ?? 1;
  return {
    span: { start: end - word, end },
    message: `Left over from a PDF: ${what}.`,
    fixes: () => reflow(letter),
  };
}

function endOfWord(text: string, at: number): number {
  let end = at;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}

/** None where the letter would be read differently afterwards, and stays as it is. */
function reflow(letter: Letter): Fix[] {
  const forms = { forms: [letter.form], fallback: letter.form };
  const edits = formatLetter(letter, forms, letter.layout.width ?? usualWidth);
  return edits.length > 0 ? [{ title: 'Reflow the letter', kind: 'review', edits }] : [];
}

// Texts that grow to any length, each in a way of its own. None of them is a letter that anybody would write.
import { builtinForms } from '../../../server/src/builtin/forms';
import { readLetter } from '../../../server/src/core/index';
import { letterOfSize } from '../letter';

/** A text of about `size` UTF-16 units. */
export type Shape = (letter: string, size: number) => string;

const quotation = 'The file says “no relief was noted. ';
const sentences = (n: number) =>
  `On visit ${n} the injured worker still had pain at ${n % 10} out of 10 and took Norco twice a day. `;

export const shapes: Readonly<Record<string, Shape>> = {
  'distinct blocks': letterOfSize,
  'the same block again': (letter, size) => letter + filled(`\n\n${lastBlock(letter)}`, size - letter.length),
  'one line': (letter, size) => letterOfSize(letter, size).replace(/\s+/g, ' '),
  'a long summary': (letter, size) => inSummary(letter, numbered(sentences, size)),
  'a long rationale': (letter, size) => inRationale(letter, numbered(sentences, size)),
  'headings only': (letter, size) => letter + numbered((n) => `\n\nOffice visit ${n}: Upheld\n`, size),
  'items without rationale': (letter, size) =>
    inRationale(letter, filled('\n\nMRI of the left knee: Overturned\n', size)),
  'labels only': (letter, size) => letter + filled('\n\nDecision rationale:\n', size),
  'labels on one line': (letter, size) => inRationale(letter, filled('Decision rationale: none. ', size)),
  'sections again': (letter, size) => letter + filled('\n\nCLINICAL CASE SUMMARY\nNone.\n', size),
  'case headers again': (letter, size) => filled('Case Number: CM14-0000000 Date Assigned: 1/2/2014\n', size) + letter,
  'many citations': (letter, size) =>
    letter.replace(
      /(?<=MAXIMUS guideline: )/,
      numbered((n) => `MTUS Chronic Pain Treatment Guidelines Page(s): ${n}. `, size),
    ),
  'one word': (letter, size) => inRationale(letter, filled('a', size)),
  'white space': (letter, size) => inRationale(letter, filled(' ', size)),
  'empty lines': (letter, size) => inRationale(letter, filled('\n', size)),
  'page breaks': (letter, size) => inRationale(letter, filled('pain\f', size)),
  'page lines': (letter, size) => inRationale(letter, filled('\nPage 3 of 7\n\f', size)),
  'running titles': (letter, size) => inRationale(letter, filled('\n\nPAIN CLINIC\n\npain was noted, but\f', size)),
  bullets: (letter, size) => inRationale(letter, filled('\n- pain in the knee', size)),
  'next lines': (letter, size) => inRationale(letter, filled('pain\u0085', size)),
  'halves of characters': (letter, size) => inRationale(letter, filled('\ud800 ', size)),
  'open places': (letter, size) => inRationale(letter, filled('[date] ', size)),
  'open quotations': (letter, size) => inRationale(letter, filled(quotation, size)),
  brackets: (letter, size) => inRationale(letter, filled('(', size)),
  dates: (letter, size) =>
    inSummary(
      letter,
      numbered((n) => `${1 + (n % 12)}/${1 + (n % 28)}/2014 `, size),
    ),
  drugs: (letter, size) => inSummary(letter, filled('Norco 10/325 mg #60, Soma 350 mg #90, ', size)),
  'words twice': (letter, size) => inRationale(letter, filled('the the ', size)),
  'stops and abbreviations': (letter, size) => inRationale(letter, filled('e.g. Dr. 1.2.3.left knee.', size)),
};

function filled(part: string, size: number): string {
  return part.repeat(Math.max(1, Math.ceil(size / part.length)));
}

function numbered(part: (n: number) => string, size: number): string {
  let text = '';
  for (let n = 1; text.length < size; n++) text += part(n);
  return text;
}

function lastBlock(letter: string): string {
  const span = readLetter(letter, builtinForms).blocks.at(-1)?.span;
  return span ? letter.slice(span.start, span.end) : '';
}

/** At the end of the first rationale. */
function inRationale(letter: string, filling: string): string {
  return inserted(letter, readLetter(letter, builtinForms).blocks[0]?.fields.rationale.body.span.end, filling);
}

/** At the end of the summary. */
function inSummary(letter: string, filling: string): string {
  const summary = readLetter(letter, builtinForms).sections.find(({ kind }) => kind === 'case-summary');
  return inserted(letter, summary?.prose.span.end, filling);
}

function inserted(letter: string, at: number | undefined, filling: string): string {
  if (at === undefined) throw new Error('the letter has no place for a filling');
  return `${letter.slice(0, at)} ${filling}${letter.slice(at)}`;
}

// Accidents of typing, dictation and editing, as they happen to whole letters: what is left in a text, dates and amounts with a
// digit too many, headings out of shape, sentences said twice.
import { type DecisionBlock, isEmpty, type Letter, sectionOf } from '../../server/src/core/index';
import { conclusionIn, type Defect, edited, findPlace, type Planted, pickBlock, type Random, replaced } from './defect';

/** Puts a sentence between two of a rationale. */
function intoRationale(letter: Letter, random: Random, text: string): Planted | undefined {
  const block = pickBlock(letter, random, (b) => !isEmpty(b.fields.rationale.body.span));
  const gap = block && findPlace(letter, block.fields.rationale.body.span, /(?<=[a-z]{3}\.) (?=[A-Z][a-z]+ )/g, random);
  return gap && replaced(letter, gap, ` ${text} `, block);
}

/** Puts a sentence at the end of the summary. */
function intoSummary(letter: Letter, text: string): Planted | undefined {
  const summary = sectionOf(letter, 'case-summary');
  const end = summary?.prose.span.end;
  return end === undefined || summary?.prose.text === ''
    ? undefined
    : replaced(letter, { start: end, end }, ` ${text}`);
}

const leftovers: readonly string[] = [
  '(QA - look at the dose)',
  '[QA: which visit?]',
  '[EDITOR: shorten this]',
  '[DELETED: a second sentence]',
  '(to be completed)',
  '[please verify the page]',
  '[KW3]',
  'Comment [KW3]: say why.',
  'Deleted: nine weeks',
  'TODO ask for the film.',
  'TBD.',
  'He was seen by XXX.',
  'He was seen on MM/DD/YYYY.',
  'Lorem ipsum dolor sit amet.',
  'It was ~~once~~ twice.',
  'It is **so**.',
  'It is <b>so</b>.',
  'It is so.<br>',
  'It is&nbsp;so.',
  'The finding is <<finding>>.',
  'The finding is {{finding}}.',
  'The finding is ____.',
  'It is so (?).',
  'It is so ???',
  'Click here to enter text.',
  'Error! Reference source not found.',
  'See [the page](https://example.org/page).',
  'It is «Finding».',
];

const dates: readonly string[] = [
  'June 20216',
  'June 12, 20216',
  'June 12, 206',
  'June 121, 2016',
  '12/2/20116',
  '12/2/206',
  '12/121/2016',
  '31/12/2016',
  '2/30/2016',
  'February 30, 2016',
  '12/2/3016',
  'June 12, 3016',
];

const identifiers: readonly string[] = [
  'The patient, K. T., was seen again.',
  'Ms. K.T. was seen again.',
  'Her claim number 2016-0099812 is on file.',
  'See report no. 4471123 too.',
];

/** Changes a heading that ends in a colon and an outcome. */
function inHeading(
  letter: Letter,
  random: Random,
  to: (block: DecisionBlock) => readonly [number, number, string],
): Planted | undefined {
  const block = pickBlock(letter, random, ({ heading }) => !isEmpty(heading.colon));
  if (!block) return undefined;
  const [start, end, newText] = to(block);
  return replaced(letter, { start, end }, newText, block);
}

function inItem(letter: Letter, random: Random, pattern: RegExp, to: (found: string) => string): Planted | undefined {
  const block = pickBlock(letter, random, ({ heading }) => new RegExp(pattern).test(heading.item.text));
  const place = block && findPlace(letter, block.heading.item.disputed.span, pattern, random);
  return place && replaced(letter, place, to(place.match[0]), block);
}

export const accidentDefects: readonly Defect[] = [
  ...leftovers.map(
    (text): Defect => ({
      kind: `left in a rationale: ${text}`,
      // Markdown marks are IMR508's, which reads past them.
      codes: text.includes('**') ? ['IMR508'] : ['IMR509'],
      alsoAllowed: ['IMR501'],
      plant: (letter, random) => intoRationale(letter, random, text),
    }),
  ),
  ...dates.map(
    (date): Defect => ({
      kind: `a date as ${date}`,
      codes: ['IMR407'],
      plant: (letter) => intoSummary(letter, `Heat was tried on ${date}.`),
    }),
  ),
  ...identifiers.map(
    (text): Defect => ({ kind: `told: ${text}`, codes: ['IMR601'], plant: (letter) => intoSummary(letter, text) }),
  ),
  {
    kind: 'outcome in small letters',
    codes: ['IMR108'],
    plant: (letter, random) =>
      inHeading(letter, random, ({ heading: { outcome } }) => [
        outcome.span.start,
        outcome.span.end,
        outcome.text.toLowerCase(),
      ]),
  },
  {
    kind: 'outcome in capitals',
    codes: ['IMR108'],
    plant: (letter, random) =>
      inHeading(letter, random, ({ heading: { outcome } }) => [
        outcome.span.start,
        outcome.span.end,
        outcome.text.toUpperCase(),
      ]),
  },
  {
    kind: 'heading without its colon',
    codes: ['IMR108', 'IMR103'],
    plant: (letter, random) => inHeading(letter, random, ({ heading: { colon } }) => [colon.start, colon.end, '']),
  },
  {
    kind: 'letter for a digit in a quantity',
    codes: ['IMR402'],
    plant: (letter, random) => inItem(letter, random, /#\d*0(?!\d)/g, (found) => found.replace(/0$/, 'O')),
  },
  {
    kind: 'letter for a digit in a strength',
    codes: ['IMR505'],
    plant: (letter, random) => inItem(letter, random, /\b[1-9]\d*0(?= ?mg\b)/g, (found) => found.replace(/0$/, 'O')),
  },
  {
    kind: 'words and figures differ',
    codes: ['IMR402'],
    plant: (letter, random) => intoRationale(letter, random, 'Nine (8) sessions of heat were given.'),
  },
  {
    kind: 'sentence said twice',
    codes: ['IMR502'],
    plant(letter, random) {
      const block = pickBlock(letter, random);
      const conclusion = conclusionIn(letter, block);
      const text = conclusion && letter.source.text.slice(conclusion.span.start, conclusion.span.end);
      return text && conclusion
        ? edited(
            letter,
            [{ span: { start: conclusion.span.end, end: conclusion.span.end }, newText: ` ${text}` }],
            block,
          )
        : undefined;
    },
  },
  {
    kind: 'last period of a rationale lost',
    codes: ['IMR507'],
    plant(letter, random) {
      const block = pickBlock(letter, random, (b) => /[a-z]\.$/.test(b.fields.rationale.body.text));
      const end = block?.fields.rationale.body.span.end;
      return end === undefined ? undefined : replaced(letter, { start: end - 1, end }, '', block);
    },
  },
  {
    kind: 'quotation not closed',
    codes: ['IMR507'],
    plant: (letter, random) => intoRationale(letter, random, 'The guideline says "heat helps.'),
  },
];

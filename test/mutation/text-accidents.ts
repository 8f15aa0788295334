// Accidents that may happen anywhere in a text: notes and code left in it, impossible dates, identifiers, things said twice, headings
// out of shape.
import { type DecisionBlock, isEmpty, type Letter, sectionOf } from '../../server/src/core/index';
import {
  conclusionIn,
  type Defect,
  edited,
  findPlace,
  type Planted,
  pickBlock,
  type Random,
  replaced,
  sourceOf,
} from './defect';

const sentenceGap = /(?<=[a-z]{3}\.)\s+(?=[A-Z][a-z]+ )/g;

/** Puts words at one of several places of a letter. */
function anywhere(letter: Letter, random: Random, text: string): Planted | undefined {
  const summary = sectionOf(letter, 'case-summary')?.prose;
  const block = pickBlock(letter, random, ({ fields }) => !isEmpty(fields.rationale.body.span));
  const rationale = block?.fields.rationale.body;
  const gapIn = (within: { start: number; end: number }, own?: DecisionBlock): Planted | undefined => {
    const gap = findPlace(letter, within, sentenceGap, random);
    return gap && replaced(letter, gap, ` ${text} `, own);
  };
  const ways: readonly (() => Planted | undefined)[] = [
    () => (summary && summary.text !== '' ? gapIn(summary.span) : undefined),
    () => rationale && gapIn(rationale.span, block),
    () => rationale && replaced(letter, { start: rationale.span.start, end: rationale.span.start }, `${text} `, block),
    () => rationale && replaced(letter, { start: rationale.span.end, end: rationale.span.end }, ` ${text}`, block),
    () => rationale && replaced(letter, { start: rationale.span.end, end: rationale.span.end }, `\n\n${text}`, block),
  ];
  return random.pick(ways)?.();
}

function intoSummary(letter: Letter, random: Random, text: string): Planted | undefined {
  const summary = sectionOf(letter, 'case-summary');
  const gap = summary && findPlace(letter, summary.prose.span, sentenceGap, random);
  return gap && replaced(letter, gap, ` ${text} `);
}

const notes: Readonly<Record<string, readonly string[]>> = {
  'note of an editor': [
    '[QA: check the date]',
    '[QA - page?]',
    '(QA: dose)',
    '(QA - confirm)',
    '[EDITOR: shorten]',
    '[Editor note: see above]',
    '[note to reviewer: cite page]',
    '[Reviewer: please confirm the side]',
    '(NOTE TO SELF: ask about the film)',
    '[CHECK THIS]',
    '[confirm with reviewer]',
    '[please verify]',
    '[need page number]',
    '[??]',
    '[insert citation]',
    '(insert date)',
    '[sic]',
    '[to be completed]',
    '[AB]',
    '[JD2]',
  ],
  'to do': [
    'TODO',
    'TODO: add the page.',
    'To do: add the page.',
    'TBD',
    'TBD.',
    'Dose TBD.',
    'FIXME check this.',
    'The dose is XXX.',
    'Seen on XX/XX/2016.',
    'Seen on MM/DD/YYYY.',
    'Seen on mm/dd/yyyy.',
    'Seen by Dr. XXXX.',
    'The dose is xx mg.',
    'N/A - fill in.',
    'He took ___ tablets.',
    'He took ..... tablets.',
  ],
  'tracked change': [
    '[DELETED: the old reason]',
    '[deleted: old]',
    '[INSERTED: new]',
    '~~the old words~~',
    'Comment [AB1]: shorten.',
    'Commented [AB1]: shorten.',
    'Comment [JS12]: why?',
    'Deleted: the old words',
    'Inserted: new words',
    'Formatted: Font: Bold',
    '{++new++}',
    '{--old--}',
  ],
  'merge field': [
    '<<name>>',
    '<<Diagnosis>>',
    '«Item»',
    '{{item}}',
    '{item}',
    '$' + '{item}',
    '%%ITEM%%',
    '<name>',
    '<date of service>',
    '[NAME]',
    '[item name]',
    '[date]',
    '[diagnosis here]',
    '@@',
    '{MERGEFIELD Name}',
    '##ITEM##',
  ],
  'formatting code': [
    '<br>',
    '<br/>',
    '<b>not</b>',
    '<p>It is so.</p>',
    '&nbsp;',
    '&amp;',
    '&lt;5',
    '<span style="x">so</span>',
    '</div>',
    'It is __so__.',
    '[page](http://example.org)',
    '`so`',
    '\\n',
    '&#8217;',
    '<o:p></o:p>',
  ],
  'sample text': [
    'Lorem ipsum dolor sit amet.',
    'Lorem ipsum',
    'Click here to enter text.',
    'Click or tap here to enter text.',
    'Choose an item.',
    'Error! Bookmark not defined.',
    'Error! Reference source not found.',
    'Enter text here.',
    '[Type text]',
  ],
};

const dates: readonly string[] = [
  '1/15/20166',
  '11/5/216',
  '11/155/2016',
  '13/15/2016',
  '00/15/2016',
  '11/00/2016',
  '11/31/2016',
  '02/30/2016',
  '2/29/2015',
  '06/31/2016',
  '15/11/2016',
  '11-5-20166',
  '11-155-2016',
  '11/5/2106',
  '11/5/3016',
  '11/5/1816',
  '11//5/2016',
  'January 32, 2016',
  'June 31, 2016',
  'February 30th, 2016',
  'November 155, 2016',
  'March 5, 20166',
  'March 5, 216',
  'March 20166',
  'Mar. 5, 20166',
  'April 31st, 2016',
  'Nov 31, 2016',
  '31 June 2016',
  '2016-13-05',
  '2016-02-30',
  '11.31.2016',
  '11/31/16',
  '2/30/16',
  '13/5/16',
  '9-31-16',
  'March 5, 2106',
];

const dated: readonly string[] = [
  'The injured worker was seen on {}.',
  'An MRI dated {} was normal.',
  'Heat was tried since {}.',
  'The report of {} tells of pain.',
  'On {} the pain was worse.',
  'He returned ({}) with spasm.',
];

const identifiers: readonly string[] = [
  'The patient, J.D., was seen.',
  'Patient J. D. reports pain.',
  'Ms. R.T. returned.',
  'Mr. A. B. returned.',
  'The patient (J.D.) returned.',
  'J.D. is a 44 year old cook.',
  'The initials are J.D. in the record.',
  'Claim number 2016-448812 was opened.',
  'Claim # 0987654321.',
  'Claim No. WC44812345.',
  'MRN 00448812.',
  'Medical record number 448812.',
  'MRN: 44-88-12.',
  'Chart number 99812.',
  'Account number 4488123.',
  'Policy number 88-441-22.',
  'Employee ID 448812.',
  'EAMS number ADJ1234567.',
  'WCAB case ADJ1234567.',
  'DOB 4/5/1971.',
  'Born on April 5, 1971.',
  'Date of birth: 04-05-71.',
  'SSN 523-45-6789.',
  'SSN ending in 6789.',
  'Driver license D1234567.',
  'Call (916) 555-0101.',
  'Write to ann@example.com.',
  'She lives at 12 Elm Street, Fresno.',
  'Patient ID 448812.',
  'The record number is 4488123.',
  'Mrs. Alvarez returned.',
  'Mr. Nguyen was seen.',
  'Patient name: Ann Roe.',
  'NPI 1234567890.',
];

/** Something of a rationale or the summary said twice. */
function saidTwice(letter: Letter, random: Random, how: 'next' | 'later' | 'paragraph'): Planted | undefined {
  const block = pickBlock(letter, random, ({ fields }) => fields.rationale.body.text.length > 200);
  const body = block?.fields.rationale.body;
  if (!body || !block) return undefined;
  if (how === 'paragraph')
    return replaced(letter, { start: body.span.end, end: body.span.end }, `\n\n${sourceOf(letter, body.span)}`, block);
  const sentence = findPlace(letter, body.span, /(?<=[a-z]{3}\. )[A-Z][^."“”]{50,200}[a-z]{3}\.(?= [A-Z])/g, random);
  if (!sentence) return undefined;
  const at = how === 'next' ? sentence.end : body.span.end;
  return replaced(letter, { start: at, end: at }, ` ${sentence.match[0]}`, block);
}

const outcomes: readonly ((printed: string) => string)[] = [
  (printed) => printed.toLowerCase(),
  (printed) => printed.toUpperCase(),
  (printed) => `${printed.toLowerCase()}.`,
  (printed) => `${printed.slice(0, 2)}${printed.charAt(2).toUpperCase()}${printed.slice(3)}`,
];

const separators: readonly string[] = ['', ' ', ' -', ';', ',', '.', ' –', ' is'];

const unknownOutcomes: readonly string[] = [
  'Denied',
  'Approved',
  'Modified',
  'Uphold',
  'Upheeld',
  'Overtuned',
  'Not Medically Necessary',
  'Partially Upheld',
  'Certified',
  'Up held',
  'Over turned',
];

function inOutcome(letter: Letter, random: Random, to: (printed: string) => string): Planted | undefined {
  const block = pickBlock(letter, random, ({ heading }) => !isEmpty(heading.colon));
  const outcome = block?.heading.outcome;
  return outcome && replaced(letter, outcome.span, to(outcome.text), block);
}

export const textAccidents: readonly Defect[] = [
  ...Object.entries(notes).map(
    ([kind, texts]): Defect => ({
      kind: `left: ${kind}`,
      codes: ['IMR509', 'IMR508', 'IMR501'],
      alsoAllowed: ['IMR301'],
      plant: (letter, random) => anywhere(letter, random, random.pick(texts) ?? ''),
    }),
  ),
  {
    kind: 'impossible date in a sentence',
    codes: ['IMR407'],
    plant: (letter, random) =>
      intoSummary(letter, random, (random.pick(dated) ?? '').replace('{}', random.pick(dates) ?? '')),
  },
  {
    kind: 'identifier of many kinds',
    codes: ['IMR601'],
    plant: (letter, random) => anywhere(letter, random, random.pick(identifiers) ?? ''),
  },
  { kind: 'sentence said twice, one behind the other', codes: ['IMR502'], plant: (l, r) => saidTwice(l, r, 'next') },
  { kind: 'sentence said again at the end', codes: ['IMR502'], plant: (l, r) => saidTwice(l, r, 'later') },
  { kind: 'paragraph said twice', codes: ['IMR502'], plant: (l, r) => saidTwice(l, r, 'paragraph') },
  {
    kind: 'outcome in other letters',
    codes: ['IMR108', 'IMR104'],
    plant: (letter, random) => inOutcome(letter, random, random.pick(outcomes) ?? String),
  },
  {
    kind: 'word that is no outcome',
    codes: ['IMR104', 'IMR108', 'IMR103'],
    plant: (letter, random) => inOutcome(letter, random, () => random.pick(unknownOutcomes) ?? ''),
  },
  {
    kind: 'other mark before the outcome',
    codes: ['IMR108', 'IMR103', 'IMR104'],
    plant(letter, random) {
      const block = pickBlock(letter, random, ({ heading }) => !isEmpty(heading.colon));
      return block && replaced(letter, block.heading.colon, random.pick(separators) ?? '', block);
    },
  },
  {
    kind: 'heading split by an empty line',
    codes: ['IMR103', 'IMR108'],
    plant(letter, random) {
      const block = pickBlock(letter, random, ({ heading }) => /\S+ \S+ \S+/.test(heading.item.text));
      const place = block && findPlace(letter, block.heading.item.span, / (?=\S)/g, random);
      return place && replaced(letter, place, random.pick(['\n\n', '\n \n', '\n\n\n']) ?? '\n\n', block);
    },
  },
  {
    kind: 'conclusion without its "not"',
    codes: ['IMR302', 'IMR303'],
    plant(letter, random) {
      const block = pickBlock(letter, random, (b) => conclusionIn(letter, b)?.necessary === false);
      const conclusion = conclusionIn(letter, block);
      const place = conclusion && findPlace(letter, conclusion.phrase, /\bnot\s/g, random);
      return place && edited(letter, [{ span: place, newText: '' }], block);
    },
  },
];

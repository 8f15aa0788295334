// Accidents with numbers: words against figures, totals, portions, letters for digits, strengths that a drug does not come in, dates
// with a digit too many or too few.
import { type DecisionBlock, type Letter, sectionOf } from '../../server/src/core/index';
import { conclusionIn, type Defect, edited, findPlace, type Planted, pickBlock, type Random, replaced } from './defect';

const words = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** A request of its own: nothing that goes with an operation, and something cited for it. */
const isPlain = ({ heading, fields }: DecisionBlock): boolean =>
  !/associated|post-?op/i.test(heading.item.text) &&
  !/did not cite/.test(fields.reviewerGuideline.body.text) &&
  heading.item.request.original === null &&
  heading.item.request.authorized === null;

/** Gives a block another item, in the heading and in a conclusion of its own. */
function withItem(
  letter: Letter,
  random: Random,
  suits: (block: DecisionBlock) => boolean,
  heading: string | undefined,
  concluded: string | undefined = heading,
): Planted | undefined {
  const block = pickBlock(letter, random, (candidate) => isPlain(candidate) && suits(candidate));
  const conclusion = conclusionIn(letter, block);
  if (!block || !conclusion || !heading || !concluded) return undefined;
  const verdict = block.heading.outcome.value === 'Overturned' ? 'is' : 'is not';
  const sentence = random.pick([
    `The request for ${concluded} ${verdict} medically necessary.`,
    `Therefore, the request for ${concluded} ${verdict} medically necessary.`,
    `As such, ${concluded} ${verdict} medically necessary.`,
    `The request for "${concluded}" ${verdict} medically necessary.`,
  ]);
  return edited(
    letter,
    [
      { span: block.heading.item.span, newText: heading },
      { span: conclusion.span, newText: sentence ?? '' },
    ],
    block,
  );
}

const isTherapy = ({ heading }: DecisionBlock): boolean =>
  /physical therap|chiropract|acupunct|\bPT\b|occupational therap|massage|aquatic/i.test(heading.item.text);

const isTablet = ({ heading }: DecisionBlock): boolean =>
  /\d ?mg\b/i.test(heading.item.text) && !/cream|patch|gel|ointment|ml\b|%/i.test(heading.item.text);

const therapyOf = (random: Random): string =>
  random.pick(['Physical therapy', 'Acupuncture', 'Chiropractic therapy', 'Occupational therapy']) ?? '';

/** Items whose number of visits is not what frequency and weeks make; the total is one off or more. */
function wrongTotal(random: Random): string {
  const [times, weeks] = [2 + random.below(2), 3 + random.below(4)];
  const total = times * weeks + (random.pick([-2, -1, 1, 2, 3]) ?? 1);
  const often = random.pick([
    `${times} times a week for ${weeks} weeks`,
    `${times} times per week for ${weeks} weeks`,
    `${times}x${weeks}`,
    `${times} x ${weeks}`,
    `${times} times weekly for ${weeks} weeks`,
    `${words[times]} times a week for ${words[weeks]} weeks`,
    `${times === 2 ? 'twice' : 'three times'} a week for ${words[weeks]} weeks`,
    `${times === 2 ? 'twice' : 'three times'} weekly for ${weeks} weeks`,
    `${times} visits a week for ${weeks} weeks`,
    `${times} times a week over ${weeks} weeks`,
    `${times} x per week x ${weeks} weeks`,
    `${times}xwk x ${weeks}wks`,
  ]);
  const therapy = therapyOf(random);
  return (
    random.pick([
      `${therapy} ${often} (${total} sessions)`,
      `${therapy} ${often}, ${total} visits`,
      `${therapy} ${often} (total of ${total} visits)`,
      `${therapy} ${often}, for a total of ${total} sessions`,
      `${total} sessions of ${therapy.toLowerCase()}, ${often}`,
      `${therapy}, ${total} visits, ${often}`,
      `${therapy} for the low back ${often}, ${total} sessions`,
      `${therapy} x ${total} visits (${often})`,
      `${therapy} ${often} total ${total}`,
    ]) ?? ''
  );
}

/** Items that spell a number one way and write it another. */
function unequalFigures(random: Random): string {
  const [word, figure] = [3 + random.below(9), 3 + random.below(9)];
  const spelled = words[word] ?? '';
  const other = figure === word ? figure + 1 : figure;
  const capital = spelled.charAt(0).toUpperCase() + spelled.slice(1);
  const therapy = therapyOf(random);
  return (
    random.pick([
      `${capital} (${other}) sessions of ${therapy.toLowerCase()}`,
      `${therapy}, ${spelled} (${other}) visits`,
      `${therapy} ${other} (${spelled}) sessions`,
      `${capital} (${other}) ${therapy.toLowerCase()} visits for the neck`,
      `${therapy} for ${spelled} (${other}) weeks`,
      `${therapy} x ${other} (${spelled}) visits`,
      `${therapy} two (2) times a week for ${spelled} (${other}) weeks`,
    ]) ?? ''
  );
}

const tablets: readonly (readonly [string, readonly string[]])[] = [
  ['Naproxen 500mg', ['#60', '#90']],
  ['Tramadol 50mg', ['#60', '#120']],
  ['Cyclobenzaprine 10mg', ['#30', '#60']],
  ['Omeprazole 20mg', ['#30', '#60']],
  ['Norco 10/325mg', ['#90', '#120']],
  ['Gabapentin 300mg', ['#90', '#60']],
];

/** A letter for a digit, or a digit that scanning took for a letter. */
function misreadItem(random: Random): readonly [string, string] {
  const [drug, [quantity = '']] = random.pick(tablets) ?? ['Naproxen 500mg', ['#60']];
  const right = `${drug} ${quantity}`;
  const wrong = random.pick(
    [
      right.replace(/(#\d+)0$/, '$1O'),
      right.replace(/(#\d+)0$/, '$1o'),
      right.replace(/0mg/, 'Omg'),
      right.replace(/00mg/, 'OOmg'),
      right.replace(/#1/, '#l'),
      right.replace(/#1/, '#I'),
      right.replace(/ (\d*)0(\d*)(\/|mg)/, ' $1O$2$3'),
      right.replace(/ 1(0)/, ' l$1'),
      right.replace(/#(\d)0/, '# $1O'),
    ].filter((text) => text !== right),
  );
  return [wrong ?? right, right];
}

function misreadVisits(random: Random): readonly [string, string] {
  const therapy = therapyOf(random);
  const pair = random.pick([
    [`${therapy} l2 visits`, `${therapy} 12 visits`],
    [`${therapy} 2 times a week for l2 weeks`, `${therapy} 2 times a week for 12 weeks`],
    [`${therapy} 1O sessions`, `${therapy} 10 sessions`],
    [`${therapy} I2 sessions`, `${therapy} 12 sessions`],
    [`${therapy}, 2O visits`, `${therapy}, 20 visits`],
  ]);
  return [pair?.[0] ?? '', pair?.[1] ?? ''];
}

/** A portion heading of tablets or visits; the parts make the whole. */
interface Portions {
  readonly heading: string;
  readonly original: string;
  readonly authorized: string;
  readonly remaining: string;
}

function portions(random: Random): Portions {
  const drug = random.pick(tablets)?.[0] ?? 'Naproxen 500mg';
  const therapy = therapyOf(random);
  const unit = random.pick([
    (n: number): string => `${drug} #${n}`,
    (n: number): string => `${drug}, #${n}`,
    (n: number): string => `${n} sessions of ${therapy.toLowerCase()}`,
    (n: number): string => `${therapy} times ${n} visits`,
    (n: number): string => `${therapy} x ${n} visits`,
  ]);
  const [whole, part] = random.pick([
    [90, 60],
    [60, 20],
    [12, 4],
    [120, 90],
    [24, 6],
  ]) ?? [90, 60];
  const [original, authorized, remaining] = [whole, part, whole - part].map((n) => unit?.(n) ?? '') as [
    string,
    string,
    string,
  ];
  return { heading: portionHeading(original, authorized, remaining), original, authorized, remaining };
}

const portionHeading = (original: string, authorized: string, remaining: string): string =>
  `${original} was the original request. ${authorized} was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, ${remaining} is`;

const another = (item: string, by: number): string =>
  item.replace(/\d+(?= (?:sessions|visits))|(?<=#)\d+/, (n) => String(Number(n) + by));

/** Replaces what the summary says of utilization review's decision. */
function withDecision(
  letter: Letter,
  sentence: string,
): { span: { start: number; end: number }; newText: string } | undefined {
  const end = sectionOf(letter, 'case-summary')?.prose.span.end;
  return end === undefined ? undefined : { span: { start: end, end }, newText: ` ${sentence}` };
}

const portionKinds: readonly Defect[] = [
  {
    kind: 'portions that do not make the whole',
    codes: ['IMR413', 'IMR402'],
    plant(letter, random) {
      const { original, authorized, remaining } = portions(random);
      const by = random.pick([-1, 1, 5, 10]) ?? 5;
      const changed = random.pick([
        portionHeading(another(original, by), authorized, remaining),
        portionHeading(original, another(authorized, by), remaining),
        portionHeading(original, authorized, another(remaining, by)),
      ]);
      return withItem(letter, random, isEither, changed, remaining);
    },
  },
  {
    kind: 'conclusion on other than the remaining portion',
    codes: ['IMR402', 'IMR311', 'IMR413'],
    plant(letter, random) {
      const { heading, original, remaining, authorized } = portions(random);
      const other = random.pick([original, another(remaining, 6), authorized]);
      return withItem(letter, random, isEither, heading, other);
    },
  },
  {
    kind: 'portions other than utilization review left',
    codes: ['IMR402', 'IMR413', 'IMR412', 'IMR404'],
    plant(letter, random) {
      const { heading, original, authorized, remaining } = portions(random);
      const planted = withItem(letter, random, isEither, heading, remaining);
      if (!planted) return undefined;
      const other = another(authorized, 2);
      const sentence = random.pick([
        `Utilization review modified the request for ${original} to ${other}.`,
        `Utilization review certified ${other} of ${original}.`,
        `The request for ${original} was modified, and ${other} was authorized.`,
        `Utilization review approved ${other} and denied the rest of ${original}.`,
        `Utilization review authorized ${other}; the original request was ${original}.`,
      ]);
      const edit = withDecision(letter, sentence ?? '');
      if (!edit) return undefined;
      // The summary stands before the blocks: its edit is placed in the text as it was.
      const text = planted.text.slice(0, edit.span.start) + edit.newText + planted.text.slice(edit.span.end);
      return { ...planted, text };
    },
  },
];

function isEither(block: DecisionBlock): boolean {
  return isTablet(block) || isTherapy(block);
}

/** Strengths that the brand does not come in. */
const oddStrengths: readonly string[] = [
  'Norco 10/235mg',
  'Norco 20/325mg',
  'Soma 530mg',
  'Flexeril 100mg',
  'Ambien 100mg',
  'Ambien 15mg',
  'Neurontin 30mg',
  'Celebrex 20mg',
  'Celebrex 250mg',
  'Naprosyn 550mg',
  'Percocet 10/235mg',
  'Ultram 5mg',
  'Prilosec 200mg',
  'Cymbalta 300mg',
  'Lyrica 57mg',
  'Zanaflex 40mg',
  'Mobic 150mg',
  'OxyContin 100mg',
  'Tramadol 500mg',
  'Omeprazole 200mg',
  'Cyclobenzaprine 75mg',
  'Gabapentin 30mg',
];

export const amountAccidents: readonly Defect[] = [
  {
    kind: 'total of visits that frequency and weeks do not make',
    codes: ['IMR402'],
    plant: (letter, random) => withItem(letter, random, isTherapy, wrongTotal(random)),
  },
  {
    kind: 'number in words and in figures differ in the item',
    codes: ['IMR402'],
    plant: (letter, random) => withItem(letter, random, isTherapy, unequalFigures(random)),
  },
  {
    kind: 'number in words and in figures differ in a sentence',
    codes: ['IMR402'],
    plant(letter, random) {
      const sentence = random.pick([
        'The injured worker completed twelve (10) sessions of therapy.',
        'She had six (8) visits of heat.',
        'He was off work for three (4) weeks.',
        'Ten (12) chiropractic visits were done.',
        'Utilization review certified four (6) sessions.',
        'A trial of 6 (eight) sessions is the limit.',
        'The guideline allows ten (12) visits over four (4) weeks.',
      ]);
      const block = pickBlock(letter, random, ({ fields }) => fields.rationale.state === 'present');
      const gap =
        block && findPlace(letter, block.fields.rationale.body.span, /(?<=[a-z]{3}\.) (?=[A-Z][a-z]+ )/g, random);
      return gap && replaced(letter, gap, ` ${sentence} `, block);
    },
  },
  {
    kind: 'other visits in the conclusion',
    codes: ['IMR402', 'IMR311'],
    plant(letter, random) {
      const therapy = therapyOf(random);
      const [one, other] = random.pick([
        [`${therapy} 2 times a week for 6 weeks`, `${therapy} 2 times a week for 4 weeks`],
        [`${therapy} 2 times a week for 6 weeks`, `${therapy} 3 times a week for 6 weeks`],
        [`${therapy}, 12 visits`, `${therapy}, 10 visits`],
        [`Twelve sessions of ${therapy.toLowerCase()}`, `ten sessions of ${therapy.toLowerCase()}`],
        [`Twelve sessions of ${therapy.toLowerCase()}`, `10 sessions of ${therapy.toLowerCase()}`],
        [`${therapy} 2x6`, `${therapy} 2x4`],
        [`${therapy} 2 x 6`, `eight sessions of ${therapy.toLowerCase()}`],
        [`${therapy} twice a week for six weeks`, `${therapy} three times a week for six weeks`],
        [`${therapy} 2 times a week for 6 weeks`, `8 sessions of ${therapy.toLowerCase()}`],
        [`8 ${therapy.toLowerCase()} sessions`, `6 ${therapy.toLowerCase()} sessions`],
      ]) ?? ['', ''];
      return withItem(letter, random, isTherapy, one, other);
    },
  },
  {
    kind: 'other amount in the conclusion',
    codes: ['IMR402', 'IMR311'],
    plant(letter, random) {
      const [drug, [one = '', other = '']] = random.pick(tablets) ?? ['', []];
      const strength = drug.replace(/\d(?=mg)/, '5');
      const [heading, concluded] = random.pick([
        [`${drug} ${one}`, `${drug} ${other}`],
        [`${drug} ${one}`, `${strength} ${one}`],
        [`${drug} quantity ${one.slice(1)}`, `${drug} ${other}`],
        [`${drug} ${one} with 2 refills`, `${drug} ${one} with 3 refills`],
        [`${drug}, ${one.slice(1)} tablets`, `${drug}, ${other.slice(1)} tablets`],
        [`${drug} QTY: ${one.slice(1)}`, `${drug} QTY: ${other.slice(1)}`],
        [`${drug} ${one} with two refills`, `${drug} ${one} with one refill`],
        [`${drug} ${one}`, `${drug} quantity ${other.slice(1)}`],
      ]) ?? ['', ''];
      return withItem(letter, random, isTablet, heading, concluded === heading ? undefined : concluded);
    },
  },
  {
    kind: 'letter for a digit in the heading of a drug',
    codes: ['IMR402', 'IMR505', 'IMR506'],
    plant(letter, random) {
      const [wrong, right] = misreadItem(random);
      return withItem(letter, random, isTablet, wrong, right);
    },
  },
  {
    kind: 'letter for a digit in the conclusion on a drug',
    codes: ['IMR402', 'IMR505', 'IMR506'],
    plant(letter, random) {
      const [wrong, right] = misreadItem(random);
      return withItem(letter, random, isTablet, right, wrong);
    },
  },
  {
    kind: 'letter for a digit in a number of visits',
    codes: ['IMR402', 'IMR506'],
    plant(letter, random) {
      const [wrong, right] = misreadVisits(random);
      return withItem(letter, random, isTherapy, wrong, random.pick([wrong, right]));
    },
  },
  {
    kind: 'strength that the brand does not come in',
    codes: ['IMR505'],
    plant: (letter, random) => withItem(letter, random, isTablet, `${random.pick(oddStrengths)} #60`),
  },
  ...portionKinds,
];

// What is right and has been taken for a mistake: each is planted into letters, and the rule that it once disturbed must stay silent.
import { type DecisionBlock, type Letter, sectionOf } from '../../server/src/core/index';
import { conclusionIn, edited, findPlace, type Planted, pickBlock, type Random, replaced, sourceOf } from './defect';

/** Something right, and the codes that must not be found in it. */
export interface Innocent {
  readonly kind: string;
  readonly silent: readonly string[];
  /** Codes of errors that belong to what is planted. */
  readonly alsoAllowed?: readonly string[];
  plant(letter: Letter, random: Random): Planted | undefined;
}

/** With reasons of its own: not one of several that go with an operation. */
const hasRationale = ({ heading, fields }: DecisionBlock): boolean =>
  fields.rationale.state === 'present' &&
  !/associated|post-?op/i.test(heading.item.text) &&
  !/did not cite/.test(fields.reviewerGuideline.body.text);

/** A block that upholds the denial, with a rationale. */
function pickDenied(
  letter: Letter,
  random: Random,
  fits: (block: DecisionBlock) => boolean = () => true,
): DecisionBlock | undefined {
  return pickBlock(
    letter,
    random,
    (each) => hasRationale(each) && each.heading.outcome.value === 'Upheld' && fits(each),
  );
}

/** The block's conclusion in other words; `{}` is the item, `{not }` the denial. */
const conclusions: readonly string[] = [
  'I consider the {} {not }medically necessary.',
  'I consider the request for {}, as written, to be {not }medically necessary.',
  'I find {} {not }to be medically necessary.',
  'I do {not }find that {} is medically necessary.',
  'In my opinion, {} is {not }medically necessary.',
  'We deem {} {not }medically necessary.',
  'It is my opinion that the request for {} is {not }medically necessary.',
  'The request for {}, all things considered, is {not }medically necessary.',
  'The request for {} is, therefore, {not }medically necessary.',
  'The request for {} is {not }considered medically necessary at this time.',
  '{} is {not }medically necessary and appropriate.',
  'The requested {} is {not }supported as medically necessary.',
  'Medical necessity for {} has {not }been established.',
  'The medical necessity of {} is {not }established.',
  'Thus, {} is {not }medically necessary.',
  'Hence, the request is {not }medically necessary.',
  'For these reasons the request is {not }medically necessary.',
  'Therefore, the request for {} is deemed {not }medically necessary.',
  'Accordingly, {} is found {not }to be medically necessary.',
  'The request is {not }certified as medically necessary.',
];

function concluded(
  letter: Letter,
  block: DecisionBlock,
  frame: string,
  item = block.heading.item.disputed.text,
): Planted | undefined {
  const conclusion = conclusionIn(letter, block);
  const isGranted = block.heading.outcome.value === 'Overturned';
  const sentence = frame.replace('{}', item).replace('{not }', isGranted ? '' : 'not ');
  return conclusion && replaced(letter, conclusion.span, sentence.charAt(0).toUpperCase() + sentence.slice(1), block);
}

const withCommas: readonly (readonly [RegExp, string])[] = [
  [/\d ?mg/i, 'Naproxen 500mg, #60, one tablet twice a day with food'],
  [/\d ?mg/i, 'Tramadol 50 mg, quantity 60, with two refills'],
  [/therap|chiropr|acupunct/i, 'Physical therapy, two visits a week for four weeks, neck'],
  [/MRI|x-?ray|CT\b/i, 'MRI, lumbar spine, without contrast'],
  [/brace|unit|device/i, 'TENS unit, rental, 30 days, with supplies'],
];

/** Gives a block an item and a conclusion in which commas stand. */
function itemWithCommas(letter: Letter, random: Random): Planted | undefined {
  const fitting = withCommas.filter(([kind]) => letter.blocks.some(({ heading }) => kind.test(heading.item.text)));
  const choice = random.pick(fitting);
  const block =
    choice && pickBlock(letter, random, (each) => hasRationale(each) && choice[0].test(each.heading.item.text));
  const conclusion = conclusionIn(letter, block);
  if (!choice || !block || !conclusion) return undefined;
  const verdict = block.heading.outcome.value === 'Overturned' ? 'is' : 'is not';
  const sentence = random.pick([
    `The request for ${choice[1]}, ${verdict} medically necessary.`,
    `Therefore, ${choice[1]}, ${verdict} medically necessary.`,
    `The request for ${choice[1]} ${verdict} medically necessary.`,
    `I consider ${choice[1]}, ${verdict === 'is' ? '' : 'not '}medically necessary.`,
  ]);
  return edited(
    letter,
    [
      { span: block.heading.item.span, newText: choice[1] },
      { span: conclusion.span, newText: sentence ?? '' },
    ],
    block,
  );
}

const otherSide: Readonly<Record<string, string>> = { left: 'right', right: 'left', Left: 'Right', Right: 'Left' };
const side = /\b(?:left|right)\b/gi;

/** The block once more, for the other side. */
function sameItemOtherSide(letter: Letter, random: Random): Planted | undefined {
  const block = pickBlock(
    letter,
    random,
    ({ heading, fields }) =>
      /\b(?:left|right) (?:knee|shoulder|wrist|hand|elbow|hip|ankle|foot)\b/i.test(heading.item.text) &&
      (heading.item.text.match(side) ?? []).length === 1 &&
      fields.rationale.state === 'present',
  );
  if (!block) return undefined;
  const text = sourceOf(letter, block.span).replace(side, (word) => otherSide[word] ?? word);
  return replaced(letter, { start: block.span.end, end: block.span.end }, `\n\n${text}`);
}

const inTitles: readonly string[] = [
  '[two views]',
  '[second stage]',
  '(three views)',
  '[per side]',
  '(unspecified)',
  '[with and without contrast]',
];

function bracketInHeading(letter: Letter, random: Random): Planted | undefined {
  const block = pickBlock(letter, random, ({ heading }) => heading.item.request.original === null);
  const end = block?.heading.item.span.end;
  return end === undefined ? undefined : replaced(letter, { start: end, end }, ` ${random.pick(inTitles)}`, block);
}

function bracketInSection(letter: Letter, random: Random): Planted | undefined {
  const block = pickBlock(letter, random, ({ fields }) =>
    /2016, Section\(s\): [^.]+\.$/.test(fields.reviewerGuideline.body.text),
  );
  const end = block?.fields.reviewerGuideline.body.span.end;
  return end === undefined
    ? undefined
    : replaced(
        letter,
        { start: end - 1, end: end - 1 },
        ` ${random.pick(['[for pain]', '(for pain)', '[continued]', '[transcutaneous stimulation]'])}`,
        block,
      );
}

const combined: readonly (readonly [RegExp, string])[] = [
  [/^physical therapy\b/i, 'PT/OT'],
  [/^physical therapy\b/i, 'Physical/occupational therapy'],
  [/^physical therapy\b/i, 'Physical medicine (PT)'],
  [/^physical therapy\b/i, 'PT'],
  [/^EMG\b(?!\/)/, 'EMG/NCV'],
  [/^EMG\/NC[VS]\b/, 'Electrodiagnostic studies'],
  [/^MRI\b/, 'Magnetic resonance imaging'],
  [/^x-rays?\b/i, 'Radiographs'],
  [/^chiropractic (?:treatment|therapy|care)\b/i, 'Chiropractic manipulation'],
  [/^TENS\b/, 'Transcutaneous electrical nerve stimulation'],
];

function combinedName(letter: Letter, random: Random): Planted | undefined {
  const fitting = combined.filter(([pattern]) => letter.blocks.some(({ heading }) => pattern.test(heading.item.text)));
  const choice = random.pick(fitting);
  const block =
    choice &&
    pickBlock(
      letter,
      random,
      ({ heading }) => choice[0].test(heading.item.text) && heading.item.request.original === null,
    );
  const place = block && findPlace(letter, block.heading.item.span, new RegExp(choice[0], 'gi'), random);
  return place && replaced(letter, place, choice[1], block);
}

/** The block asks for an opioid that nothing says is in use. */
function firstOpioid(letter: Letter, random: Random): Planted | undefined {
  const drug = random.pick(
    ['Nucynta 50mg #60', 'Opana 10mg #30', 'Butrans 5mcg/hr patch #4', 'Percocet 5/325mg #20'].filter(
      (name) => !letter.source.text.toLowerCase().includes(name.split(' ')[0]?.toLowerCase() ?? ''),
    ),
  );
  const block = pickDenied(letter, random);
  if (!drug || !block) return undefined;
  const name = drug.split(' ')[0] ?? '';
  const sentences = random.pick([
    `The MTUS asks for a trial of other drugs before an opioid. The provider asks for ${name} to begin after other drugs are tried.`,
    `The MTUS recommends a trial of non-opioids first. The injured worker has never taken an opioid.`,
    `The MTUS asks for goals before a trial of opioids. The request is for a first prescription of ${name}, and no goals are set.`,
    `The MTUS recommends opioids for severe pain after injury. The injured worker is opioid-naive and rates her pain at three.`,
    `The MTUS advises that ${name} be used for pain that other drugs do not relieve. Naproxen has not been tried.`,
  ]);
  return edited(
    letter,
    [
      { span: block.heading.item.span, newText: drug },
      {
        span: block.fields.rationale.body.span,
        newText: `${sentences} The request for ${drug} is not medically necessary.`,
      },
    ],
    block,
  );
}

/** The date of the review in the summary cannot be meant. */
function impossibleReview(letter: Letter, random: Random): Planted | undefined {
  const summary = sectionOf(letter, 'case-summary');
  const date = letter.header?.fields.urDenialDate?.text ?? '';
  const [month = '', day = '', year = ''] = date.split('/').map((part) => String(Number(part)));
  const numbers = new RegExp(`\\b0?${month}[/-]0?${day}[/-](?:${year}|${year.slice(2)})\\b`, 'g');
  if (!summary || year.length !== 4) return undefined;
  const place = findPlace(letter, summary.prose.span, numbers, random);
  const wrong = random.pick([
    `${month}/${day}/3${year.slice(1)}`,
    `${month}/${day}/${year.slice(0, 2)}${year.slice(3)}`,
    `${month}/${day}${day}/${year}`,
    `1${month}/3${day}/${year}`,
    `${month}/${day}/${year}6`,
  ]);
  return place && wrong ? replaced(letter, place, wrong) : undefined;
}

const reasons: readonly string[] = [
  'The MTUS does not address sleep aids, so the Official Disability Guidelines were used.',
  'The MTUS is silent on this, and the ODG was consulted.',
  'As the injury is acute, the chronic pain guideline of the MTUS does not apply, and the ODG is used.',
  'No section of the MTUS speaks of this drug.',
  'The California MTUS does not discuss this treatment.',
  'The MTUS guidelines have no specific recommendation on this.',
  'Since the MTUS offers no guidance on this, other guidelines were searched.',
  'This is not covered by the MTUS.',
  'The MTUS/ACOEM do not specifically address zolpidem.',
  'The ODG is more recent and rests on stronger evidence than the MTUS.',
  'The MTUS lacks a recommendation about zolpidem.',
  'Neither the MTUS nor ACOEM addresses zolpidem.',
  'The MTUS is not applicable to this request.',
  'There is nothing in the MTUS about zolpidem.',
];

function outsideSource(letter: Letter, random: Random): Planted | undefined {
  const block = pickDenied(letter, random, ({ fields }) => fields.reviewerGuideline.state === 'present');
  if (!block) return undefined;
  const { reviewerGuideline, rationale } = block.fields;
  const text = `${random.pick(reasons)} It advises a short course, and the injured worker has slept well since May. The request for Ambien 10mg #30 is not medically necessary.`;
  return edited(
    letter,
    [
      { span: block.heading.item.span, newText: 'Ambien 10mg #30' },
      {
        span: reviewerGuideline.body.span,
        newText: 'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Pain Chapter.',
      },
      { span: rationale.body.span, newText: text },
    ],
    block,
  );
}

const facts: readonly string[] = [
  'There are two steps to the front door, and the bathroom is upstairs.',
  'The house has one floor and no stairs.',
  'The request for authorization gives no diagnosis.',
  'No report came with the request.',
  'The operation was denied above.',
  'The wife works by day, and nobody else lives in the home.',
  'The clinic is forty miles away, and there is no bus.',
  'The file holds no report after May.',
  'The records hold no film.',
  'The submitted reports do not name the goal.',
  'The provider gave no reason for it.',
  'In this case, the examination was normal.',
  'The claimant walks without help.',
];

function factOfCase(letter: Letter, random: Random): Planted | undefined {
  const block = pickDenied(letter, random, (each) => conclusionIn(letter, each) !== undefined);
  if (!block) return undefined;
  const item = block.heading.item.disputed.text;
  const text = `The guideline recommends this where there is a need for it. ${random.pick(facts)} The request for ${item} is not medically necessary.`;
  return replaced(letter, block.fields.rationale.body.span, text, block);
}

const absences: readonly string[] = [
  'There is no documentation that would support the need for a urine drug screen.',
  'There is no documentation of how urine drug screens would change the plan.',
  'No documentation explains why a urine drug screen is needed now.',
  'There is no documentation that urine drug screens were inconsistent.',
  'The records do not document the need for another urine drug screen.',
  'There is no documentation supporting the medical necessity of a urine drug screen.',
];

function noNeed(letter: Letter, random: Random): Planted | undefined {
  const summary = sectionOf(letter, 'case-summary');
  const block = pickBlock(letter, random, hasRationale);
  if (!summary || summary.prose.text === '' || !block) return undefined;
  const [end, start] = [summary.prose.span.end, block.fields.rationale.body.span.start];
  return edited(
    letter,
    [
      { span: { start: end, end }, newText: ' A urine drug screen in May was consistent.' },
      { span: { start, end: start }, newText: `${random.pick(absences)} ` },
    ],
    block,
  );
}

const decisions: readonly string[] = [
  'The utilization review is dated {}. It denied {item}.',
  'The utilization review report is dated {}. It non-certified the request for {item}.',
  'Utilization review was done on {}. This denied {item}.',
  'A utilization review decision was made on {}. The request for {item} was denied.',
  'On {}, {item} was not certified.',
  'On {}, the claims administrator did not approve {item}.',
  'The request for {item} was not authorized by utilization review on {}.',
  '{item} was non-certified on {}.',
  'UR of {} denied {item}.',
  'The carrier denied {item} on {}.',
  'Utilization review on {} found {item} not medically necessary.',
  'A prior reviewer on {} did not certify {item}.',
  'The request went to utilization review, which on {} denied {item}.',
];

function decisionTold(letter: Letter, random: Random): Planted | undefined {
  const summary = sectionOf(letter, 'case-summary')?.prose;
  const date = letter.header?.fields.urDenialDate?.text;
  const [block, ...more] = letter.blocks;
  if (!summary || summary.text === '' || !date || !block || more.length > 0 || block.heading.item.request.original)
    return undefined;
  const told = (random.pick(decisions) ?? '').replace('{}', date).replace('{item}', block.heading.item.text);
  const before = summary.text.split(/(?<=[a-z]{3}\.) (?=[A-Z])/)[0] ?? '';
  return replaced(letter, summary.span, `${before} ${told}`);
}

export const innocents: readonly Innocent[] = [
  {
    kind: 'conclusion in other words',
    silent: ['IMR301', 'IMR302', 'IMR311'],
    plant(letter, random) {
      const block = pickBlock(
        letter,
        random,
        (each) => hasRationale(each) && each.heading.item.disputed.text.length < 100,
      );
      return block && concluded(letter, block, random.pick(conclusions) ?? '');
    },
  },
  { kind: 'commas in the item', silent: ['IMR301', 'IMR302', 'IMR311'], plant: itemWithCommas },
  { kind: 'same item for the other side', silent: ['IMR414'], plant: sameItemOtherSide },
  { kind: 'brackets in a heading', silent: ['IMR509'], plant: bracketInHeading },
  { kind: 'brackets in a section title', silent: ['IMR509'], plant: bracketInSection },
  { kind: 'item under a combined name', silent: ['IMR404'], plant: combinedName },
  { kind: 'opioid that is not in use', silent: ['IMR307'], plant: firstOpioid },
  {
    kind: 'date of the review that is impossible',
    silent: ['IMR406'],
    alsoAllowed: ['IMR407'],
    plant: impossibleReview,
  },
  { kind: 'reason why the MTUS does not govern', silent: ['IMR211'], plant: outsideSource },
  { kind: 'fact of the home or case', silent: ['IMR305'], plant: factOfCase },
  { kind: 'no documentation of a need', silent: ['IMR310'], plant: noNeed },
  { kind: 'decision of utilization review in other words', silent: ['IMR411'], plant: decisionTold },
];

import {
  type DecisionBlock,
  findDates,
  isEmpty,
  type Letter,
  type Section,
  type Span,
  sectionOf,
  toSourceSpan,
} from '../../server/src/core/index';
import {
  conclusionIn,
  conclusionsIn,
  type Defect,
  edited,
  findPlace,
  type Planted,
  pickBlock,
  type Random,
  replaced,
  sourceOf,
} from './defect';

function summaryOf(letter: Letter): Section | undefined {
  return sectionOf(letter, 'case-summary');
}

/** The heading's number stands in the conclusion or the summary too, so that a change can be seen. */
function repeats(letter: Letter, text: string, conclusion: string): boolean {
  const summary = summaryOf(letter)?.prose.text ?? '';
  const plain = (s: string): string => s.toLowerCase().replace(/\s+/g, '');
  return plain(conclusion).includes(plain(text)) || plain(summary).includes(plain(text));
}

/** What stands in an item and is changed in one of the two places that tell it. */
interface Change {
  readonly pattern: RegExp;
  readonly to: (match: string) => string;
}

const strength: Change = { pattern: /\d+(?=\s?mg\b)/gi, to: (n) => String(Number(n) * 2) };
const quantity: Change = { pattern: /(?<=#)\d+/g, to: (n) => String(Number(n) + 30) };
const visits: Change = { pattern: /\d+(?= (?:visits|sessions))/g, to: (n) => String(Number(n) + 4) };
const side: Change = { pattern: /\b(?:left|right)\b/gi, to: (word) => (/left/i.test(word) ? 'right' : 'left') };

function changeHeading(letter: Letter, random: Random, change: Change): Planted | undefined {
  const block = pickRepeated(letter, random, change, ({ heading }) => heading.item.request.original === null);
  return block && changeIn(letter, random, block, block.heading.item.disputed.span, change);
}

/** Changes the heading's number or side where the conclusion repeats it. */
function changeConclusion(letter: Letter, random: Random, change: Change): Planted | undefined {
  const block = pickRepeated(letter, random, change, (candidate, inItem) =>
    conclusionText(letter, candidate).toLowerCase().includes(inItem.toLowerCase()),
  );
  const conclusion = conclusionIn(letter, block);
  return block && conclusion ? changeIn(letter, random, block, conclusion.span, change) : undefined;
}

/** A block whose item holds what is to be changed, and is told a second time. */
function pickRepeated(
  letter: Letter,
  random: Random,
  { pattern }: Change,
  suits: (block: DecisionBlock, inItem: string) => boolean,
): DecisionBlock | undefined {
  const first = new RegExp(pattern.source, 'i');
  return pickBlock(letter, random, (block) => {
    const { text } = block.heading.item.disputed;
    const inItem = first.exec(text)?.[0];
    return inItem !== undefined && repeats(letter, text, conclusionText(letter, block)) && suits(block, inItem);
  });
}

function conclusionText(letter: Letter, block: DecisionBlock): string {
  const conclusion = conclusionIn(letter, block);
  return conclusion ? sourceOf(letter, conclusion.span) : '';
}

function changeIn(
  letter: Letter,
  random: Random,
  block: DecisionBlock,
  span: Span,
  { pattern, to }: Change,
): Planted | undefined {
  const place = findPlace(letter, span, pattern, random);
  return place && replaced(letter, place, to(place.match[0]), block);
}

function shift(date: string, days: number): string {
  const [month = 1, day = 1, year = 2016] = date.split('/').map(Number);
  const moved = new Date(Date.UTC(year, month - 1, day + days));
  return [moved.getUTCMonth() + 1, moved.getUTCDate(), moved.getUTCFullYear()]
    .map((n) => String(n).padStart(2, '0'))
    .join('/');
}

/** The date stands in the summary, so that a changed header can be seen to differ. */
function summaryHas(letter: Letter, date: string): boolean {
  const [month, day, year] = date.split('/').map(Number);
  const text = summaryOf(letter)?.prose.text ?? '';
  return findDates(text).some((d) => d.month === month && d.day === day && d.year === year);
}

const sexes: readonly [RegExp, string][] = [
  [/(?<=year[- ]old )male\b/gi, 'female'],
  [/(?<=year[- ]old )female\b/gi, 'male'],
];

export const consistencyDefects: readonly Defect[] = [
  {
    kind: 'strength changed in the heading',
    codes: ['IMR402', 'IMR505'],
    plant: (letter, random) => changeHeading(letter, random, strength),
  },
  {
    kind: 'quantity changed in the heading',
    codes: ['IMR402'],
    plant: (letter, random) => changeHeading(letter, random, quantity),
  },
  {
    kind: 'side changed in the heading',
    codes: ['IMR402', 'IMR414'],
    alsoAllowed: ['IMR302'],
    plant: (letter, random) => changeHeading(letter, random, side),
  },
  {
    kind: 'strength changed in the conclusion',
    codes: ['IMR402'],
    plant: (letter, random) => changeConclusion(letter, random, strength),
  },
  {
    kind: 'quantity changed in the conclusion',
    codes: ['IMR402'],
    plant: (letter, random) => changeConclusion(letter, random, quantity),
  },
  {
    kind: 'visits changed in the conclusion',
    codes: ['IMR402'],
    plant: (letter, random) => changeConclusion(letter, random, visits),
  },
  {
    kind: 'side changed in the conclusion',
    codes: ['IMR402', 'IMR414'],
    plant: (letter, random) => changeConclusion(letter, random, side),
  },
  {
    kind: 'pronoun changed',
    codes: ['IMR409'],
    plant(letter, random) {
      const summary = summaryOf(letter);
      if (!summary || !/\b(?:fe)?male\b/i.test(summary.prose.text)) return undefined;
      const place = findPlace(letter, summary.prose.span, /(?<=\.\s+)(?:He|She)(?= [a-z])/g, random);
      return place && replaced(letter, place, place.match[0] === 'He' ? 'She' : 'He');
    },
  },
  {
    kind: 'injury date changed in the header',
    codes: ['IMR405'],
    plant(letter) {
      const field = letter.header?.fields.dateOfInjury;
      return field && summaryHas(letter, field.text) ? replaced(letter, field.span, shift(field.text, -11)) : undefined;
    },
  },
  {
    kind: 'UR date changed in the header',
    codes: ['IMR406'],
    plant(letter) {
      const field = letter.header?.fields.urDenialDate;
      const summary = summaryOf(letter)?.prose.text ?? '';
      if (!field || !summaryHas(letter, field.text) || !/utilization review|\bUR\b/i.test(summary)) return undefined;
      return replaced(letter, field.span, shift(field.text, -1));
    },
  },
  {
    kind: 'impossible date',
    codes: ['IMR407'],
    plant(letter, random) {
      const reading = summaryOf(letter)?.prose;
      const date =
        reading && random.pick(findDates(reading.text).filter((d) => d.day !== null && /\d[/-]/.test(d.text)));
      if (!reading || !date) return undefined;
      const text = random.pick([
        '13/25/2016',
        '02/30/2016',
        '11/45/2016',
        '3/25 7/14',
        '10/12/3016',
        '10/12/20116',
        '10/12/206',
        '10//12/2016',
        '10-22 2016',
        '10 22-2016',
      ]);
      return replaced(letter, toSourceSpan(reading, date), text ?? '');
    },
  },
  {
    kind: 'dates out of order',
    codes: ['IMR408'],
    plant(letter, random) {
      const { header } = letter;
      const field = random.pick([header?.fields.decisionDate, header?.fields.urDenialDate]);
      if (!field) return undefined;
      return replaced(letter, field.span, shift(field.text, field.key === 'decisionDate' ? -400 : -700));
    },
  },
  {
    kind: 'sex changed',
    codes: ['IMR409'],
    plant(letter, random) {
      const summary = summaryOf(letter);
      if (!summary || !/\b(?:he|she|his|her)\b/i.test(summary.prose.text.replace(/he\/she/gi, ''))) return undefined;
      for (const [pattern, other] of sexes) {
        const place = findPlace(letter, summary.prose.span, pattern, random);
        if (place) return replaced(letter, place, other);
      }
      return undefined;
    },
  },
  {
    kind: 'two ages',
    codes: ['IMR410'],
    plant(letter, random) {
      const summary = summaryOf(letter);
      const place = summary && findPlace(letter, summary.prose.span, /\b\d\d(?=[- ]year[- ]old)/g, random);
      if (!summary || !place) return undefined;
      const other = Number(place.match[0]) + 9;
      return replaced(
        letter,
        { start: summary.prose.span.end, end: summary.prose.span.end },
        ` The patient is a ${other} year old worker.`,
      );
    },
  },
  {
    kind: 'portion arithmetic broken',
    codes: ['IMR413'],
    plant(letter, random) {
      const block = pickBlock(
        letter,
        random,
        (b) =>
          /(?:#|times )\d+|\d+ (?:visits|sessions)/.test(b.heading.item.request.remaining?.text ?? '') &&
          b.heading.item.request.authorized !== null,
      );
      const span = block?.heading.item.request.remaining?.span;
      const place = span && findPlace(letter, span, /(?<=#|times )\d+|\d+(?= (?:visits|sessions))/g, random);
      return place && replaced(letter, place, String(Number(place.match[0]) + 5), block);
    },
  },
  {
    kind: 'portion heading cut to the original',
    codes: ['IMR412'],
    plant(letter, random) {
      const block = pickBlock(
        letter,
        random,
        (b) => b.heading.item.request.remaining !== null && /modif|partial/i.test(summaryOf(letter)?.prose.text ?? ''),
      );
      const request = block?.heading.item.request;
      if (!block || !request?.original) return undefined;
      return edited(
        letter,
        [{ span: block.heading.item.span, newText: sourceOf(letter, request.original.span) }],
        block,
      );
    },
  },
  {
    kind: 'drug not in the record',
    codes: ['IMR403'],
    plant(letter, random) {
      const block = pickBlock(letter, random, (b) => !isEmpty(b.fields.rationale.body.span));
      const drug = random.pick(
        [
          'Methadone',
          'Lyrica',
          'Cymbalta',
          'Celebrex',
          'Topamax',
          'Xanax',
          'Opana',
          'Seroquel',
          'amitriptyline',
        ].filter((name) => !letter.source.text.toLowerCase().includes(name.toLowerCase())),
      );
      if (!block || !drug) return undefined;
      const at = block.fields.rationale.body.span.start;
      const sentence = random.pick([
        `The injured worker has been taking ${drug} for six months. `,
        `The patient was prescribed ${drug} at the last visit. `,
        `This claimant has failed a trial of ${drug}. `,
        `Current medications include ${drug}. `,
        `The provider refilled ${drug} at the last visit. `,
        `The patient's ${drug} was continued. `,
      ]);
      return replaced(letter, { start: at, end: at }, sentence ?? '', block);
    },
  },
  {
    kind: 'conclusion on another item',
    codes: ['IMR311'],
    alsoAllowed: ['IMR210'],
    plant(letter, random) {
      const other = ['Topamax 25mg #60', 'acupuncture', 'a spinal cord stimulator'].find(
        (item) =>
          !letter.source.text.toLowerCase().includes(
            item
              .split(' ')
              .at(item.startsWith('a ') ? 1 : 0)
              ?.toLowerCase() ?? '',
          ),
      );
      const block = pickBlock(
        letter,
        random,
        (b) =>
          conclusionsIn(letter, b).length === 1 &&
          conclusionIn(letter, b)?.necessary === false &&
          /^(?:MRI|X-rays?|CT|Physical therapy|Chiropractic|Norco|Tramadol|Ibuprofen|Cyclobenzaprine|Flexeril|Celecoxib|Baclofen)\b/i.test(
            b.heading.item.text,
          ),
      );
      const conclusion = conclusionIn(letter, block);
      if (!conclusion || !other) return undefined;
      return replaced(
        letter,
        conclusion.span,
        `Therefore, the request for ${other} is not medically necessary.`,
        block,
      );
    },
  },
  {
    kind: 'both sides changed to one in the heading',
    codes: ['IMR414'],
    plant(letter, random) {
      const summary = summaryOf(letter)?.prose.text ?? '';
      const block = pickBlock(
        letter,
        random,
        ({ heading }) =>
          /\bbilateral (?:upper|lower) extremit/.test(heading.item.text) && summary.includes('of the bilateral'),
      );
      const place = block && findPlace(letter, block.heading.item.disputed.span, /\bbilateral\b/g, random);
      return place && replaced(letter, place, 'left', block);
    },
  },
  {
    kind: 'sex changed by a noun',
    codes: ['IMR409'],
    plant(letter, random) {
      const sex = /year[- ]old,? (?:[a-z-]+ ){0,3}(male|female)\b/.exec(summaryOf(letter)?.prose.text ?? '')?.[1];
      const block = pickBlock(letter, random, (b) =>
        /\bthe (?:patient|claimant)\b(?!')/.test(sourceOf(letter, b.fields.rationale.body.span)),
      );
      const place =
        block && findPlace(letter, block.fields.rationale.body.span, /\bthe (?:patient|claimant)\b(?!')/g, random);
      return sex && place
        ? replaced(letter, place, sex === 'male' ? 'this woman' : 'this gentleman', block)
        : undefined;
    },
  },
  {
    kind: 'item not in the summary',
    codes: ['IMR401'],
    plant(letter, random) {
      const item = random.pick([
        'Methadone 10mg #60',
        'Botox injection for migraine',
        'Hyperbaric oxygen therapy 10 sessions',
      ]);
      const block = pickBlock(letter, random, (b) => b.heading.item.request.original === null);
      return block && replaced(letter, block.heading.item.span, item ?? '', block);
    },
  },
  {
    kind: 'block of a denied item dropped',
    codes: ['IMR404'],
    plant(letter, random) {
      const summary = summaryOf(letter)?.prose.text ?? '';
      const named = (text: string): boolean => text.length > 10 && summary.toLowerCase().includes(text.toLowerCase());
      const block =
        letter.blocks.length < 2
          ? undefined
          : pickBlock(letter, random, (b) => b.heading.item.request.original === null && named(b.heading.item.text));
      return block && replaced(letter, block.span, '');
    },
  },
  {
    kind: 'treatment longer than the time since the injury',
    codes: ['IMR427'],
    plant: (letter, random) =>
      letter.header?.fields.dateOfInjury &&
      planted(letter, random, 'The injured worker has been taking this medication for more than thirty years.'),
  },
  {
    kind: 'one complaint of the summary on the other side',
    codes: ['IMR428'],
    plant(letter, random) {
      const text = letter.source.text.toLowerCase();
      if (/thumb|finger|digit|hand|upper/.test(text)) return undefined;
      return planted(letter, random, 'The left thumb is stiff. The injured worker was treated for the right thumb.');
    },
  },
  {
    kind: 'visit before the injury',
    codes: ['IMR415'],
    plant(letter, random) {
      const injury = letter.header?.fields.dateOfInjury;
      return injury && planted(letter, random, `The progress note dated ${shift(injury.text, -40)} shows tenderness.`);
    },
  },
  {
    kind: 'request after the review of it',
    codes: ['IMR416'],
    plant(letter, random) {
      const denial = letter.header?.fields.urDenialDate;
      return denial && planted(letter, random, `The request for authorization is dated ${shift(denial.text, 9)}.`);
    },
  },
  {
    kind: 'sentence about a part that is nowhere in the case',
    codes: ['IMR417'],
    plant(letter, random) {
      const all = letter.source.text.toLowerCase();
      const part = random.pick(
        ['right knee', 'left elbow', 'left ankle', 'right hip'].filter((words) => !knownPart(all, words)),
      );
      const block = part && pickBlock(letter, random, ({ fields }) => fields.rationale.state === 'present');
      const start = block ? block.fields.rationale.body.span.start : 0;
      return block
        ? replaced(
            letter,
            { start, end: start },
            `The injured worker has had pain of the ${part} since the fall. `,
            block,
          )
        : undefined;
    },
  },
  {
    kind: 'item of which utilization review is not told',
    codes: ['IMR418'],
    plant(letter, random) {
      const summary = summaryOf(letter);
      const [first, second] = letter.blocks;
      if (!summary || letter.blocks.length !== 2 || !first || !second) return undefined;
      const edits = [
        { span: first.heading.item.span, newText: 'Gabapentin 600mg #90' },
        { span: second.heading.item.span, newText: 'Diclofenac 75mg #60' },
        {
          span: summary.prose.span,
          newText: `The patient takes gabapentin and diclofenac. On ${random.pick(['12/01/2016', '12/02/2016'])}, utilization review denied gabapentin 600mg #90.\n\n`,
        },
      ];
      return edited(letter, edits, second);
    },
  },
  {
    kind: 'number of visits that the summary lacks',
    codes: ['IMR419'],
    plant: (letter, random) =>
      plantedInRationale(letter, random, 'The injured worker has completed 37 visits of therapy. '),
  },
  {
    kind: 'study that the summary lacks',
    codes: ['IMR420'],
    plant(letter, random) {
      const summary = summaryOf(letter)?.prose.text ?? '';
      const headings = letter.blocks.map(({ heading }) => heading.item.text).join(' ');
      if (/film|ray|imaging|radiogr|diagnostic stud|diagnostic test|scan|\bCT\b/i.test(`${summary} ${headings}`))
        return undefined;
      return plantedInRationale(letter, random, 'A CT scan dated 1/2/2017 showed a small fracture. ');
    },
  },
  {
    kind: 'another manner of supply in the heading',
    codes: ['IMR421'],
    plant(letter, random) {
      const summary = summaryOf(letter);
      const block = pickBlock(letter, random, ({ heading }) => heading.item.request.original === null);
      if (!summary || !block) return undefined;
      const edits = [
        { span: block.heading.item.span, newText: 'TENS unit purchase' },
        {
          span: { start: summary.prose.span.start, end: summary.prose.span.start },
          newText: 'The physician requested a TENS unit rental. ',
        },
      ];
      return edited(letter, edits, block);
    },
  },
  {
    kind: 'item of a portion heading called denied',
    codes: ['IMR422'],
    plant(letter, random) {
      const summary = summaryOf(letter);
      const block = pickBlock(
        letter,
        random,
        ({ heading }) => heading.item.request.original === null && !isEmpty(heading.span),
      );
      if (!summary || !block) return undefined;
      const heading =
        'Ambien 10mg #30 was the original request. Ambien 10mg #10 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Ambien 10mg #20 is';
      const edits = [
        { span: block.heading.item.span, newText: heading },
        { span: summary.prose.span, newText: 'On 12/01/2016, utilization review denied the request for Ambien.\n\n' },
      ];
      return edited(letter, edits, block);
    },
  },
  {
    kind: 'authorized portion beside the whole request',
    codes: ['IMR423'],
    plant(letter, random) {
      const block = pickBlock(
        letter,
        random,
        ({ heading }) => heading.item.request.original === null && !isEmpty(heading.span),
      );
      const heading =
        'Ambien 10mg #30 was the original request. The Claims Administrator authorized Ambien 10mg #10, leaving the original request IMR eligible. The original request, Ambien 10mg #30 is';
      return block && replaced(letter, block.heading.item.span, heading, block);
    },
  },
  {
    kind: 'side dropped in the conclusion',
    codes: ['IMR424'],
    plant(letter, random) {
      const part = /\b(?:left|right)\s+(?=(?:knee|shoulder|elbow|wrist|hand|hip|ankle|foot)\b)/gi;
      const sidesIn = (text: string): number => [...text.matchAll(part)].length;
      const block = pickBlock(
        letter,
        random,
        (b) =>
          sidesIn(b.heading.item.disputed.text) === 1 &&
          /request for .*\b(?:left|right) /i.test(conclusionText(letter, b)) &&
          sidesIn(conclusionText(letter, b)) === 1,
      );
      const conclusion = block && conclusionIn(letter, block);
      const place = conclusion && findPlace(letter, conclusion.span, part, random);
      return place && replaced(letter, place, '', block);
    },
  },
  {
    kind: 'item for a part without a complaint',
    codes: ['IMR426', 'IMR401'],
    plant(letter, random) {
      const summary = summaryOf(letter)?.prose.text ?? '';
      const block = pickBlock(letter, random, ({ heading }) => heading.item.request.original === null);
      const part = ['left elbow', 'left knee'].find((words) => !knownPart(summary.toLowerCase(), words));
      if (!block || !part || !/\b(?:shoulder|lumbar|low back|neck|cervical|wrist)\b/i.test(summary)) return undefined;
      return replaced(letter, block.heading.item.span, `MRI of the ${part}`, block);
    },
  },
  {
    kind: 'part on the other side in the rationale',
    codes: ['IMR425', 'IMR414'],
    plant(letter, random) {
      const summary = summaryOf(letter)?.prose.text ?? '';
      const found = [...summary.matchAll(/\b(left|right) (knee|shoulder|elbow|wrist|ankle|thumb)\b/gi)];
      const first = found[0];
      const rest = `${summary} ${letter.blocks.map(({ heading }) => heading.item.text).join(' ')}`;
      if (!first || /bilateral|both|and (?:left|right)/i.test(rest)) return undefined;
      const other = (first[1] ?? '').toLowerCase() === 'left' ? 'right' : 'left';
      if (new RegExp(`${other}[^.]{0,40}${first[2]}|${first[2]}s\\b`, 'i').test(rest)) return undefined;
      return plantedInRationale(letter, random, `The injured worker has pain of the ${other} ${first[2]}. `);
    },
  },
];

/** Puts a sentence behind one of the summary. */
function planted(letter: Letter, random: Random, sentence: string): Planted | undefined {
  const summary = summaryOf(letter);
  const place = summary && findPlace(letter, summary.prose.span, /(?<=[a-z]{3}\.)\s+(?=[A-Z][a-z])/g, random);
  return place && replaced(letter, place, ` ${sentence} `);
}

/** Puts a sentence before the first one of a rationale. */
function plantedInRationale(letter: Letter, random: Random, sentence: string): Planted | undefined {
  const block = pickBlock(letter, random, ({ fields }) => fields.rationale.state === 'present');
  const start = block?.fields.rationale.body.span.start ?? 0;
  return block && replaced(letter, { start, end: start }, sentence, block);
}

function knownPart(text: string, words: string): boolean {
  const [, part = ''] = words.split(' ');
  const region =
    part === 'elbow'
      ? /arm|upper e|upper l|epicond|cubital/
      : /\bleg|lower e|lower l|foot|feet|groin|pelvi|patell|thigh|calf|hip|knee|ankle|toe|tibia/;
  return text.includes(part) || region.test(text);
}

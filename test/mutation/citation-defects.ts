import { type DecisionBlock, type FieldStatement, type Letter, sectionOf } from '../../server/src/core/index';
import { type Defect, edited, findPlace, type Planted, pickBlock, type Random, replaced, sourceOf } from './defect';

function mtusStatement(block: DecisionBlock): FieldStatement | undefined {
  const { statements } = block.fields.reviewerGuideline;
  return statements.length === 1 && statements[0]?.kind === 'mtus' ? statements[0] : undefined;
}

function nonMtusStatement(block: DecisionBlock): FieldStatement | undefined {
  return block.fields.reviewerGuideline.statements.find((statement) => statement.kind === 'non-mtus');
}

const chapters = [
  ['Low Back Complaints', 'knee|shoulder|elbow|wrist|hand|ankle|foot|cervical|neck'],
  ['Knee Complaints', 'lumbar|low back|shoulder|elbow|wrist|hand|cervical|neck'],
  ['Shoulder Complaints', 'lumbar|low back|knee|ankle|foot|hip'],
  ['Ankle and Foot Complaints', 'lumbar|low back|shoulder|elbow|wrist|cervical|neck'],
] as const;

/** The field says where in the 2014 form, what a page is; else a section. */
function isByPage(letter: Letter): boolean {
  return letter.form.locator === 'page';
}

/** Changes a place in the reviewer's field of a block. */
function change(
  letter: Letter,
  random: Random,
  pattern: RegExp,
  to: string | ((words: string) => string),
): Planted | undefined {
  const block = pickBlock(letter, random, (b) =>
    new RegExp(pattern.source).test(sourceOf(letter, b.fields.reviewerGuideline.body.span)),
  );
  const place = block && findPlace(letter, block.fields.reviewerGuideline.body.span, pattern, random);
  return place && replaced(letter, place, typeof to === 'string' ? to : to(place.match[0]), block);
}

export const citationDefects: readonly Defect[] = [
  {
    kind: 'citation emptied',
    codes: ['IMR201'],
    plant(letter, random) {
      const block = pickBlock(letter, random, (b) => mtusStatement(b) !== undefined);
      const statement = block && mtusStatement(block);
      return statement && replaced(letter, statement.textSpan, '.', block);
    },
  },
  {
    kind: 'citation replaced by words',
    codes: ['IMR201'],
    plant(letter, random) {
      const block = pickBlock(letter, random, (b) => b.fields.reviewerGuideline.state === 'present');
      return block && replaced(letter, block.fields.reviewerGuideline.body.span, 'See below.', block);
    },
  },
  {
    kind: 'locator removed',
    codes: ['IMR202'],
    plant(letter, random) {
      const pattern = isByPage(letter)
        ? /[,;]?\s*(?:Page\(s\):|Pages?|p)\s+[\d,;\s-]+/g
        : /,\s+Section\(s\):[^.]*(?:\.(?=[^.]*\.$)[^.]*)*/g;
      const block = pickBlock(letter, random, (b) => {
        const statement = mtusStatement(b);
        return (
          statement?.citations.length === 1 &&
          !/Acupuncture|8 C\.?C/i.test(statement.text) &&
          statement.citations[0]?.sections.join().includes('.') === false
        );
      });
      const statement = block && mtusStatement(block);
      const place = statement && findPlace(letter, statement.textSpan, pattern, random);
      if (!place || (isByPage(letter) && statement.citations[0]?.pages.length !== 1)) return undefined;
      return replaced(letter, place, '', block);
    },
  },
  {
    kind: 'ODG under MTUS',
    codes: ['IMR203'],
    alsoAllowed: ['IMR202'],
    plant(letter, random) {
      const block = pickBlock(letter, random, (b) => mtusStatement(b) !== undefined);
      const statement = block && mtusStatement(block);
      const odg = random.pick([
        'Official Disability Guidelines (ODG), Pain, Opioids.',
        'ODG, Low Back Chapter, MRI.',
        'Official Disability Guidelines, Shoulder, Physical therapy.',
      ]);
      return statement && replaced(letter, statement.textSpan, odg ?? '', block);
    },
  },
  {
    kind: 'label changed to MTUS over ODG',
    codes: ['IMR203'],
    plant(letter, random) {
      const block = pickBlock(letter, random, (b) => /Official Disability|ODG/.test(nonMtusStatement(b)?.text ?? ''));
      const statement = block && nonMtusStatement(block);
      return statement && replaced(letter, statement.opener, 'Decision based on MTUS', block);
    },
  },
  {
    kind: 'MTUS under non-MTUS',
    codes: ['IMR204'],
    plant(letter, random) {
      const block = pickBlock(letter, random, (b) => mtusStatement(b) !== undefined);
      const statement = block && mtusStatement(block);
      return statement && replaced(letter, statement.opener, 'Decision based on Non-MTUS Citation', block);
    },
  },
  {
    kind: 'citations glued',
    codes: ['IMR205'],
    plant(letter, random) {
      const block = pickBlock(letter, random, (b) => mtusStatement(b) !== undefined);
      const statement = block && mtusStatement(block);
      if (!statement || /\.\d/.test(statement.text)) return undefined;
      const at = statement.textSpan.end - 1;
      const more = isByPage(letter)
        ? 'Page 124, Weaning of medications'
        : 'Chronic Pain Medical Treatment 2016, Section(s): Weaning of medications';
      return replaced(letter, { start: at, end: at }, more, block);
    },
  },
  {
    kind: 'section glued to its title',
    codes: ['IMR205'],
    plant(letter, random) {
      const block = pickBlock(letter, random, (b) => /\d, Section/.test(mtusStatement(b)?.text ?? ''));
      const statement = block && mtusStatement(block);
      const place = statement && findPlace(letter, statement.textSpan, /(?<=20\d\d),\s+(?=Section)/g, random);
      return place && replaced(letter, place, '', block);
    },
  },
  {
    kind: 'title glued to its year',
    codes: ['IMR205'],
    plant: (letter, random) => change(letter, random, /(?<=Complaints|Treatment)\s+(?=20\d\d)/g, ''),
  },
  {
    kind: 'section glued to its label',
    codes: ['IMR205'],
    plant: (letter, random) => change(letter, random, /(?<=Section\(s\):)\s+(?=\w)/g, ''),
  },
  {
    kind: 'standard sentence glued to the citation before',
    codes: ['IMR205'],
    plant: (letter, random) => change(letter, random, /(?<=\.)\s+(?=Decision\s+based)/g, ''),
  },
  {
    kind: 'chapter glued to its source',
    codes: ['IMR205'],
    plant: (letter, random) => change(letter, random, /(?<=\(ODG\))\s+(?=[A-Z][a-z]{2})/g, ''),
  },
  {
    kind: 'title doubled',
    codes: ['IMR213'],
    plant: (letter, random) =>
      change(letter, random, /Chronic\s+Pain\s+Medical\s+Treatment(?=\s+20)/g, (title) => `${title} ${title}`),
  },
  {
    kind: 'word of the field doubled',
    codes: ['IMR502'],
    plant: (letter, random) => change(letter, random, /(?<=\s)[A-Za-z]{3,}(?=\s)/g, (word) => `${word} ${word}`),
  },
  {
    kind: 'place without its guideline',
    codes: ['IMR201'],
    alsoAllowed: ['IMR202'],
    plant(letter, random) {
      if (isByPage(letter)) return undefined;
      const block = pickBlock(letter, random, (b) => mtusStatement(b)?.citations.length === 1);
      const statement = block && mtusStatement(block);
      return statement && replaced(letter, statement.textSpan, ', Section(s): Special Studies.', block);
    },
  },
  {
    kind: 'year that no edition has',
    codes: ['IMR207'],
    plant: (letter, random) => change(letter, random, /(?<=(?:Complaints|Medical\s+Treatment)\s+)20\d\d/g, '2106'),
  },
  {
    kind: 'stray angle bracket',
    codes: ['IMR205'],
    plant(letter, random) {
      const block = pickBlock(letter, random, (b) => mtusStatement(b) !== undefined);
      const statement = block && mtusStatement(block);
      return statement && replaced(letter, { start: statement.opener.end, end: statement.opener.end }, ' <', block);
    },
  },
  ...(['reviewerGuideline', 'claimsAdministratorGuideline'] as const).map(
    (kind): Defect => ({
      kind: `stop removed: ${kind}`,
      codes: ['IMR206'],
      plant(letter, random) {
        const block = pickBlock(letter, random, (b) => /[a-z]\.$/.test(b.fields[kind].body.text));
        const end = block?.fields[kind].body.span.end ?? 0;
        return block && replaced(letter, { start: end - 1, end }, '', block);
      },
    }),
  ),
  {
    kind: 'old edition',
    codes: ['IMR207'],
    plant(letter, random) {
      const block = pickBlock(letter, random, (b) =>
        /Chronic Pain Medical Treatment\s+2016/.test(mtusStatement(b)?.text ?? ''),
      );
      const statement = block && mtusStatement(block);
      const place =
        statement && findPlace(letter, statement.textSpan, /(?<=Chronic\s+Pain\s+Medical\s+Treatment\s+)2016/g, random);
      return place && replaced(letter, place, '2009', block);
    },
  },
  {
    kind: 'wrong chapter',
    codes: ['IMR208'],
    plant(letter, random) {
      const wrongFor = (b: DecisionBlock) =>
        chapters.find(([, parts]) => new RegExp(`\\b(?:${parts})\\b`, 'i').test(b.heading.item.disputed.text));
      const suits = (b: DecisionBlock) =>
        wrongFor(b) !== undefined &&
        /Complaints\s+20/.test(mtusStatement(b)?.text ?? '') &&
        mtusStatement(b)?.citations.length === 1 &&
        !/EMG|NCV|NCS|lumbar.*(?:knee|shoulder)|thoracic|cervical.*lumbar|spine/i.test(b.heading.item.disputed.text);
      const block = pickBlock(letter, random, suits);
      const statement = block && mtusStatement(block);
      const place = statement && findPlace(letter, statement.textSpan, /[A-Z][A-Za-z,\s]*Complaints(?=\s+20)/g, random);
      return place && block && replaced(letter, place, wrongFor(block)?.[0] ?? '', block);
    },
  },
  {
    kind: 'page outside the guideline',
    codes: ['IMR209'],
    plant(letter, random) {
      if (!isByPage(letter)) return undefined;
      const block = pickBlock(letter, random, (b) => /Chronic Pain/.test(mtusStatement(b)?.text ?? ''));
      const statement = block && mtusStatement(block);
      const place = statement && findPlace(letter, statement.textSpan, /(?<=Pages?(?:\(s\):)?\s+)\d+/g, random);
      return place && replaced(letter, place, '412', block);
    },
  },
  {
    kind: 'reviewer cites nothing',
    codes: ['IMR210'],
    plant(letter, random) {
      const block = pickBlock(
        letter,
        random,
        (b) => mtusStatement(b) !== undefined && !/ancillary|associated/i.test(b.fields.rationale.body.text),
      );
      return (
        block &&
        replaced(
          letter,
          block.fields.reviewerGuideline.body.span,
          'The Expert Reviewer did not cite any medical evidence for its decision.',
          block,
        )
      );
    },
  },
  {
    kind: 'title repeated',
    codes: ['IMR213', 'IMR502'],
    plant(letter, random) {
      const block = pickBlock(letter, random, (b) => mtusStatement(b)?.citations.length === 1);
      const statement = block && mtusStatement(block);
      const title = statement?.citations[0]?.title;
      if (!statement || !title) return undefined;
      return replaced(
        letter,
        { start: statement.textSpan.start, end: statement.textSpan.start },
        `${title}${isByPage(letter) ? '' : ` ${statement.citations[0]?.year ?? ''}`} `,
        block,
      );
    },
  },
  {
    kind: 'unsuitable source',
    codes: ['IMR215'],
    plant(letter, random) {
      const block = pickBlock(letter, random, (b) => nonMtusStatement(b) !== undefined);
      const statement = block && nonMtusStatement(block);
      const source = random.pick([
        'www.wikipedia.org, Back pain.',
        'www.slideshare.net/backpain, slide 4.',
        'Amazon.com, lumbar brace.',
      ]);
      return statement && replaced(letter, statement.textSpan, source ?? '', block);
    },
  },
  {
    kind: 'label sentence damaged',
    codes: ['IMR218'],
    plant(letter, random) {
      const block = pickBlock(letter, random, (b) =>
        /Citation$/.test(sourceOf(letter, nonMtusStatement(b)?.opener ?? { start: 0, end: 0 })),
      );
      const statement = block && nonMtusStatement(block);
      const place = statement && findPlace(letter, statement.opener, /\s+Citation$/g, random);
      return place && replaced(letter, place, '', block);
    },
  },
  {
    kind: 'MTUS called silent in a block that rests on it',
    codes: ['IMR212'],
    plant: (letter, random) => {
      const block = pickBlock(
        letter,
        random,
        (candidate) => candidate.fields.rationale.state === 'present' && mtusStatement(candidate) !== undefined,
      );
      const start = block?.fields.rationale.body.span.start ?? 0;
      return block && replaced(letter, { start, end: start }, 'The CA MTUS is silent on this request. ', block);
    },
  },
  {
    kind: 'title of a guideline with a letter too many',
    codes: ['IMR214'],
    plant: (letter, random) => change(letter, random, /Complaints/g, 'Compllaints'),
  },
  {
    kind: 'topic of another class of drug',
    codes: ['IMR216'],
    plant: foreignTopic,
  },
  {
    kind: 'two page designators side by side',
    codes: ['IMR217'],
    plant: (letter, random) =>
      isByPage(letter) ? change(letter, random, /, Page\(s\):/g, ', page 1 Page(s):') : undefined,
  },
  {
    kind: 'a drug called non-exempt that the list of the day exempts',
    codes: ['IMR219'],
    // On the new date an ACOEM text that the letter cites as an outside source is part of the MTUS.
    alsoAllowed: ['IMR204'],
    plant: withWrongStatus,
  },
  {
    kind: 'section replaced by a page number',
    codes: ['IMR220'],
    plant(letter, random) {
      if (isByPage(letter)) return undefined;
      const block = pickBlock(letter, random, (b) => mtusStatement(b)?.citations[0]?.sections.length === 1);
      const section = block && mtusStatement(block)?.citations[0]?.parts.find(({ kind }) => kind === 'section');
      return section && replaced(letter, section.span, '287', block);
    },
  },
  {
    kind: 'chapter of a part that is nowhere in the case',
    codes: ['IMR221', 'IMR208'],
    plant(letter, random) {
      const summary = sourceOf(letter, sectionOf(letter, 'case-summary')?.span ?? { start: 0, end: 0 });
      if (/elbow|epicondyl|cubital|olecranon|arm|upper ext|upper limb/i.test(summary)) return undefined;
      const block = pickBlock(
        letter,
        random,
        (b) => mtusStatement(b)?.citations.length === 1 && !/EMG|NC[SV]|elbow|arm|upper/i.test(b.heading.item.text),
      );
      const statement = block && mtusStatement(block);
      return (
        statement && replaced(letter, statement.textSpan, 'Elbow Complaints 2007, Section(s): Initial Care.', block)
      );
    },
  },
  {
    kind: 'another guideline argued by',
    codes: ['IMR222'],
    plant(letter, random) {
      const block = pickBlock(
        letter,
        random,
        (b) => mtusStatement(b)?.citations.length === 1 && b.fields.rationale.state === 'present',
      );
      const start = block?.fields.rationale.body.span.start ?? 0;
      return (
        block && replaced(letter, { start, end: start }, 'According to the ODG, this treatment is limited. ', block)
      );
    },
  },
  {
    kind: "section of the claims administrator's citation removed",
    codes: ['IMR223'],
    plant(letter, random) {
      if (isByPage(letter)) return undefined;
      const statementOf = ({ fields }: DecisionBlock): FieldStatement | undefined =>
        fields.claimsAdministratorGuideline.statements.find(({ kind }) => kind === 'mtus');
      const block = pickBlock(letter, random, (b) => {
        const citations = statementOf(b)?.citations ?? [];
        return citations.length === 1 && citations[0]?.sections.length === 1 && !/Acupuncture/.test(citations[0].title);
      });
      const citation = block && statementOf(block)?.citations[0];
      const end = citation?.yearSpan?.end;
      return citation && end ? replaced(letter, { start: end, end: citation.span.end }, '.', block) : undefined;
    },
  },
];

/** A muscle relaxant under the topic of stomach drugs; in the form that cites sections. */
function foreignTopic(letter: Letter, random: Random): Planted | undefined {
  if (isByPage(letter)) return undefined;
  const block = pickBlock(letter, random, ({ fields }) => fields.reviewerGuideline.state === 'present');
  if (!block) return undefined;
  const edits = [
    { span: block.heading.item.span, newText: 'Soma 350mg #60' },
    {
      span: block.fields.reviewerGuideline.body.span,
      newText: 'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Proton Pump Inhibitors (PPIs).',
    },
  ];
  return edited(letter, edits, block);
}

/** Years later, a drug is called non-exempt that the list exempts since November 1, 2020. */
function withWrongStatus(letter: Letter, random: Random): Planted | undefined {
  const { header } = letter;
  const block = pickBlock(letter, random, ({ fields }) => fields.rationale.state === 'present');
  if (!header?.fields.urDenialDate || !block) return undefined;
  const dates = Object.values(header.fields).flatMap(({ key, span }) => {
    const year = key === 'caseNumber' || key === 'dateOfInjury' ? null : /20\d\d/.exec(sourceOf(letter, span));
    if (!year) return [];
    const start = span.start + year.index;
    return [{ span: { start, end: start + 4 }, newText: String(Number(year[0]) + 8) }];
  });
  const { start } = block.fields.rationale.body.span;
  return edited(letter, [...dates, { span: { start, end: start }, newText: 'Duloxetine is non-exempt. ' }], block);
}

import {
  type DecisionBlock,
  type FieldKind,
  type Letter,
  type SectionKind,
  sectionOf,
} from '../../server/src/core/index';
import { type Defect, edited, findPlace, pickBlock, type Random, replaced, sourceOf, withGapBehind } from './defect';

const fieldKinds: readonly FieldKind[] = ['claimsAdministratorGuideline', 'reviewerGuideline', 'rationale'];
const sectionKinds: readonly SectionKind[] = ['how-made', 'case-summary', 'issues'];
/** What else is rightly found where a section is missing. */
const foundToo: Partial<Record<SectionKind, readonly string[]>> = { 'how-made': ['IMR109'], issues: ['IMR102'] };

function isWhole(block: DecisionBlock): boolean {
  return fieldKinds.every((kind) => block.fields[kind].state === 'present');
}

/** One letter dropped, doubled or swapped with another one behind it. */
function misspell(word: string, random: Random): string {
  const places = [...word.matchAll(/(?<=\w)([A-Za-z])(?!\1)(?=[A-Za-z])/g)].map((match) => match.index);
  const at = random.pick(places) ?? 1;
  const [letter, next] = [word.charAt(at), word.charAt(at + 1)];
  const spelling = [next, letter + letter + next, next + letter][random.below(3)] ?? next;
  return word.slice(0, at) + spelling + word.slice(at + 2);
}

/** What a hurried hand makes of a label. */
const labelDamages: readonly (readonly [how: string, damage: (label: string) => string])[] = [
  ['without its colon', (label) => label.replace(':', '')],
  ['with a semicolon', (label) => label.replace(':', ';')],
  ['with a stop', (label) => label.replace(':', '.')],
  ['with a dash', (label) => label.replace(':', ' -')],
  ['with a space before its colon', (label) => label.replace(':', ' :')],
  ['in small letters', (label) => label.toLowerCase()],
  ['in capitals', (label) => label.toUpperCase()],
  ['in the plural', (label) => label.replace(/(?=:)/, 's')],
];

function capitalized(heading: string): string {
  return heading.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

export const formDefects: readonly Defect[] = [
  {
    kind: 'outcome removed',
    codes: ['IMR103'],
    plant(letter, random) {
      const block = pickBlock(letter, random);
      return block && replaced(letter, block.heading.outcome.span, '', block);
    },
  },
  {
    kind: 'outcome and colon removed',
    codes: ['IMR103'],
    plant(letter, random) {
      const block = pickBlock(letter, random);
      return (
        block && replaced(letter, { start: block.heading.colon.start, end: block.heading.outcome.span.end }, '', block)
      );
    },
  },
  {
    kind: 'outcome unknown',
    codes: ['IMR104'],
    plant(letter, random) {
      const block = pickBlock(letter, random);
      const other = random.pick([
        'Denied',
        'Modified',
        'Uphold',
        'Partially Overturned',
        'Approved',
        'Upehld',
        'Overtuned',
        'Certified',
        'Not medically necessary',
      ]);
      return block && replaced(letter, block.heading.outcome.span, other ?? '', block);
    },
  },
  ...fieldKinds.flatMap((kind): Defect[] => [
    {
      kind: `field removed: ${kind}`,
      codes: ['IMR105'],
      plant(letter, random) {
        const block = pickBlock(letter, random, isWhole);
        return block && replaced(letter, withGapBehind(letter, block.fields[kind].span), '', block);
      },
    },
    {
      kind: `field emptied: ${kind}`,
      codes: ['IMR106'],
      plant(letter, random) {
        const block = pickBlock(letter, random, isWhole);
        return block && replaced(letter, block.fields[kind].body.span, '', block);
      },
    },
    {
      kind: `label misspelled: ${kind}`,
      codes: ['IMR108'],
      plant(letter, random) {
        const block = pickBlock(letter, random, isWhole);
        if (!block) return undefined;
        const { label } = block.fields[kind];
        return replaced(
          letter,
          { start: label.start, end: label.end - 1 },
          misspell(sourceOf(letter, label).slice(0, -1), random),
          block,
        );
      },
    },
  ]),
  ...labelDamages.map(
    ([how, damage]): Defect => ({
      kind: `label ${how}`,
      codes: ['IMR108'],
      plant(letter, random) {
        const block = pickBlock(letter, random, isWhole);
        const field = block?.fields[random.pick(fieldKinds) ?? 'rationale'];
        return field && replaced(letter, field.label, damage(sourceOf(letter, field.label)), block);
      },
    }),
  ),
  {
    kind: 'label glued to the text before',
    codes: ['IMR108'],
    plant(letter, random) {
      const block = pickBlock(letter, random, isWhole);
      const before = block?.fields.claimsAdministratorGuideline;
      return (
        before &&
        replaced(letter, { start: before.span.end, end: block.fields.reviewerGuideline.span.start }, '', block)
      );
    },
  },
  {
    kind: 'label glued to its text',
    codes: ['IMR108'],
    plant(letter, random) {
      const block = pickBlock(letter, random, isWhole);
      const field = block?.fields.rationale;
      return field && replaced(letter, { start: field.label.end, end: field.body.span.start }, '', block);
    },
  },
  {
    kind: 'item heading lost',
    codes: ['IMR103'],
    plant(letter, random) {
      const block = pickBlock(letter, random, isWhole);
      return block && replaced(letter, withGapBehind(letter, block.heading.span), '');
    },
  },
  {
    kind: 'fields swapped',
    codes: ['IMR107'],
    plant(letter, random) {
      const block = pickBlock(letter, random, isWhole);
      if (!block) return undefined;
      const { claimsAdministratorGuideline: first, reviewerGuideline: second } = block.fields;
      const edits = [
        { span: first.span, newText: sourceOf(letter, second.span) },
        { span: second.span, newText: sourceOf(letter, first.span) },
      ];
      return edited(letter, edits, block);
    },
  },
  {
    kind: 'field doubled',
    codes: ['IMR107'],
    plant(letter, random) {
      const block = pickBlock(letter, random, isWhole);
      if (!block) return undefined;
      const { span } = block.fields.reviewerGuideline;
      return edited(
        letter,
        [{ span: { start: span.end, end: span.end }, newText: `\n\n${sourceOf(letter, span)}` }],
        block,
      );
    },
  },
  ...sectionKinds.flatMap((kind): Defect[] => [
    {
      kind: `heading lost: ${kind}`,
      codes: ['IMR101'],
      plant(letter) {
        const section = sectionOf(letter, kind);
        return section && replaced(letter, section.heading, '');
      },
    },
    {
      kind: `heading misspelled: ${kind}`,
      codes: ['IMR108'],
      plant(letter, random) {
        const section = sectionOf(letter, kind);
        return section && replaced(letter, section.heading, misspell(sourceOf(letter, section.heading), random));
      },
    },
    {
      kind: `heading in small letters: ${kind}`,
      codes: ['IMR108'],
      plant(letter) {
        const section = sectionOf(letter, kind);
        return section && replaced(letter, section.heading, capitalized(sourceOf(letter, section.heading)));
      },
    },
    {
      kind: `heading doubled: ${kind}`,
      codes: ['IMR101'],
      plant(letter) {
        const section = sectionOf(letter, kind);
        if (!section) return undefined;
        const { start } = section.heading;
        return replaced(letter, { start, end: start }, `${sourceOf(letter, section.heading)}\n`);
      },
    },
    {
      kind: `section dropped: ${kind}`,
      codes: ['IMR101'],
      alsoAllowed: foundToo[kind] ?? [],
      plant(letter) {
        const section = sectionOf(letter, kind);
        return section && replaced(letter, section.span, '');
      },
    },
  ]),
  {
    kind: 'section doubled',
    codes: ['IMR101'],
    plant(letter) {
      const section = sectionOf(letter, 'case-summary');
      return (
        section &&
        edited(letter, [
          { span: { start: section.span.end, end: section.span.end }, newText: sourceOf(letter, section.span) },
        ])
      );
    },
  },
  {
    kind: 'all blocks removed',
    codes: ['IMR102'],
    plant(letter) {
      const [first, last] = [letter.blocks[0], letter.blocks.at(-1)];
      return first && last && replaced(letter, { start: first.span.start, end: last.span.end }, '');
    },
  },
  {
    kind: 'credentials lost',
    codes: ['IMR109'],
    plant: (letter) => dropCredentials(letter),
  },
  {
    kind: 'label of the credentials misspelled',
    codes: ['IMR108'],
    plant(letter, random) {
      const section = sectionOf(letter, 'how-made');
      const place =
        section && findPlace(letter, section.span, /State\(s\) of Licensure|Certification\(s\)\/Specialty/g, random);
      return place && replaced(letter, place, misspell(place.match[0], random));
    },
  },
  {
    kind: 'block doubled',
    codes: ['IMR111'],
    plant(letter, random) {
      const block = pickBlock(letter, random, isWhole);
      if (!block) return undefined;
      return {
        text: edited(letter, [
          { span: { start: block.span.end, end: block.span.end }, newText: `\n\n${sourceOf(letter, block.span)}` },
        ]).text,
      };
    },
  },
  {
    kind: 'header row lost',
    codes: ['IMR110'],
    plant(letter, random) {
      const field = letter.header && random.pick(Object.values(letter.header.fields));
      return (
        field &&
        edited(letter, [
          { span: field.label, newText: '' },
          { span: field.span, newText: '' },
        ])
      );
    },
  },
  {
    kind: 'header value malformed',
    codes: ['IMR110'],
    plant(letter, random) {
      const field = letter.header && random.pick([letter.header.fields.caseNumber, letter.header.fields.decisionDate]);
      return (
        field &&
        replaced(
          letter,
          field.span,
          field.key === 'caseNumber' ? field.text.replace(/\d{3}$/, '') : field.text.replace(/\d{4}$/, ''),
        )
      );
    },
  },
  {
    kind: 'lead sentence cut short',
    codes: ['IMR112'],
    plant: (letter, random) => {
      const leads = letter.sections.flatMap(({ lead }) => lead ?? []);
      const lead = random.pick(leads);
      if (!lead) return undefined;
      const words = sourceOf(letter, lead).split(' ');
      return words.length < 8
        ? undefined
        : replaced(letter, lead, [...words.slice(0, -3), ...words.slice(-1)].join(' '));
    },
  },
];

function dropCredentials(letter: Letter): ReturnType<Defect['plant']> {
  const section = sectionOf(letter, 'how-made');
  if (!section) return undefined;
  const never: Random = { below: () => 0, pick: (values) => values[0] };
  const paragraph = findPlace(
    letter,
    section.span,
    /The Expert Reviewer has the following credentials:[\s\S]*$/g,
    never,
  );
  const sentence = findPlace(letter, section.span, /The\s+expert\s+reviewer\s+is\s+Board\s+Certified[^.]*\./g, never);
  const place = paragraph ?? sentence;
  return place && replaced(letter, place, paragraph ? '\n\n' : '');
}

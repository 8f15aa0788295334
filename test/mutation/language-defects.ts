import { type Letter, sectionOf } from '../../server/src/core/index';
import { type Defect, findPlace, type Random, replaced } from './defect';

export const languageDefects: readonly Defect[] = [
  {
    kind: 'digit in a word',
    codes: ['IMR701'],
    plant(letter, random) {
      const prose = sectionOf(letter, 'case-summary')?.prose;
      const place = prose && findPlace(letter, prose.span, /(?<=\s[a-z]{2,6})(?=[a-z]{2,6}\s)/g, random);
      return place && replaced(letter, place, String(random.below(10)));
    },
  },
  ...planted('article that is missing or wrong', 'IMR702', [
    'There was lack of proof that the brace helped.',
    'The plan was an visit to a MRI unit.',
    'She felt heat in left wrist.',
  ]),
  ...planted('word that is missing', 'IMR705', [
    'The brace was noted be loose.',
    'The range motion of the thumb was full.',
    'He was given ice, tape, rest.',
  ]),
  ...planted('words that stand twice', 'IMR706', [
    'He was given ice, warm baths, warm baths, and rest.',
    'Despite of the brace he fell again.',
  ]),
  ...planted('word in the place of another', 'IMR707', [
    'The rational for the brace is missing.',
    'He has an antalgic gate.',
    'The lumber spine was stiff.',
  ]),
  {
    kind: 'a verb that does not agree',
    codes: ['IMR703'],
    plant: (letter, random) => changed(letter, random, /(?<=\bThe injured worker )(?:is|was|has)(?= )/g, plurals),
  },
  {
    kind: 'a base form behind "was"',
    codes: ['IMR704'],
    plant: (letter, random) =>
      changed(
        letter,
        random,
        /(?<=\b(?:was|were) )(?:performed|described|denied|reported)(?= (?!by\b)\w)/g,
        (verb) => baseForms[verb] ?? verb,
      ),
  },
  {
    kind: 'a comma behind a date',
    codes: ['IMR708'],
    plant: (letter, random) =>
      changed(
        letter,
        random,
        /(?<=[.] The [\w ]{5,40} dated )\d{1,2}[-/]\d{1,2}[-/]\d{2,4}(?= (?:noted|denied|reported|indicated) (?!by\b))/g,
        (date) => `${date},`,
      ),
  },
  {
    kind: 'a clause behind "due to"',
    codes: ['IMR709'],
    plant: (letter, random) =>
      changed(letter, random, /(?<=\bdenied )due to (?=(?:a|the) lack\b)/g, () => 'due to there is '),
  },
  {
    kind: 'a capital inside a sentence',
    codes: ['IMR710'],
    plant: (letter, random) => changed(letter, random, /(?<=[a-z] )p(?=hysical therapy\b)/g, () => 'P'),
  },
  {
    kind: 'an ordinal',
    codes: ['IMR711'],
    plant: (letter, random) =>
      changed(letter, random, /(?<=[a-z] )(?=pain\b)/g, () => `${random.pick(['21', '32', '43'])}th `),
  },
];

/** One kind of defect a sentence, each put at the end of the summary. */
function planted(kind: string, code: string, sentences: readonly string[]): Defect[] {
  return sentences.map((sentence, i) => ({
    kind: `${kind} (${i + 1})`,
    codes: [code],
    plant(letter) {
      const summary = sectionOf(letter, 'case-summary');
      const end = summary?.prose.span.end;
      if (end === undefined || summary?.prose.text === '') return undefined;
      return replaced(letter, { start: end, end }, ` ${sentence}`);
    },
  }));
}

const plurals = (verb: string): string => ({ is: 'are', was: 'were' })[verb] ?? 'have';

/** Replaces one match of a pattern in the clinical summary. */
function changed(letter: Letter, random: Random, pattern: RegExp, write: (printed: string) => string) {
  const prose = sectionOf(letter, 'case-summary')?.prose;
  const place = prose && findPlace(letter, prose.span, pattern, random);
  return place && replaced(letter, place, write(place.match[0]));
}

const baseForms: Readonly<Record<string, string>> = {
  performed: 'perform',
  described: 'describe',
  denied: 'deny',
  reported: 'report',
};

import { sectionOf } from '../../server/src/core/index';
import { type Defect, findPlace, replaced } from './defect';

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

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
];

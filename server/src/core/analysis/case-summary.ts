import { sectionOf } from '../model/letter';
import { fact } from './fact';

/** The clinical summary behind its lead; undefined where the letter has none. */
export const caseSummary = fact((ask) => sectionOf(ask.letter, 'case-summary'));

import { findMeasures } from '../model/measures';
import { textFact } from './fact';

/** The strengths, quantities and frequencies in a text, in order. */
export const measuresIn = textFact((text) => findMeasures(text));

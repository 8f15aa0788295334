import { findDates } from '../model/dates';
import { textFact } from './fact';

/** The dates that a text mentions, possible or not, in order. */
export const datesIn = textFact((text) => findDates(text));

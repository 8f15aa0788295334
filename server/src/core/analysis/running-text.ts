import { proseOf } from '../model/prose';
import { fact } from './fact';

/** The readings of a letter's sections, items and fields, in text order: see `proseOf`. */
export const runningText = fact((ask) => proseOf(ask.letter));

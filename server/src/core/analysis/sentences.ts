import { splitSentences } from '../text/sentences';
import { textFact } from './fact';

/** The sentences of a text, trimmed, in order. */
export const sentencesIn = textFact((text, { stops }) => splitSentences(text, stops));

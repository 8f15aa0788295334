import { findOpenSentences, findOpenTexts } from '../text/open-text';
import { textFact } from './fact';
import { sentencesIn } from './sentences';

/** The places and choices of a text that are still open, in order. */
export const openTextsIn = textFact((text) => findOpenTexts(text));

/** The sentences of a text that hold something open, in order. */
export const openSentencesIn = textFact((text, _, of) => findOpenSentences(text, of(sentencesIn)));

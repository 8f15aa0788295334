import { textFact } from './fact';
import { sentencesIn } from './sentences';

/** The text cut into tokens: what names, phrases and concepts are found in. */
export const tokensIn = textFact((text, { lexicon }, of) => lexicon.tokens(text, of(sentencesIn)));

/** What the text says, by the concepts of the lexicon. */
export const conceptsIn = textFact((_, { lexicon }, of) => lexicon.match(of(tokensIn)));

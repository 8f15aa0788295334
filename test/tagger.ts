import { createTagger } from '../server/src/language/wink-tagger';

/** The tagger that ships. Files of `unit` share their process, so its model is loaded once. */
export const tagger = createTagger();

import { language } from './language';

/** The tagger that ships. */
export const { tagger } = language;

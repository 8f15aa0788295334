import { createLanguage } from '../server/src/language/create-language';

/** Tagger and dictionary as they ship. Files of `unit` share their process, so they are loaded once. */
export const language = createLanguage();

import { createDictionary, type Language, unpackWords } from '../core/index';
import dictionary from './generated/dictionary.json';
import { createTagger } from './wink-tagger';

/** Creates tagger and dictionary. Their tables take a tenth of a second and some 60 MB: create them once a process. */
export function createLanguage(): Language {
  return { tagger: createTagger(), dictionary: createDictionary(unpackWords(dictionary)) };
}

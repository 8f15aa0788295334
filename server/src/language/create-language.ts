import { createDictionary, type Language } from '../core/index';
import { bytesIn } from './base64';
import dictionary from './generated/dictionary.json';
import { createTagger } from './wink-tagger';

/** Creates tagger and dictionary. Their tables take some 60 MB: create them once a process. */
export function createLanguage(): Language {
  const { labels, edges } = dictionary;
  return { tagger: createTagger(), dictionary: createDictionary({ labels, edges: new Int32Array(bytesIn(edges)) }) };
}

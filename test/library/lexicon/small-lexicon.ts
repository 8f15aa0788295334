import type { ConceptId } from '../../../server/src/core/index';
import type { ConceptPhrase } from '../../../server/src/core/library/entries';
import { compileLexicon, readLexicon } from '../../../server/src/core/library/lexicon/compile';
import { createLexicon } from '../../../server/src/core/library/lexicon/lexicon';
import { mergeLexicon } from '../../../server/src/core/library/lexicon/merge-lexicon';

/** A lexicon of a few concepts: what each of them finds in a text, and what is wrong with its phrases. */
export function smallLexicon(
  concepts: Readonly<Record<string, readonly ConceptPhrase[]>>,
  inflections: Readonly<Record<string, readonly string[]>> = {},
) {
  const content = {
    version: 1,
    kind: 'lexicon',
    concepts: Object.entries(concepts).map(([id, phrases]) => ({ id, phrases })),
    inflections,
  };
  const read = readLexicon(mergeLexicon([{ path: 'small.yaml', isHouse: false, content }]).source);
  const lexicon = createLexicon(() => compileLexicon(read));
  return {
    lexicon,
    problems: read.problems.map(({ pointer, message }) => `${pointer}: ${message}`),
    spans: (text: string, concept: string) => lexicon.match(lexicon.tokens(text)).of(concept as ConceptId),
    find: (text: string, concept = 'it') =>
      lexicon
        .match(lexicon.tokens(text))
        .of(concept as ConceptId)
        .map(({ start, end }) => text.slice(start, end)),
  };
}

import { builtinLibrary } from '../../server/src/builtin/library';
import type { Library } from '../../server/src/core/library/types';
import { findConclusions } from '../../server/src/core/model/conclusion';
import { readText, toSourceSpan } from '../../server/src/core/text/reading';
import { splitSentences } from '../../server/src/core/text/sentences';

/** Verdict and words of each conclusion, `+` for necessary. */
export function conclusionsOf(text: string, { lexicon }: Library = builtinLibrary): string[] {
  const reading = readText(text, { start: 0, end: text.length });
  const sentences = splitSentences(reading.text, builtinLibrary.stops);
  const words = lexicon.match(lexicon.tokens(reading.text, sentences));
  return findConclusions(reading.text, sentences, words).map(({ necessary, phrase }) => {
    const { start, end } = toSourceSpan(reading, phrase);
    return `${necessary ? '+' : '-'} ${text.slice(start, end).replace(/\s+/g, ' ')}`;
  });
}

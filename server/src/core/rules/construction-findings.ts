import type { Ask } from '../analysis/fact';
import { type ConstructionMatch, constructionsIn, textOf } from '../language/constructions';
import { spanOfWords } from '../language/read-sentences';
import type { Sentence, Word } from '../language/sentence';
import type { ConstructionRule } from '../library/entries';
import type { Finding } from '../problem/problem';
import { describeChange } from './describe-change';

/** Finds the constructions of the packs that belong to a rule, with a repair if only one is possible. */
export function* constructionFindings(sentence: Sentence, ask: Ask, rule: ConstructionRule): Generator<Finding> {
  for (const match of constructionsIn(sentence, ask.library, rule)) {
    const { construction, words, message, write } = match;
    const isHint = construction.certainty === 'hint';
    const first = sentence.words[words.first] as Word;
    const last = sentence.words[words.behind - 1] as Word;
    const change = write === undefined ? undefined : changeOf(sentence, match, write);
    yield {
      span: spanOfWords(sentence, first, last),
      message: message ?? change?.message ?? '',
      ...(change && { fixes: [change.fix] }),
      ...(isHint && { atMost: 'hint' as const }),
    };
  }
}

function changeOf(sentence: Sentence, { words }: ConstructionMatch, write: string) {
  return describeChange(sentence, words, likeAtStart(textOf(sentence, words), write));
}

/** Returns `write` capitalized if the text it replaces is. */
function likeAtStart(before: string, write: string): string {
  const isCapital = /^\p{Lu}(?!\p{Lu})/u.test(before);
  return isCapital ? write.charAt(0).toUpperCase() + write.slice(1) : write;
}

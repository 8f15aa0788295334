import { hasWithin, type Span } from '../text/span';
import { conceptsIn } from './concepts';
import { textFact } from './fact';
import { sentencesIn } from './sentences';

/** Sentences that a text has said before, those that stand together as one. Spans are those of the text. */
export interface RepeatedSentences extends Span {
  /** The first of them, where it is repeated, and where it is said first. */
  readonly first: Span;
  readonly original: Span;
  readonly isPassage: boolean;
  /** It stands right behind the sentence that it repeats. */
  readonly isNext: boolean;
}

/** Fewest words of a sentence that is repeated at once, or further down. */
const fewest = { next: 4, later: 8 };

/** Sentences that a text says twice, in order; a conclusion may stand first and last. */
export const repeatedSentencesIn = textFact((text, _, of): readonly RepeatedSentences[] => {
  const sentences = of(sentencesIn);
  const isRepeated = repeatedAmong(text, sentences);
  const concludes = of(conceptsIn).of('conclusion.predicate');
  const seen = new Map<string, number>();
  let open: { first: number; last: number; original: number } | undefined;
  const runs: (typeof open & object)[] = [];
  for (const [i, sentence] of sentences.entries()) {
    if (!isRepeated[i]) {
      open = undefined;
      continue;
    }
    const key = text
      .slice(sentence.start, sentence.end)
      .toLowerCase()
      .replace(/[^a-z\d#%/]+/g, ' ')
      .trim();
    const original = seen.get(key);
    if (original === undefined) seen.set(key, i);
    const words = key.split(' ').length;
    const follows = open !== undefined && original !== undefined && original - open.original === i - open.first;
    const isNext = original === i - 1;
    const isRepeat =
      original !== undefined &&
      (words >= fewest.later ? isNext || !hasWithin(concludes, sentence) : isNext && words >= fewest.next);
    if (follows && open) open.last = i;
    else open = isRepeat ? { first: i, last: i, original } : undefined;
    if (open?.first === i) runs.push(open);
  }
  return runs.flatMap(({ first, last, original }): RepeatedSentences[] => {
    const [from, to, before] = [sentences[first], sentences[last], sentences[original]];
    if (!from || !to || !before) return [];
    const isNext = original === first - 1;
    return [{ start: from.start, end: to.end, first: from, original: before, isPassage: last > first, isNext }];
  });
});

/** Of each sentence, whether another one may have the same words: a cheap first look, by a number made of letters and digits. */
function repeatedAmong(text: string, sentences: readonly Span[]): readonly boolean[] {
  const numbers = sentences.map((sentence) => numberOf(text, sentence));
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return numbers.map((number) => (counts.get(number) ?? 0) > 1);
}

function numberOf(text: string, { start, end }: Span): number {
  let number = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at) | 0x20;
    if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)) number = (Math.imul(number, 31) + unit) | 0;
  }
  return number;
}

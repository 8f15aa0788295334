import type { ElementEntry } from '../library/entries';
import { toSourceOffset } from '../text/reading';
import { lineAt } from '../text/source-text';
import { compareSpans, hasOverlapping, hasWithin, spanAt, spansWithin } from '../text/span';
import { caseSummary } from './case-summary';
import { conceptsIn } from './concepts';
import { datesIn } from './date-mentions';
import { fact } from './fact';
import { namesIn } from './names';
import { reviewSentencesIn } from './review-decisions';
import { voicesIn } from './sentence-voices';

/** A dated fact of the case summary, as a sentence of a rationale. */
export interface FactOnRecord {
  readonly sentence: string;
  /** Where the summary states it, from 1. */
  readonly line: number;
}

/** Longer ones tell more than the fact. */
const longest = 220;

/** Returns the last dated sentence of the summary that speaks of an element, as its cues say; undefined where there is none. */
export const factOnRecord = fact((ask, { cues = [] }: ElementEntry): FactOnRecord | undefined => {
  const prose = ask(caseSummary)?.prose;
  if (!prose || cues.length === 0) return undefined;
  const dates = ask(datesIn, prose);
  const review = ask(reviewSentencesIn, prose);
  const concepts = ask(conceptsIn, prose);
  const requests = [...concepts.of('request.word'), ...concepts.of('request.authorization')].sort(compareSpans);
  const places = cues
    .filter(isTelling)
    .flatMap((cue) => concepts.cue(cue))
    .sort(compareSpans);
  const sentence = ask(voicesIn, prose).findLast((each) => {
    const words = prose.text.slice(each.start, each.end);
    const isTold =
      each.voice === 'case' && !hasOverlapping(review, each) && words.length <= longest && /\.$/.test(words);
    const isDated = spansWithin(dates, each).length > 0 || /\b(?:19|20)\d\d\b/.test(words);
    return isTold && isDated && !/[[\]{}|]/.test(words) && !hasWithin(requests, each) && hasWithin(places, each);
  });
  if (!sentence) return undefined;
  const words = prose.text.slice(sentence.start, sentence.end);
  return {
    sentence: `As noted in the clinical case summary, ${withinSentence(words, spanAt(ask(namesIn, prose), sentence.start) !== undefined)}`,
    line: lineAt(ask.letter.source, toSourceOffset(prose, sentence.start)) + 1,
  };
});

/** `urine drug` or `UDS`: one common word alone, `pain`, is in sentences about anything. */
function isTelling(cue: string): boolean {
  return cue.includes(' ') || /^[A-Z]{2,5}$/.test(cue);
}

/** A name and an abbreviation keep their capital. */
function withinSentence(words: string, isName: boolean): string {
  return isName || !/^[A-Z][a-z]* /.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

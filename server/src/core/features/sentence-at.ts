import { type Ask, fact } from '../analysis/fact';
import { passages } from '../analysis/running-text';
import { sentencesIn } from '../analysis/sentences';
import { blockAt } from '../model/block-places';
import { normalizedText } from '../text/normalize/normalized-text';
import { toReadingOffset, toSourceOffset, toSourceSpan } from '../text/reading';
import { lineAt, lineSpan, type SourceText } from '../text/source-text';
import { emptySpan, firstFrom, type Span, touches } from '../text/span';

const passageSpans = fact((ask) => ask(passages).map(({ span }) => span));

/**
 * Returns what a person at `offset` is writing, as a span of the source: a block's whole heading, a sentence with the white space
 * behind it, or, outside of running text, the line. An empty span on a blank line, where nothing is written yet.
 */
export function sentenceAt(ask: Ask, offset: number): Span {
  const { source } = ask.letter;
  const heading = blockAt(ask.letter, offset)?.heading.span;
  if (heading && heading.start < heading.end && touches(heading, offset)) return heading;
  const passage = ask(passages)[firstFrom(ask(passageSpans), offset + 1) - 1];
  const isBehind = passage && hasWords(source, passage.span.end, offset);
  if (!passage || isBehind || passage.reading.text === '') return lineSpan(source, lineAt(source, offset));
  const { reading, span } = passage;
  const sentences = ask(sentencesIn, reading);
  const next = firstFrom(sentences, toReadingOffset(reading, offset) + 1);
  const own = sentences[Math.max(0, next - 1)];
  if (!own) return emptySpan(offset);
  const { start, end } = toSourceSpan(reading, own);
  if (isFinished(source.text.slice(start, end)) && hasBlankLine(source.text.slice(end, offset)))
    return emptySpan(offset);
  const until = sentences[next] ? toSourceOffset(reading, sentences[next].start) : span.end;
  return { start: Math.min(start, offset), end: Math.max(until, offset) };
}

/** A line that reads as a page number may be the beginning of one that a person is writing. */
function hasWords(source: SourceText, start: number, end: number): boolean {
  let from = start;
  for (const page of normalizedText(source).pageLines) {
    if (page.end <= from || page.start >= end) continue;
    if (source.text.slice(from, page.start).trim() !== '') return true;
    from = page.end;
  }
  return source.text.slice(from, end).trim() !== '';
}

function isFinished(sentence: string): boolean {
  return /[.!?]["”’)\]]*$/.test(sentence);
}

function hasBlankLine(behind: string): boolean {
  return behind.trim() === '' && /(?:\r\n?|\n)[^\S\r\n]*[\r\n]/.test(behind);
}

import { marked, matchesIn } from './matches';
import type { Span } from './span';

/**
 * A stop with its closing quotes and brackets, then white space; one whose space was lost (`in 2013.On`); or the end of a bracket, as
 * an open choice may stand for a whole sentence.
 */
const fullStops = marked(
  '.!?]',
  /[.!?]["”’)\]]*(?=\s)|(?<=[a-z0-9)]{2})\.(?=[A-Z]{2}|[A-Z][a-z])|\](?=\s{1,9}[A-Z[])/g,
);

/**
 * Splits reading text into sentences. Spans are trimmed, ascend and cover all but white space. `stops`: words whose period ends no
 * sentence, without it and in lower case.
 */
export function splitSentences(text: string, stops: ReadonlySet<string>): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const stop of matchesIn(text, fullStops)) {
    const end = stop.index + stop[0].length;
    if (stop[0] === ']' ? !isOpenChoice(text.slice(start, end)) : !endsSentence(text, stop.index, end, stops)) continue;
    sentences.push({ start, end });
    start = end;
    while (start < text.length && /\s/.test(text.charAt(start))) start++;
  }
  const end = text.trimEnd().length;
  if (start < end) sentences.push({ start, end });
  return sentences;
}

/** `[treatment agreement: documented | not documented]` and no more. */
function isOpenChoice(sentence: string): boolean {
  return sentence.startsWith('[') && sentence.indexOf(']') === sentence.length - 1 && /\s\|\s/.test(sentence);
}

function endsSentence(text: string, stop: number, end: number, known: ReadonlySet<string>): boolean {
  const next = text
    .slice(end, end + 3)
    .trimStart()
    .charAt(0);
  if (/[a-z,;]/.test(next)) return false;
  if (text.charAt(stop) !== '.') return true;
  const from = text.lastIndexOf(' ', stop - 1) + 1;
  const word = text
    .slice(Math.max(from, stop - 12), stop)
    .replace(/^["“(['[]+/, '')
    .toLowerCase();
  if (known.has(word) || /^www$|\/\//.test(word)) return false;
  return !/^[a-z]$/.test(word) || word === 'a';
}

import { datesIn } from '../analysis/date-mentions';
import type { Ask } from '../analysis/fact';
import { mentionsIn } from '../analysis/item-mentions';
import { sentencesIn } from '../analysis/sentences';
import { guidelineName } from '../analysis/template-sentence';
import type { DecisionBlock } from '../model/letter';
import { readText } from '../text/reading';
import { type Span, spanAt } from '../text/span';
import { TakenText } from '../text/taken-text';

/** A piece of the text and what takes its place. */
interface Replacement extends Span {
  readonly by: string;
}

/**
 * Makes a template text of a stretch of the letter: the block's item, its short name and the guideline become `{item}`, `{name}` and
 * `{guideline}`, and dates become places, because they belong to this case. `within` is a span of the source; the result has single
 * white space. Without a block only dates are replaced.
 */
export function templateFrom(ask: Ask, block: DecisionBlock | undefined, within: Span): string {
  const reading = readText(ask.letter.source.text, within);
  const { text } = reading;
  const starts = ask(sentencesIn, reading);
  const opens = (at: number): boolean => at > 0 && spanAt(starts, at) !== undefined;
  const named = (name: string, { start, end }: Span): Replacement => {
    const by = opens(start) ? `{${name.charAt(0).toUpperCase()}${name.slice(1)}}` : `{${name}}`;
    return { start, end, by };
  };
  const candidates: Replacement[] = [];
  if (block) {
    const item = block.heading.item.disputed.text;
    candidates.push(...placesOf(text, item).map((place) => ({ ...place, by: '{item}' })));
    candidates.push(
      ...guidelineNames(block).flatMap((name) => placesOf(text, name).map((place) => named('guideline', place))),
    );
    candidates.push(...ask(mentionsIn, block, reading).map((place) => named('name', place)));
  }
  candidates.push(...ask(datesIn, reading).map(({ start, end }) => ({ start, end, by: '[date]' })));
  return replaceAll(text, candidates);
}

/** The reviewer's citations by title, and how prose names the guideline, with and without its article. */
function guidelineNames(block: DecisionBlock): readonly string[] {
  const name = guidelineName(block);
  const titles = block.citations.filter(({ by }) => by === 'reviewer').map(({ title }) => title);
  const inProse = typeof name === 'string' ? [name, name.replace(/^the /, '')] : [];
  return [...titles, ...inProse].filter((each) => each !== '');
}

/** Where `words` stand in the text as whole words, whatever their capitals. */
function placesOf(text: string, words: string): Span[] {
  if (words === '') return [];
  const [lower, wanted] = [text.toLowerCase(), words.toLowerCase()];
  const places: Span[] = [];
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length;
    const isWhole = !/\w/.test(lower.charAt(at - 1)) && !/\w/.test(lower.charAt(end));
    if (isWhole) places.push({ start: at, end });
  }
  return places;
}

/** Of replacements that overlap the earlier in the list counts. Braces of the letter itself would be taken for names. */
function replaceAll(text: string, candidates: readonly Replacement[]): string {
  const taken = new TakenText(text.length);
  const chosen: Replacement[] = [];
  for (const each of candidates) {
    if (taken.has(each)) continue;
    taken.take(each);
    chosen.push(each);
  }
  chosen.sort((a, b) => a.start - b.start);
  const plain = (words: string): string => words.replace(/\{/g, '(').replace(/\}/g, ')');
  let at = 0;
  let result = '';
  for (const { start, end, by } of chosen) {
    result += plain(text.slice(at, start)) + by;
    at = end;
  }
  return result + plain(text.slice(at));
}

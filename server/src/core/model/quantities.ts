import { matchesIn } from '../text/matches';
import { type Span, spanAt } from '../text/span';
import { TakenText } from '../text/taken-text';
import { packaged, session, sign, therapies, unitBehind } from './counted-units';
import type { MeasureWords } from './measure-words';
import type { Duration, Quantity, Refills } from './measures';
import { countPattern, mayCount, toNumber } from './numbers';
import { days, toPeriod } from './periods';

/** `#60`, `# 60`, `QTY: 2`, `quantity of 60`, `No. 30`. */
const numbered = new RegExp(
  `(?:(?<!\\w)#|\\b(?:qty|quantity|count)\\b(?: of)?[ .:#]{0,3}|\\bno\\. (?=\\d\\d)) ?(\\d{1,4})\\b(?!\\.\\d)${unitBehind}`,
  'gi',
);
/** `times 12`, `x 12 sessions`. */
const multiplied = new RegExp(
  `\\b(?:times|x) ?(${countPattern})\\b(?! ?(?:a|per|each|\\/)? ?(?:${days}|hours?|years?|minutes?|degrees?)\\b)${unitBehind}`,
  'gi',
);
/** `12 sessions`, `six (6) physical therapy visits`, `12-18 sessions`, `30 tablets`. */
const counted = new RegExp(
  `(?<![\\w/.#-])(?:(\\d{1,3}(?= ?[-–])|${countPattern}(?= to )) ?(?:-|–|to) ?)?(${countPattern})(?: ?\\(\\d{1,3}\\))? ?(?:${therapies}(${session})|(${packaged}))\\b`,
  'gi',
);
/** `sessions, 12`; and a bare number that ends an item: `of the legs, 2`. */
const trailing = new RegExp(
  `\\b(?:${session})[,:;]? (?:times |x |#)?(\\d{1,3})\\b(?![ -]?(?:\\d|x\\b|times|per|to|of|a |${days}|years?|[%/]))|(?<=, )(\\d{1,2})$`,
  'gi',
);
/** `total 12`, `for a total of 12`. */
const total = new RegExp(
  `\\btotal(?:ing|s)?(?: of|:|,)? ?(?:# ?)?(${countPattern})\\b(?! ?(?:mg|mcg|ml|g|%|/|${days}|hours?|minutes?)\\b)${unitBehind}`,
  'gi',
);
const refills = new RegExp(
  `\\b(${countPattern}|no|zero)(?: ?\\(\\d{1,2}\\))? (?:additional |more )?refills?\\b|\\brefills?(?:[: x]{1,2}| of )(${countPattern})\\b`,
  'gi',
);
/** `14 days`, `one month of`, before what it is the length of. */
const lasting = new RegExp(`\\b(${countPattern})(?: ?\\(\\d{1,3}\\))?[ -](${days})(?:'|’)?(?: of)? `, 'gi');
const lastingToEnd = new RegExp(`(?<=\\bfor )(${countPattern})(?: ?\\(\\d{1,3}\\))?[ -](${days})$`, 'gi');

/** Counts, refills and lengths of time; a number that is part of a frequency is none. */
export function findQuantities(
  text: string,
  words: MeasureWords,
  frequencies: readonly Span[],
): (Quantity | Refills | Duration)[] {
  if (!mayCount(text)) return [];
  const doses = words.of('measure.dose-behind');
  const uses = words.of('measure.use-word');
  const signed = withSigns(text, words.of('measure.therapy-word'));
  const taken = new TakenText(text.length, frequencies);
  const found: (Quantity | Refills | Duration)[] = [];
  const add = (measure: Quantity | Refills | Duration): void => {
    if (Number.isNaN(measure.count) || taken.has(measure)) return;
    taken.take(measure);
    found.push(measure);
  };
  for (const m of matchesIn(text, refills)) add({ kind: 'refills', count: toNumber(m[1] ?? m[2]), ...spanOf(m) });
  for (const m of matchesIn(text, lasting)) {
    const use = spanAt(uses, m.index + m[0].length);
    if (use) add(duration(m, use.end));
  }
  for (const m of matchesIn(text, lastingToEnd)) add(duration(m, m.index + m[0].length));
  // Behind a frequency, a total is one of visits.
  for (const m of matchesIn(signed, total))
    add(quantity(m, m[1], m[2] ?? (frequencies.some(({ end }) => end <= m.index) ? 'visits' : undefined)));
  for (const m of matchesIn(signed, numbered)) add(quantity(m, m[1], m[2]));
  for (const m of matchesIn(signed, multiplied)) add(quantity(m, m[1], m[2]));
  for (const m of matchesIn(signed, counted)) {
    // A dose follows its tablets: `one tablet twice daily`.
    const isDose = m[4] !== undefined && spanAt(doses, m.index + m[0].length + 1) !== undefined;
    const isYear = m[3] !== undefined && /^\d{4}$/.test(m[2] ?? '');
    if (!isDose && !isYear) add(quantity(m, m[2], m[3], m[1]));
  }
  for (const m of matchesIn(signed, trailing)) add(quantity(m, m[1] ?? m[2], m[1]));
  return found;
}

function duration(m: RegExpExecArray, end: number): Duration {
  return {
    kind: 'duration',
    count: toNumber(m[1]),
    unit: toPeriod(m[2] ?? '') as Duration['unit'],
    start: m.index,
    end,
  };
}

/** The text with each letter of the spans turned into a sign. */
function withSigns(text: string, spans: readonly Span[]): string {
  let signed = '';
  let at = 0;
  for (const { start, end } of spans) {
    signed += text.slice(at, start) + sign.repeat(end - start);
    at = end;
  }
  return signed + text.slice(at);
}

function quantity(m: RegExpExecArray, count = '', sessions?: string, least = count): Quantity {
  return {
    kind: 'quantity',
    count: toNumber(count),
    least: toNumber(least),
    of: sessions === undefined ? 'unit' : 'session',
    ...spanOf(m),
  };
}

function spanOf(m: RegExpExecArray): Span {
  return { start: m.index, end: m.index + m[0].length };
}

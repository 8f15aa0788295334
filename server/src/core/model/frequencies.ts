import { matchesIn } from '../text/matches';
import { TakenText } from '../text/taken-text';
import type { Frequency } from './measures';
import { countPattern, mayCount, toNumber } from './numbers';
import { days, toPeriod } from './periods';

/** `three`, `three (3)`, `2-3`, `1 to 2`. */
const range = `(${countPattern})(?: ?\\(\\d{1,3}\\))?(?: ?(?:-|–|to|or) ?(${countPattern})(?: ?\\(\\d{1,3}\\))?)?`;

const adverb = '(?:dai|week|month)ly';
/** `3 times a week for 2 weeks`, `3x/week x 4`, `two visits per week`, `twice daily`. */
const counted = new RegExp(
  `(?<!\\bevery )(?<![\\w/.-])${range} ?(?:(?:times?|x|(visits?|sessions?|treatments?)|(hours?)) ?(?:(?:\\/|per|a|an|each|every) ?)?|(?:\\/|per|a|an|each|every) ?|(?=${adverb}\\b))` +
    `(${days}|${adverb})\\b(?:[ ,]{0,2}(?:for|over|times|x) ?${range} ?(${days})?\\b)?`,
  'gi',
);
/** `2 times 6`, `3 x 4`: times a week, and weeks. */
const crossed = new RegExp(
  `(?<![\\w/.-])([1-7]) ?(?:x|times) ?(\\d{1,2})\\b(?! ?(?:/|%|mg|cm|mm|a|per|times|(?!w)(?:${days})|minutes?|hours?|years?|degrees?)\\b| ?[%/])(?: ?(?:weeks?|wks?)\\b)?`,
  'gi',
);
const latin = /(?<![\w.])(?:([btq])\.?i\.?d\b|(q)\.?d\b)\.?/gi;
/** `every 8 hours`, `every 4-6 hours`, `q6h`, `every 2 days`. */
const interval = new RegExp(
  `\\bevery ${range} (hours?|${days})\\b|\\bq ?(\\d{1,2})(?:-(\\d{1,2}))? ?h(?:rs?)?\\b`,
  'gi',
);

/** In order of kind, not of place. */
export function findFrequencies(text: string): Frequency[] {
  const found: Frequency[] = [];
  const taken = new TakenText(text.length);
  const add = (each: Frequency): void => {
    taken.take(each);
    found.push(each);
  };
  const isFree = ({ index }: RegExpExecArray): boolean => !taken.has({ start: index, end: index + 1 });
  if (mayCount(text)) {
    for (const m of matchesIn(text, interval)) add(readInterval(m));
    for (const m of matchesIn(text, counted)) if (isFree(m)) add(readCounted(m));
    for (const m of matchesIn(text, crossed)) {
      if (isFree(m)) add(frequency(m, [Number(m[1]), Number(m[1])], 'week', Number(m[2])));
    }
  }
  for (const m of matchesIn(text, latin)) {
    const times = m[2] !== undefined ? 1 : ({ b: 2, t: 3, q: 4 }[(m[1] ?? 'b').toLowerCase()] ?? 1);
    found.push(frequency(m, [times, times], 'day'));
  }
  return found;
}

function readCounted(m: RegExpExecArray): Frequency {
  const [, least, most, , hours, unit = '', first, last, courseUnit] = m;
  const per = toPeriod(unit) as Frequency['per'];
  const course = first === undefined ? null : toNumber(last ?? first) * weeksIn(courseUnit ?? unit);
  const times: [number, number] = [toNumber(least), toNumber(most ?? least)];
  return { ...frequency(m, times, per, course), of: hours === undefined ? 'time' : 'hour' };
}

function readInterval(m: RegExpExecArray): Frequency {
  const [, least, most, unit = 'hours', hours, upTo] = m;
  const shortest = toNumber(least ?? hours);
  const longest = toNumber(most ?? upTo ?? least ?? hours);
  const period = toPeriod(unit);
  if (period === 'hour') return frequency(m, [24 / longest, 24 / shortest], 'day');
  return frequency(m, [1 / longest, 1 / shortest], period);
}

function frequency(
  m: RegExpExecArray,
  times: Frequency['times'],
  per: Frequency['per'],
  weeks: number | null = null,
): Frequency {
  return { kind: 'frequency', times, per, of: 'time', weeks, start: m.index, end: m.index + m[0].trimEnd().length };
}

const weeks = { hour: 1 / 168, day: 1 / 7, week: 1, month: 4 } as const;

function weeksIn(unit: string): number {
  return weeks[toPeriod(unit)];
}

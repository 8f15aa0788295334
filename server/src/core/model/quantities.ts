import { matchesIn } from '../text/matches';
import type { Span } from '../text/span';
import type { Duration, Quantity, Refills } from './measures';
import { countPattern, mayCount, toNumber } from './numbers';

const session = 'sessions?|visits?|treatments?';
const packaged =
  'tablets?|tabs?|capsules?|caps?|pills?|patch(?:es)?|units?|injections?|box(?:es)?|tubes?|bottles?|containers?|vials?|pairs?';
const kindsOfTherapy =
  'additional|initial|more|remaining|outpatient|post-?op(?:erative)?|physical|occupational|aquatic|massage|hand|chiropractic|acupuncture|therapy|PT|OT|psychotherapy|manipulation|treatment|office|follow-?up';
const unitBehind = `(?:(?: (?:${kindsOfTherapy})){0,4} (${session}))?`;
/** A dose follows its tablets: `one tablet twice daily`. */
const dose =
  '(?! (?:by mouth|orally|p\\.?o\\b|at (?:bed|night)|every|each|once|twice|daily|nightly|per (?:day|night)|a (?:day|night)|q\\b|as needed|prn|[bt]\\.?i\\.?d|\\w+ times|\\w+ hours?))';

/** `#60`, `# 60`, `QTY: 2`, `quantity of 60`, `No. 30`. */
const marked = new RegExp(
  `(?:(?<!\\w)#|\\b(?:qty|quantity|count)\\b(?: of)?[ .:#]{0,3}|\\bno\\. (?=\\d\\d)) ?(\\d{1,4})\\b(?!\\.\\d)${unitBehind}`,
  'gi',
);
/** `times 12`, `x 12 sessions`. */
const multiplied = new RegExp(
  `\\b(?:times|x) ?(${countPattern})\\b(?! ?(?:a|per|each|\\/)? ?(?:days?|weeks?|wks?|months?|years?|minutes?|hours?|degrees?)\\b)${unitBehind}`,
  'gi',
);
/** `12 sessions`, `six (6) physical therapy visits`, `12-18 sessions`, `30 tablets`. */
const counted = new RegExp(
  `(?<![\\w/.#-])(?:(\\d{1,3}(?= ?[-–])|${countPattern}(?= to )) ?(?:-|–|to) ?)?(${countPattern})(?: ?\\(\\d{1,3}\\))? ?(?:(?:(?:${kindsOfTherapy}) ){0,4}(${session})|(?:${packaged})\\b${dose})\\b`,
  'gi',
);
/** `sessions, 12`; and a bare number that ends an item: `of the legs, 2`. */
const trailing = new RegExp(
  `\\b(?:${session})[,:;]? (?:times |x |#)?(\\d{1,3})\\b(?![ -]?(?:\\d|x\\b|times|per|to|of|a |weeks?|days?|months?|years?|[%/]))|(?<=, )(\\d{1,2})$`,
  'gi',
);
const refills = new RegExp(
  `\\b(${countPattern}|no|zero)(?: ?\\(\\d{1,2}\\))? (?:additional |more )?refills?\\b|\\brefills?(?:[: x]{1,2}| of )(${countPattern})\\b`,
  'gi',
);
const durations = new RegExp(
  `\\b(${countPattern})(?: ?\\(\\d{1,3}\\))?[ -](days?|weeks?|months?)(?:'|’)?(?: of)? (?:supply|rental|use|trial|course|stay)\\b|(?<=\\bfor )(${countPattern})(?: ?\\(\\d{1,3}\\))?[ -](days?|weeks?|months?)$`,
  'gi',
);

/** Counts, refills and lengths of time; a number that is part of a frequency is none. */
export function findQuantities(text: string, frequencies: readonly Span[]): (Quantity | Refills | Duration)[] {
  if (!mayCount(text)) return [];
  const taken: Span[] = [...frequencies];
  const found: (Quantity | Refills | Duration)[] = [];
  const add = (measure: Quantity | Refills | Duration): void => {
    if (Number.isNaN(measure.count) || taken.some((other) => other.start < measure.end && measure.start < other.end))
      return;
    taken.push(measure);
    found.push(measure);
  };
  for (const m of matchesIn(text, refills)) add({ kind: 'refills', count: toNumber(m[1] ?? m[2]), ...spanOf(m) });
  for (const m of matchesIn(text, durations)) {
    const unit = (m[2] ?? m[4] ?? '').toLowerCase().replace(/s$/, '') as Duration['unit'];
    add({ kind: 'duration', count: toNumber(m[1] ?? m[3]), unit, ...spanOf(m) });
  }
  for (const m of matchesIn(text, marked)) add(quantity(m, m[1], m[2]));
  for (const m of matchesIn(text, multiplied)) add(quantity(m, m[1], m[2]));
  for (const m of matchesIn(text, counted))
    if (!/^\d{4}$/.test(m[2] ?? '') || m[3] === undefined) add(quantity(m, m[2], m[3], m[1]));
  for (const m of matchesIn(text, trailing)) add(quantity(m, m[1] ?? m[2], m[1]));
  return found;
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

import type { Span } from '../text/span';

/** A number with a meaning in a request. Offsets are those of the text searched, half-open. */
export type Measure = Strength | Quantity | Frequency | Refills | Side;

/** `350 mg`, `10/325mg`, `5%`, `50 mcg/hr`. */
export interface Strength extends Span {
  readonly kind: 'strength';
  readonly values: readonly number[];
  /** `mg`, `mcg`, `g`, `ml`, `%`, `units`, `mg/ml`, `mcg/hr` …; null where the text gives none (`10/325`). */
  readonly unit: string | null;
}

/** `#90`, `QTY: 2`, `12 sessions`, `times 12`. */
export interface Quantity extends Span {
  readonly kind: 'quantity';
  readonly count: number;
  /** `session` for visits, sessions and treatments; `unit` for all that is counted otherwise. */
  readonly of: 'session' | 'unit';
}

/** `3 times a week for 2 weeks`, `twice a day`; a range gives both ends. */
export interface Frequency extends Span {
  readonly kind: 'frequency';
  readonly times: readonly [number, number];
  readonly per: 'day' | 'week' | 'month';
  /** Length of the course in weeks, where the text gives it. */
  readonly weeks: number | null;
}

export interface Refills extends Span {
  readonly kind: 'refills';
  readonly count: number;
}

export interface Side extends Span {
  readonly kind: 'side';
  readonly side: 'left' | 'right' | 'bilateral';
}

const words = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ');
const count = `(?:\\d{1,4}(?:\\.\\d{1,2})?|${[...words].reverse().join('|')}|twenty[- ]four|thirty|once|twice)`;
/** `three`, `three (3)`, `2-3`, `1 to 2`. */
const range = `(${count})(?: ?\\(\\d{1,3}\\))?(?: ?(?:-|–|to|or) ?(${count}))?`;

const strengthUnit = 'mg\\/ml|mg\\/g|mcg\\/hr?|mcg\\/hour|micrograms?\\/(?:hr|hour)|milligrams?|micrograms?|mcg|mgs?|grams?|gms?|gr|g|ml|cc|%|units?|iu|meq';
const strengths = new RegExp(`(?<![\\w.#/])(\\d{1,4}(?:[.,]\\d{1,3})?(?:(?: ?[-/] ?)\\d{1,4}(?:\\.\\d{1,3})?){0,3}) ?-?(${strengthUnit})(?![a-z])`, 'gi');
/** Two amounts of a combination without a unit; the second is never a pain score's ten. */
const bareStrengths = /(?<![\w./-])(\d{1,2}(?:\.\d)?[-/](?:200|300|325|400|500|650|660|750|800))(?![\w/-]| ?mg)/gi;
const quantities = new RegExp(
  `(?<![\\w])(?:#|(?:qty|quantity|count)\\b[ .:#]{0,3}|no\\. )( ?\\d{1,4})\\b|\\b(?:times|x) ?(${count})\\b(?! ?(?:a|per|times|/)? ?(?:day|week|month|wk)s?\\b)` +
    `|\\b(${count})(?: ?\\(\\d{1,3}\\))? (?:(?:additional|initial|more|remaining|post-?op(?:erative)?|physical|occupational|aquatic|massage|hand|chiropractic|acupuncture|therapy|PT|OT|psychotherapy|manipulation|treatment|office|follow-?up) ){0,3}(sessions?|visits?|treatments?|tablets?|tabs?|capsules?|caps?|pills?|patch(?:es)?|units?|injections?|boxes|box|tubes?|bottles?|containers?|months?(?: supply)|days?(?: supply| rental))\\b`,
  'gi',
);
const frequencies = new RegExp(
  `\\b${range} ?(?:(?:times?|x|visits?|sessions?|hours?) ?(?:(?:\\/|per|a|an|each|every) ?)?|(?:\\/|per|a|an|each|every) ?|(?=(?:dai|week|month)ly\\b))` +
    `(day|week|wk|month|daily|weekly|monthly)\\b(?:[ ,]{1,2}(?:for|over|times|x) ${range} ?(weeks?|wks?|months?|days?)\\b)?`,
  'gi',
);
const refills = new RegExp(`\\b(${count})(?: ?\\(\\d\\))? refills?\\b|\\brefills?[: x]{1,2}(${count})\\b`, 'gi');
const sides = /\b(left|right|bilateral(?:ly)?|both)\b/gi;

/** All measures in a text, in order of their place. */
export function findMeasures(text: string): Measure[] {
  const found: Measure[] = [
    ...findStrengths(text),
    ...findQuantities(text),
    ...findFrequencies(text),
    ...[...text.matchAll(refills)].map((m): Refills => ({ kind: 'refills', count: toNumber(m[1] ?? m[2]), ...spanOf(m) })),
    ...[...text.matchAll(sides)].map((m): Side => ({ kind: 'side', side: toSide(m[0]), ...spanOf(m) })),
  ];
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

function* findStrengths(text: string): Generator<Strength> {
  for (const m of text.matchAll(strengths)) yield { kind: 'strength', values: toAmounts(m[1]), unit: toUnit(m[2]), ...spanOf(m) };
  for (const m of text.matchAll(bareStrengths)) yield { kind: 'strength', values: toAmounts(m[1]), unit: null, ...spanOf(m) };
}

function* findQuantities(text: string): Generator<Quantity> {
  for (const m of text.matchAll(quantities)) {
    const of = /session|visit|treatment/i.test(m[4] ?? '') ? 'session' : 'unit';
    yield { kind: 'quantity', count: toNumber(m[1] ?? m[2] ?? m[3]), of, ...spanOf(m) };
  }
}

function* findFrequencies(text: string): Generator<Frequency> {
  for (const m of text.matchAll(frequencies)) {
    const unit = (m[3] ?? '').toLowerCase();
    const per = unit.startsWith('d') ? 'day' : unit.startsWith('w') ? 'week' : 'month';
    const length = m[4] === undefined ? null : toNumber(m[5] ?? m[4]);
    const perWeek = /^m/i.test(m[6] ?? '') ? 4 : /^d/i.test(m[6] ?? '') ? 1 / 7 : 1;
    const times: [number, number] = [toNumber(m[1]), toNumber(m[2] ?? m[1])];
    yield { kind: 'frequency', times, per, weeks: length === null ? null : length * perWeek, ...spanOf(m) };
  }
}

function spanOf(match: RegExpMatchArray): Span {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}

function toAmounts(text = ''): number[] {
  return text.split(/ ?[-/] ?/).map((part) => Number(part.replace(',', '')));
}

function toUnit(unit = ''): string {
  const short = unit.toLowerCase().replace(/micrograms?/, 'mcg').replace(/milligrams?|mgs/, 'mg').replace(/hour|hr/, 'hr').replace(/h$/, 'hr');
  if (/^(?:g|gm|gms|gr|grams?)$/.test(short)) return 'g';
  if (short === 'cc') return 'ml';
  return /^(?:units?|iu)$/.test(short) ? 'units' : short;
}

/** `3`, `three`, `twice`; NaN for everything else. */
export function toNumber(text = ''): number {
  const word = text.trim().toLowerCase();
  if (/^\d/.test(word)) return Number(word);
  if (word === 'once') return 1;
  if (word === 'twice') return 2;
  if (word === 'thirty') return 30;
  if (word.startsWith('twenty') && word.length > 6) return 24;
  const index = words.indexOf(word);
  return index < 0 ? Number.NaN : index + 1;
}

function toSide(word: string): Side['side'] {
  const lower = word.toLowerCase();
  return lower === 'left' || lower === 'right' ? lower : 'bilateral';
}

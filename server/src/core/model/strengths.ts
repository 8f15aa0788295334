import { matchesIn } from '../text/matches';
import type { Strength } from './measures';

const unit =
  'mg\\/ml|mg\\/g|mcg\\/hr?|mcg\\/hour|micrograms?\\/(?:hr|hour)|milligrams?|micrograms?|mcg|mgs?|grams?|gms?|gr|g|ml|cc|%|units?|iu|meq';
const amount = '\\d{1,4}(?:[.,]\\d{1,3})?';
/** Amounts joined by a slash or hyphen, each with its unit or the last one only. */
const withUnit = new RegExp(`(?<![\\w.#/])(${amount}(?:(?: ?mg)? ?[-/] ?${amount}){0,3}) ?-?(${unit})(?![a-z])`, 'gi');
/** A combination without a unit; one amount is that of acetaminophen or ibuprofen, so that no pain score is taken for it. */
const withoutUnit =
  /(?<![\w./-])(?:\d{1,2}(?:\.\d)?[-/](?:200|300|325|400|500|650|660|750|800)|(?:300|325)[-/](?:15|30|60))(?![\w/-]| ?mg)/gi;

export function findStrengths(text: string): Strength[] {
  if (!/\d/.test(text)) return [];
  const found: Strength[] = [];
  for (const m of matchesIn(text, withUnit)) found.push(strength(m, m[1], toUnit(m[2])));
  for (const m of matchesIn(text, withoutUnit)) found.push(strength(m, m[0], null));
  return found;
}

function strength(match: RegExpExecArray, amounts = '', unitName: string | null): Strength {
  const values = amounts.split(/(?: ?mg)? ?[-/] ?/i).map((part) => Number(part.replace(',', '')));
  return { kind: 'strength', values, unit: unitName, start: match.index, end: match.index + match[0].length };
}

function toUnit(written = ''): string {
  const short = written
    .toLowerCase()
    .replace(/micrograms?/, 'mcg')
    .replace(/milligrams?|mgs/, 'mg')
    .replace(/hour|hr$|h$/, 'hr');
  if (/^(?:g|gm|gms|gr|grams?)$/.test(short)) return 'g';
  if (short === 'cc') return 'ml';
  return /^(?:units?|iu)$/.test(short) ? 'units' : short;
}

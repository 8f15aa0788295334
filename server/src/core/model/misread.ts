import { matchesIn } from '../text/matches';
import type { Span } from '../text/span';
import { session } from './counted-units';
import { countWords, toNumber } from './numbers';
import { days } from './periods';

/** An amount that holds letters where digits are meant, as optical reading and haste leave it: `#6O`, `5OOmg`. */
export interface MisreadAmount extends Span {
  readonly kind: 'strength' | 'quantity';
  /** With digits: `#60`, `500mg`. */
  readonly meant: string;
}

const digitOrLike = '[\\dOoIlSB]';
const misread = new RegExp(
  `#\\s?(?=${digitOrLike}*\\d)(?=\\d*[OoIlSB])${digitOrLike}{1,4}(?![\\w])|` +
    `(?<![\\w.#-])(?=\\d*[OoIl])(?=[OoIl]*\\d)[\\dOoIl]{2,3}(?= (?:[a-z]+ ){0,2}(?:${session}|${days}|tablets?|capsules?)\\b)|` +
    `(?<![\\w.#-])(?=[\\d./]{0,8}[OoIlSB])(?=[OoIlSB./]{0,8}\\d)${digitOrLike}{1,4}(?:[./]${digitOrLike}{1,4})?(?= ?(?:mg|mcg|ml|mL)\\b)`,
  'g',
);

/** Amounts with letters for digits, in order. Offsets are UTF-16 units of the text. */
export function findMisreadAmounts(text: string): MisreadAmount[] {
  if (!/\d/.test(text)) return [];
  return matchesIn(text, misread).map(({ index: start, 0: words }) => ({
    start,
    end: start + words.length,
    kind: /^ ?(?:mg|mcg|ml)\b/i.test(text.slice(start + words.length)) ? 'strength' : 'quantity',
    meant: words.replace(/[OoIlSB]/g, (letter) => digits[letter] ?? letter),
  }));
}

const digits: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1', S: '5', B: '8' };

/** A number in words and, in brackets behind it, another one in figures, or the other way round: `twelve (10) sessions`. */
const bothWays = new RegExp(
  `\\b(?:(${countWords}) ?\\((\\d{1,3})\\)|(?<![\\d./-])(\\d{1,3}) ?\\((${countWords})\\))(?= ?(?:[A-Za-z-]+ ){0,3}[A-Za-z])`,
  'gi',
);

/** Where words and figures give different numbers. Offsets are UTF-16 units of the text. */
export function findUnequalFigures(text: string): Span[] {
  if (!text.includes('(')) return [];
  return matchesIn(text, bothWays)
    .filter(({ 1: words, 2: figures, 3: first, 4: second }) => toNumber(words ?? second) !== Number(figures ?? first))
    .map(({ index, 0: all }) => ({ start: index, end: index + all.length }));
}

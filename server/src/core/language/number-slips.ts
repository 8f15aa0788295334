import type { Grammar } from './grammar';
import type { Sentence, Word } from './sentence';
import type { Slip } from './slip';

/** Finds ordinals with the wrong ending: `21th`. */
export function* ordinalSlips({ words }: Sentence): Iterable<Slip> {
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    if (!/^\d/.test(word.text)) continue;
    const next = words[i + 1];
    const whole = /^\d{1,3}$/.test(word.text) && next && !next.isApart ? word.text + next.text : word.text;
    const [, digits = '', ending] = /^(\d{1,3})(st|nd|rd|th)$/i.exec(whole) ?? [];
    if (!ending || ending.toLowerCase() === ordinalEnding(Number(digits))) continue;
    const last = whole === word.text ? word : (next as Word);
    const right = `${digits}${ordinalEnding(Number(digits))}`;
    yield {
      first: word,
      last,
      message: `"${whole}" is no ordinal. Write "${right}".`,
      fix: { first: word, last, text: right },
    };
  }
}

function ordinalEnding(number: number): string {
  if (number % 100 >= 11 && number % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th';
}

/** Finds a number and a word of its unit in one: `75inches`. */
export function* gluedUnitSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  for (let i = 0; i < words.length - 1; i++) {
    const number = words[i] as Word;
    const unit = words[i + 1] as Word;
    if (!/^\d+(?:\.\d+)?$/.test(number.text) || unit.isApart || !grammar.words('spelled-unit').has(unit.lower))
      continue;
    const right = `${number.text} ${unit.text}`;
    yield {
      first: number,
      last: unit,
      message: `Missing space in "${number.text}${unit.text}".`,
      fix: { first: number, last: unit, text: right },
    };
  }
}

const fullTurn = 360;

/** Finds angles that no joint has: `950 degrees`. */
export function* angleSlips({ words }: Sentence): Iterable<Slip> {
  for (let i = 0; i < words.length - 1; i++) {
    const number = words[i] as Word;
    const unit = words[i + 1] as Word;
    if (!/^\d{3,4}$/.test(number.text) || !/^degrees?$/.test(unit.lower) || Number(number.text) <= fullTurn) continue;
    yield { first: number, last: unit, message: `No joint moves by ${number.text} degrees.` };
  }
}

/** Finds a grade as it was dictated: `4+ over 5`. */
export function* dictatedGradeSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  for (let i = 1; i < words.length - 1; i++) {
    const whole = words[i + 1] as Word;
    if (
      words[i]?.lower !== 'over' ||
      whole.text !== '5' ||
      grammar.words('spelled-unit').has(words[i + 2]?.lower ?? '')
    )
      continue;
    const sign = words[i - 1] as Word;
    const grade = /^[+-]$/.test(sign.text) && !sign.isApart ? (words[i - 2] ?? sign) : sign;
    const written = grade === sign ? sign.text : grade.text + sign.text;
    if (!/^[0-5][+-]?$/.test(written)) continue;
    const right = `${written}/${whole.text}`;
    yield {
      first: grade,
      last: whole,
      message: `Write the grade as "${right}".`,
      fix: { first: grade, last: whole, text: right },
    };
  }
}

/** Finds a score above its scale: `rated 12/10`, `12 out of 10`. In a sentence of no rating, `12/10` may be a day. */
export function* scoreSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  if (!words.some(({ lower }) => grammar.words('rating-word').has(lower))) return;
  for (let at = 0; at < words.length; at++) {
    const score = words[at] as Word;
    const [, rated = '', scale] = /^(\d{2})(?:\/(10))?$/.exec(score.text) ?? [];
    if (Number(rated) <= 10 || grammar.words('date-preposition').has(words[at - 1]?.lower ?? '')) continue;
    const isSpoken = words[at + 1]?.lower === 'out' && words[at + 2]?.lower === 'of' && words[at + 3]?.text === '10';
    if (!isSpoken && !scale) continue;
    const last = (isSpoken ? words[at + 3] : score) as Word;
    yield { first: score, last, message: `A score of ${rated} is above its scale of 10.` };
  }
}

/** Finds a score with its scale twice: `8/10 out of 10`, `8 out of 10/10`. */
export function* doubledScaleSlips({ words, text }: Sentence): Iterable<Slip> {
  for (let at = 0; at + 3 < words.length; at++) {
    const [score, out, of, scale] = words.slice(at, at + 4) as [Word, Word, Word, Word];
    if (out.lower !== 'out' || of.lower !== 'of') continue;
    const [, ofScore] = /^\d{1,2}(?:\.\d)?\/(10|5)$/.exec(score.text) ?? [];
    const [, ofScale] = /^(10|5)\/\1$/.exec(scale.text) ?? [];
    const right = ofScore === scale.text ? score.text : ofScale && `${score.text}/${ofScale}`;
    if (!right || !/^\d/.test(right)) continue;
    yield {
      first: score,
      last: scale,
      message: `"${text.slice(score.start, scale.end)}" gives the scale twice. Write "${right}".`,
      fix: { first: score, last: scale, text: right },
    };
  }
}

/** Finds a grade of strength above its scale: `strength was 7/5`. */
export function* gradeSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  for (let at = 1; at < words.length; at++) {
    const grade = words[at] as Word;
    const [, graded = ''] = /^([6-9])\/5$/.exec(grade.text) ?? [];
    if (!graded || !words.slice(Math.max(0, at - 8), at).some(({ lower }) => grammar.words('graded').has(lower)))
      continue;
    yield { first: grade, last: grade, message: `A grade of ${graded} is above its scale of 5.` };
  }
}

/** Finds a strength that stands twice in a row: `500mg 500mg`. */
export function* doubledStrengthSlips({ words, text }: Sentence): Iterable<Slip> {
  for (let at = 0; at + 1 < words.length; at++) {
    const length = /^\d+(?:\.\d+)?(?:mg|mcg)$/i.test(words[at]?.text ?? '') ? 1 : 2;
    const printed = textOf(at, length);
    if (!/^\d+(?:\.\d+)? ?(?:mg|mcg)$/i.test(printed) || textOf(at + length, length) !== printed) continue;
    const last = words[at + 2 * length - 1] as Word;
    yield { first: words[at] as Word, last, message: `"${printed}" is repeated.` };
  }

  function textOf(at: number, length: number): string {
    const [first, last] = [words[at], words[at + length - 1]];
    return first && last ? text.slice(first.start, last.end) : '';
  }
}

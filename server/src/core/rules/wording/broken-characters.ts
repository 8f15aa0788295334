import { remove, replace } from '../../problem/edits';
import type { FixEdit } from '../../problem/fix';
import type { Finding } from '../../problem/problem';
import { matchesIn } from '../../text/matches';
import { findMojibake, remains, unreadable } from '../../text/mojibake';
import { endsLines, invisible } from '../../text/normalize/characters';
import { type Span, spansApart } from '../../text/span';
import { fromWindows1252 } from '../../text/windows-1252';
import { defineLetterRule } from '../rule';

/** A damaged place and what stood there; `sure` where the characters themselves say so and nothing is guessed. */
interface Damage extends Span {
  readonly mended: string;
  readonly sure: boolean;
}

const lost = '\ufffd';

/** A question mark that a program wrote for a character it did not know: `worker?s`, `??9792.20`. */
const questioned = /\?(?:(?<=[a-z]\?)(?=(?:s|t|re|ll|ve)\b)|(?<=(?:CCR|C\.C\.R\.|Code) \?)\??(?= ?\d))/g;
/** A byte that was no UTF-8, as the decoder leaves it. */
const loneByte = /(?<![\ud800-\udbff])[\udc80-\udcff]/g;
const firstLoneByte = 0xdc00;
const entities = /&(?:amp|lt|gt|quot|apos|nbsp|sect|deg|ndash|mdash|[lr]squo|[lr]dquo|#\d{2,5});/g;
const entityText: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  sect: '§',
  deg: '°',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

export const brokenCharacters = defineLetterRule({
  code: 'IMR501',
  name: 'broken-characters',
  severity: 'error',
  fix: 'safe',
  summary: 'Characters were damaged when the text was stored or read in the wrong encoding.',
  why: 'A section sign, quotation mark, or dash that prints as `ï¿½` or `â€™` makes a citation unreadable. The letter goes to the worker, the physician, and the Board, in plain language where possible (8 CCR 9792.10.6(b)(1)).',
  repair:
    'Restore the character. If the damaged characters still identify it, the quick fix inserts it. Otherwise the quick fix offers what the context suggests, for review.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She takes Norco
10/325mg #60 for the workerâ€™s low back pain. Utilization review on 12/07/2016 denied Norco 10/325mg #60.
                           ^^^`,
      },
      {
        form: '2014',
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines
Opioids.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines 8 C.C.R. ï¿½ï¿½9792.20
                                                                                     ^^^^^^
Page(s): 78-80.

Decision rationale: The MTUS asks for gains in pain and function. The injured worker’s flexion is 40Â° and
                                                                                                    ^^
no gain is on record. Norco should be weaned. The request for Norco 10/325mg #60 is not medically necessary.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She says Norco
helps Ã¢â‚¬Å“a lotÃ¢â‚¬Â\u009d. Utilization review on 12/07/2016 denied Norco 10/325mg #60 as the worker�s function did
      ^^^^^^^
                  ^^^^^^^
                                                                                                   ^
not improve.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low ba\u200bck
                                                                                              ^
pain and takes Norco 10/325mg #60. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
    good: [
      {
        summary:
          'Mr. Núñez is a 44 year old male injured on 11/18/2016. His physician writes “naïve to opioids”—and 40° of flexion. Utilization review on 12/07/2016 denied Norco 10/325mg #60.',
      },
    ],
  },
  *check({ letter }) {
    const { text } = letter.source;
    for (const damage of findDamage(text)) yield describe(text, damage);
    yield* invisibleCharacters(text);
  },
});

/** One finding for all that can be taken out unseen, and one for those that may stand for a character. */
function* invisibleCharacters(text: string): Generator<Finding> {
  const places = matchesIn(text, invisible).map(({ 0: shown, index }) => ({ start: index, end: index + shown.length }));
  const unseen = places.filter((place) => isUnseen(text, place));
  if (unseen.length > 0) yield invisibleAt(unseen, unseen.map(remove), true);
  const unsure = places.filter((place) => !isUnseen(text, place));
  if (unsure.length === 0) return;
  const edits = unsure.map((place) => replace(place, text.charAt(place.start) === softHyphen ? '-' : ''));
  yield invisibleAt(unsure, edits, false);
}

function invisibleAt(places: readonly Span[], edits: readonly FixEdit[], isSafe: boolean): Finding {
  const [first = { start: 0, end: 0 }] = places;
  const many = places.length > 1;
  const what = many ? `${places.length} invisible characters` : 'invisible character';
  const replaces = edits.some(({ newText }) => newText !== '');
  return {
    span: first,
    message: many ? `${what} split words in this letter.` : 'An invisible character splits this word.',
    fixes: [
      {
        title: `${replaces ? 'Replace' : 'Remove'} the ${many ? what : 'invisible character'}`,
        kind: isSafe ? 'invisible-character' : 'review',
        edits,
      },
    ],
    atMost: 'information',
  };
}

const softHyphen = '\u00ad';

/** A control character may be what is left of a sign, and a soft hyphen the hyphen of `L4-5`; between letters nothing is lost. */
function isUnseen(text: string, { start, end }: Span): boolean {
  const shown = text.slice(start, end);
  const around = text.charAt(start - 1) + text.charAt(end);
  if (/[\u0000-\u001f\u007f]/.test(shown) || /\d\d/.test(around)) return false;
  return !shown.includes(softHyphen) || !/^[\p{L}\p{N}]{2}$/u.test(around) || /^\p{Ll}{2}$/u.test(around);
}

function describe(text: string, { start, end, mended, sure }: Damage): Finding {
  const shown = text.slice(start, end).replace(loneByte, lost);
  const action = mended === '' ? 'Remove' : `Put back "${mended}" for`;
  return {
    span: { start, end },
    message: `Damaged character "${shown}"${mended === '' ? '' : `, probably "${mended}"`}.`,
    fixes: [
      { title: `${action} "${shown}"`, kind: sure ? 'mojibake' : 'review', edits: [replace({ start, end }, mended)] },
    ],
  };
}

/** All damage but invisible characters, in order; of two that overlap, the one that begins first. */
function findDamage(text: string): Damage[] {
  const curly = /[’“”]/.test(text);
  const guess = (start: number, end: number, count: number): Damage => {
    const mended = suggest(text.charAt(start - 1), text.slice(end, end + 12), count, curly);
    return { start, end, mended, sure: false };
  };
  const found: Damage[] = findMojibake(text).map(({ start, end, mended }) =>
    mended.includes(lost) ? guess(start, end, mended.length) : { start, end, mended, sure: true },
  );
  const nextLineEnds = endsLines(text);
  for (const m of matchesIn(text, unreadable)) {
    if (nextLineEnds && m[0] === '\u0085') continue;
    const end = m.index + m[0].length;
    const code = m[0].charCodeAt(0);
    const mended = characterOf(code);
    const sure = code >= 0x80 && code <= 0x9f;
    found.push(mended === undefined ? guess(m.index, end, m[0].length) : { start: m.index, end, mended, sure });
  }
  for (const m of matchesIn(text, remains)) found.push(guess(m.index, m.index + m[0].length, 1));
  for (const m of matchesIn(text, questioned)) found.push(guess(m.index, m.index + m[0].length, m[0].length));
  for (const m of matchesIn(text, entities)) found.push(entity(m.index, m[0]));
  return spansApart(found);
}

/** A C1 control is a byte of Windows-1252 taken for ISO 8859-1; a private character is most often a bullet of a symbol font. */
function characterOf(code: number): string | undefined {
  if (code >= 0x80 && code <= 0x9f) return fromWindows1252(code);
  if (code >= 0xdc80 && code <= 0xdcff) return fromWindows1252(code - firstLoneByte);
  return code === 0xf0b7 || code === 0xf0a7 ? '•' : undefined;
}

/** A number below 160 that stands for no character is a byte of Windows-1252, or nothing that a letter holds. */
function entity(start: number, shown: string): Damage {
  const name = shown.slice(1, -1);
  const code = Number(name.slice(1));
  const isCharacter = code >= 0x20 && (code < 0x7f || code > 0x9f);
  const ofWindows = code > 0x7f ? fromWindows1252(code) : undefined;
  const numbered = isCharacter ? String.fromCodePoint(code) : ofWindows;
  const mended = name.startsWith('#') ? numbered : entityText[name];
  return { start, end: start + shown.length, mended: mended ?? '', sure: mended !== undefined };
}

/** What `count` lost characters were, by what stands before and behind; quotation marks of the letter's own kind. */
function suggest(before: string, behind: string, count: number, curly: boolean): string {
  if (/^ ?\d{3,5}(?:\.\d|\b)/.test(behind)) return '§'.repeat(Math.min(count, 2));
  if (/\d/.test(before) && /^\d/.test(behind)) return '–';
  if (/\d/.test(before) && /^ (?:of|flexion|extension|abduction|C|F)\b/.test(behind)) return '°';
  if (/[A-Za-z]/.test(before) && /^[A-Za-z]/.test(behind)) return curly ? '’' : "'";
  if (before === 's' && /^ [a-z]/.test(behind)) return curly ? '’' : "'";
  if (/\s/.test(before) && /^\s/.test(behind)) return curly ? '–' : '-';
  if (/[\s(]/.test(before) && /^\w/.test(behind)) return curly ? '“' : '"';
  if (/[\w.,!?]/.test(before) && /^[\s.,;)]/.test(behind)) return curly ? '”' : '"';
  return '';
}

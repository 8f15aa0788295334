import type { FormWording } from './form';

/** Places where two citations were glued together, all global. */
export interface SeamPatterns {
  /** Inside a word, or right behind a number, bracket or stop; group 1 is a locator, 2 a title, 3 a sentence that begins there. */
  readonly insideWord: RegExp;
  /** Only a space was lost there. */
  readonly spaceLost: RegExp;
  /** Before a dated title behind the sections of another guideline, with nothing but a space before it. */
  readonly beforeTitle: RegExp;
}

const year = '(?:19|20)\\d\\d';

export function compileSeams({ titles, openers }: FormWording): SeamPatterns {
  const { begin, beginDated, end, whole, inside } = titles;
  const opener = `(?:${anyOf(openers)})`;
  const title = `(?:${anyOf(begin)})\\b|(?:${anyOf(beginDated)})[A-Za-z, &-]{0,40}? ${year}`;
  const locator = 'Pages? ?\\d|Page\\(s\\)|Section\\(s\\)|Sections?:';
  const behindPage = '(?<=\\bPages? \\d{1,3}(?:-\\d{1,3})?)(?=[A-Za-z]{3})';
  return {
    insideWord: new RegExp(
      `(?<=[a-z0-9)\\]])(?=(${locator})|(${title})|(${opener}))|(?<=[A-Z])(?=(${opener}))|${behindPage}`,
      'g',
    ),
    spaceLost: new RegExp(
      `(?<=[.,;])(?=${opener})|(?<=(?:${anyOf(end)}))(?=${year}\\b)|(?<=\\(s\\):)(?=\\w)|(?<=\\w\\))(?=[A-Z][A-Za-z]{2})`,
      'g',
    ),
    beforeTitle: new RegExp(
      `(?<=[a-z)\\d])(?<!\\b(?:${anyOf(inside)}|${year})) (?=(?:${anyOf(whole)}) ${year}\\b)`,
      'g',
    ),
  };
}

function anyOf(words: readonly string[]): string {
  return words.map((word) => word.replace(/[^\w ]/g, '\\$&')).join('|');
}

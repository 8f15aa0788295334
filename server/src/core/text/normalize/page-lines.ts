import { plainCharacters } from './characters';
import { isMachineLine, isStamp } from './machine-lines';

/** A line of a text with what stands around it, for telling page lines. */
export interface LineContext {
  /** Without its marks and the white space at its ends. */
  readonly text: string;
  /** A form feed, the text's beginning or its end is right before or behind it, empty lines aside. */
  readonly besidePageBreak: boolean;
  /** The nearest lines with text, without page lines; empty where there is none. */
  readonly before: string;
  readonly behind: string;
  /** The text has an empty line behind each line. */
  readonly isDoubled: boolean;
  /** No empty line parts it from the line before, or behind. */
  readonly followsDirectly: boolean;
  readonly isFollowedDirectly: boolean;
}

/** Longer lines are text. */
export const longestPageLine = 160;

const frame = '[\\s\\-–—~=*_|<>\\[\\](){}#·•/]{0,20}';
const pageWord =
  '(?:p ?a ?[gq] ?e|pg|p|(?:page|image|sheet|scan)(?: ?(?:no|nr|num|number|#))?)\\.?(?:[ :#|]|[A-Z\\d]{1,2}-){0,3}';
const pageNumber = '(\\d{1,4}|[lI])';
const ofPages = '[ ]{0,3}(?:[o0]f|/|\\||out of|\\(of)[ ]{0,3}';
const pagesWord = '(?: pages)?';
/** `(cont.)`, `(continued)`. */
const goesOn = "(?: ?\\(?cont(?:inued|['’.]?d|\\.)?\\)?)?";
/** `Page 3`, `Page No. 3 of 6 pages`, `- p. 3 -`, `Page 2-3`. */
const namedPage = new RegExp(
  `^${frame}(?:end of )?${pageWord}${pageNumber}(?:${ofPages}(\\d{1,4})${pagesWord})?(\\.?)${goesOn}${frame}$`,
  'i',
);
/** `3 of 6 pages`, `Pages 3 of 6`, `3/6`. */
const countedPage = new RegExp(`^${frame}(?:pages? )?(\\d{1,4})${ofPages}(\\d{1,4})${pagesWord}${frame}$`, 'i');
/** `- 3 -`, `[3]`, `· 3 ·`. */
const framedNumber =
  /^(?:[-–—~=*_|<·•/\u2580-\u25ff]{1,8} ?\d{1,4} ?[-–—~=*_|>·•/\u2580-\u25ff]{1,8}|\d{1,4} ?[·•\u2580-\u25ff]|\[ ?\d{1,4} ?\]|\{ ?\d{1,4} ?\})$/;
/** `3 | Page`, `- iii -`, `Page IV`, `Page three`. */
const otherNumber =
  /^(?:\d{1,4} ?\| ?p ?a ?g ?e|[-–—] ?[ivxl]{1,7} ?[-–—]|page (?:[ivx]{1,7}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|<page \d{1,4} ?\/?>|\^L)$/i;
/** `(continued)`, `Continued on page 4`, `-more-`, `[Page break]`, `End of forwarded message`, in any frame. */
const continued = new RegExp(
  `^${frame}(?:(?:continued|cont(?:['’.]?d|\\.)?)(?: (?:on|from) (?:the )?(?:(?:next|following|previous|last) page|page \\d{1,4}))?|more|over|(?:page|section) break|(?:begin|end)(?: of)? (?:forwarded message|original message|document|page))${frame}$`,
  'i',
);
const isFramed = /^[^A-Za-z].*[^A-Za-z]$/;
const bareNumber = /^(?:\d{1,4}|\(\d{1,4}\))$/;
const numberAndPeriod = /^\d{1,3}[.)]$/;
const rule = /^(?:[-_=*~#+^·•—–\u2500-\u25ff] ?){3,}$|^(?:\. ?){6,}$|^(?:: ?){4,}$/;
/** What a scanner makes of dirt: two marks and more that end no words. */
const specks = /^(?![.,:;'’]+$)(?:[¶.,:;'’‘`~^*_|«»<>·•\-–—=\\/]\s?){1,6}$/;
/** `SMITH-000123`: numbers of pages in a file, which are padded. */
const bates = /^(?:Bates(?: No\.?| Number)?:? ?)?(?:[A-Z][A-Za-z.&'’]{0,24}[ _-]{0,2}){0,4}0\d{5,9}$/;
/** `Company   Page 2 of 9`, `Page 2 of 9   Rev. 6/2015`, `Re: the worker, page 2`. */
const titledPage = new RegExp(
  `^(?:(.{2,80}?)(\\s{2,}|\\t|\\s?[|•·–—-]\\s?|[,:]? )page ${pageNumber}(?: of (\\d{1,4}))?|page ${pageNumber}(?: of (\\d{1,4}))?(\\s{2,}|\\t|\\s?[|•·–—-]\\s?)(.{2,80}))$`,
  'i',
);

const caseNumber = /\bC[ML]\d\d-\d{7}\b/;

/** Words beside the number of the case on a line that repeats on each page. */
const title = /^(?:[A-Z][\w.,'&/-]{0,24}|for|of|the|and|no\.|number|case|re:?|page|pg?\.?)$/;

/** True where a line belongs to the page and not to the text, by its shape and place. `seen` holds the case numbers before it. */
export function isPageLine(line: LineContext, seen: ReadonlySet<string>): boolean {
  const text = unspaced(plainCharacters(line.text).trim());
  if (text === '' || text.length > longestPageLine) return false;
  if (rule.test(text) || specks.test(text)) return true;
  if (otherNumber.test(text) || (continued.test(text) && (isFramed.test(text) || / /.test(text)))) return true;
  if (/\d/.test(text) && (isNumbering(text, line) || isTitledPage(text, line) || isBates(text, line))) return true;
  return isStamp(text) || isMachineLine(text) || isRunningCase(text, line.before, seen);
}

/** `D R A F T` as one word. */
function unspaced(text: string): string {
  return /^(?:[A-Za-z] ){2,}[A-Za-z]$/.test(text) ? text.replaceAll(' ', '') : text;
}

function isNumbering(text: string, line: LineContext): boolean {
  const pages = namedPage.exec(text) ?? countedPage.exec(text);
  if (pages) {
    const [number, of] = [Number(pages[1]), pages[2] === undefined ? undefined : Number(pages[2])];
    if (of === undefined ? !/\d/.test(text) : number > of) return false;
    return !endsOpen(line) && !(pages[3] && mayEndSentence(line));
  }
  if (framedNumber.test(text)) return true;
  if (numberAndPeriod.test(text)) return !mayEndWith(line);
  return bareNumber.test(text) && !continues(line);
}

/** Where a paragraph may end with a number and its period. */
function mayEndWith({ before, followsDirectly, isDoubled }: LineContext): boolean {
  if (followsDirectly || isDoubled) {
    return /[-,:(#&/]$/.test(before) || (before !== '' && !/(?:[.!?]["”’)]?|: ?\S{1,40})$/.test(before));
  }
  return /[-,(#&/]$/.test(before);
}

/** `Page 76.` beside a line of text may end its sentence. */
function mayEndSentence({ followsDirectly, isFollowedDirectly, besidePageBreak }: LineContext): boolean {
  return (followsDirectly || isFollowedDirectly) && !besidePageBreak;
}

/** True for `Page 3`, alone on its line. */
export function isNamedPage(text: string): boolean {
  return namedPage.test(text);
}

/** True for a line that is a date and no more. */
export function isDate(text: string): boolean {
  return isDated.test(text);
}

/** A title and the number of the page, with something between them that no sentence has, or with the number of all pages. */
function isTitledPage(text: string, line: LineContext): boolean {
  const match = titledPage.exec(text);
  if (!match) return false;
  const [, before, gapBehind = '', number, of, numberFirst, ofFirst, gapBefore = '', behind] = match;
  const total = of ?? ofFirst;
  const title = before ?? behind ?? '';
  if (total !== undefined && Number(number ?? numberFirst) > Number(total)) return false;
  if (!isFileName.test(title) && !isHeadline(title)) return false;
  const stands = !line.followsDirectly && !line.isFollowedDirectly;
  const isParted = /\s{2}|\t|[|•·–—-]/.test(gapBehind || gapBefore);
  if (total !== undefined) return (isParted || stands) && !endsOpen(line);
  return stands && (isDated.test(title) || isStamp(title) || /^re: /i.test(title));
}

const isFileName = /^\S{1,60}\.[a-z]{3,4}$/i;
const isDated = /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|[A-Z][a-z]{2,8}\.? ?\d{1,2}[,.]? {0,2}\d{4})$/;

/** Nearly each word begins with a capital or is a number, and no sentence ends in it. */
function isHeadline(title: string): boolean {
  const words = title.match(/[A-Za-z][\w'’-]*/g) ?? [];
  return !/[a-z]{4}[.?!;]\s/.test(title) && words.filter((word) => /^[a-z]{4,}/.test(word)).length * 4 <= words.length;
}

/** The header's values and the number of a case are none. */
function isBates(text: string, { before }: LineContext): boolean {
  return bates.test(text) && !before.endsWith(':') && !/^C[ML]\d/.test(text);
}

/** `…, see` and `page 3` below it: the line before asks for what this line is, and nothing goes on behind it. */
function endsOpen({ before, behind, besidePageBreak, followsDirectly, isFollowedDirectly }: LineContext): boolean {
  if (!followsDirectly || isFollowedDirectly || besidePageBreak || /^[a-z\d]/.test(behind)) return false;
  return /(?:[-:(#]|\b(?:see|at|to|of|is|was))$/i.test(before);
}

/**
 * A number is the end of a paragraph where the line before asks for one and nothing goes on behind it. Inside a paragraph it is
 * none: a wrap leaves no line so short.
 */
function continues(line: LineContext): boolean {
  const { before, behind, besidePageBreak, isFollowedDirectly, followsDirectly } = line;
  if (besidePageBreak || before === '' || isFollowedDirectly) return false;
  if (/^[a-z\d]/.test(behind) || !(followsDirectly || line.isDoubled)) return false;
  return (
    /[-,:(#&/]$/.test(before) || (followsDirectly && !/[.!?]["”’)]?$/.test(before) && !/: ?\S{1,40}$/.test(before))
  );
}

/** The title and number of a case that was named before, or behind the title alone with the number of the page. */
function isRunningCase(text: string, before: string, seen: ReadonlySet<string>): boolean {
  const number = caseNumber.exec(text);
  if (!number) return false;
  const rest = text.replace(number[0], ' ').replace(/\b(?:\d{1,4}(?: (?:of|\/) \d{1,4})?)$/, ' ');
  const words = rest.split(/[\s:|•·–—-]+/).filter(Boolean);
  if (words.length > 14 || !words.every((word) => title.test(word) || /^\d{1,4}$/.test(word))) return false;
  if (seen.has(number[0])) return true;
  // The header names the case, with its label on the line or before it.
  if (words.length === 0) return before !== '' && !before.endsWith(':');
  return words[0]?.toLowerCase() !== 'case' || /\d{1,4}$/.test(text.replace(number[0], ''));
}

/** The numbers of cases in a line. */
export function caseNumbersIn(text: string): readonly string[] {
  return caseNumber.exec(text)?.slice(0, 1) ?? [];
}
